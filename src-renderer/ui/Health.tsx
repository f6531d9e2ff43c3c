import { IconAlertTriangle, IconCircleCheck, IconClockPause, IconLoader, IconPlayerPause, type Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Health.module.css'

export type HealthTone = 'good' | 'working' | 'retrying' | 'trouble' | 'off'

const icons: Record<HealthTone, Icon> = {
  good: IconCircleCheck,
  working: IconLoader,
  retrying: IconClockPause,
  trouble: IconAlertTriangle,
  off: IconPlayerPause,
}

/** How something does: a shape and a word, and a colour that only repeats them. */
export function Health({ tone, word, title }: { tone: HealthTone; word: ReactNode; title?: string }) {
  const Icon = icons[tone]
  return (
    <span className={classes.health} data-tone={tone} title={title}>
      <Icon size={16} stroke={2} aria-hidden="true" />
      {word}
    </span>
  )
}
