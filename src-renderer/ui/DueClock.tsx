import { IconAlarm, IconAlertTriangle, IconHourglassHigh, IconPhoneCall } from '@tabler/icons-react'
import type { Due, DueTone } from '../lib/due.ts'
import { useTicking } from '../lib/use-now.ts'
import classes from './DueClock.module.css'
import { useUiWords } from './words.tsx'

const icons = { accept: IconHourglassHigh, contact: IconPhoneCall } as const
const BREAK = '\n'

/**
 * A clock that runs down, ticking: shape, word and colour change together when it gets close and when it has run out. `narrow`: short
 * where the list is.
 */
export function DueClock({ due, isShort = false }: { due: Due; isShort?: boolean | 'narrow' }) {
  const words = useUiWords()
  // One text for all three, so that a line renders again only when something of it changes.
  const [tone, said, short] = useTicking((now) => {
    const { tone, said, short } = words.due(due, now)
    return [tone, said, short].join(BREAK)
  }).split(BREAK) as [DueTone, string, string]
  const Icon = tone === 'late' ? IconAlertTriangle : tone === 'soon' ? IconAlarm : icons[due.kind]
  return (
    <span
      className={classes.clock}
      data-tone={tone}
      data-short={isShort === false ? undefined : String(isShort)}
      title={words.dueTitle(due)}
    >
      <Icon size={14} stroke={1.8} aria-hidden="true" />
      {isShort === false ? (
        said
      ) : (
        <>
          <span className={classes.short} aria-hidden="true">
            {short}
          </span>
          <span className={classes.said}>{said}</span>
        </>
      )}
    </span>
  )
}
