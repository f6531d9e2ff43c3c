import { usePlace } from '../lib/route.ts'
import { useDesk } from '../state/hooks.ts'
import { appText } from '../text/app.ts'
import { formatNumber } from '../text/formats.ts'
import classes from './Navigation.module.css'
import type { Screen } from './screens.tsx'
import { useScreens } from './use-screens.ts'

export function Navigation() {
  const { screen } = usePlace()
  const screens = useScreens()
  return (
    <nav className={classes.rail} aria-label={appText.navigation}>
      {screens.map((item) => (
        <NavigationItem key={item.id} item={item} isHere={item.id === screen} />
      ))}
    </nav>
  )
}

function NavigationItem({ item, isHere }: { item: Screen; isHere: boolean }) {
  const count = useDesk((state) => item.count?.(state) ?? 0)
  const Icon = item.icon
  return (
    <a className={classes.item} href={`#/${item.id}`} aria-current={isHere ? 'page' : undefined} title={item.label}>
      <Icon size={18} stroke={1.7} aria-hidden="true" />
      <span className={classes.label}>{item.label}</span>
      {count > 0 ? <span className={classes.count}>{formatNumber(count)}</span> : null}
    </a>
  )
}
