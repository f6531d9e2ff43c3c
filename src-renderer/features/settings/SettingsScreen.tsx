import { Paper, Title } from '@mantine/core'
import { useDeferredValue, useEffect, useRef } from 'react'
import { usePlace } from '../../lib/route.ts'
import { useMe } from '../../state/seat.ts'
import { settingsText } from '../../text/settings.ts'
import { ScreenHead } from '../../ui/ScreenHead.tsx'
import { parts as allParts, type SettingsPart } from './parts.tsx'
import classes from './settings.module.css'
import { usePartInView } from './use-part-in-view.ts'

const FIRST = allParts[0]?.id
/** What is in sight at first. The rest, two hundred people among it, is drawn in the moments after. */
const AT_FIRST = 1

/** All of the settings on one page, with an index beside it where there is room. `#/settings/notices` begins there. */
export function SettingsScreen() {
  const { part } = usePlace()
  const { isManager } = useMe()
  const parts = isManager ? allParts : allParts.filter(({ isManagers }) => isManagers !== true)
  const drawn = useDeferredValue(parts.length, AT_FIRST)
  const page = useRef<HTMLDivElement>(null)
  const inView = usePartInView(page)
  useEffect(() => {
    if (part === null) return
    const section = document.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"]`)
    // The first one begins under the name of the screen.
    if (part === FIRST) page.current?.scrollTo({ top: 0 })
    else section?.scrollIntoView({ block: 'start' })
    section?.focus({ preventScroll: true })
  }, [part, drawn])
  return (
    <div className={classes.screen} ref={page}>
      <ScreenHead title={settingsText.title} />
      <div className={classes.columns}>
        <nav className={classes.index} aria-label={settingsText.index}>
          {parts.map(({ id, title }) => (
            <a
              key={id}
              className={classes.entry}
              href={`#/settings/${id}`}
              aria-current={id === (inView ?? parts[0]?.id) ? 'true' : undefined}
            >
              {title}
            </a>
          ))}
        </nav>
        <div className={classes.parts}>
          {parts.slice(0, drawn).map((each) => (
            <Section key={each.id} part={each} />
          ))}
        </div>
      </div>
    </div>
  )
}

function Section({ part: { id, title, view: View } }: { part: SettingsPart }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title} data-part={id} tabIndex={-1} className={classes.part}>
      <Title order={2} size="h5" mb="sm">
        {title}
      </Title>
      <View />
    </Paper>
  )
}
