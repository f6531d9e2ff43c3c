import { type Due, type DueTone, toneOf } from '../lib/due.ts'
import { formatAge, formatWhen } from './formats.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export interface DueSaid {
  tone: DueTone
  /** "4:12 left", "contact due in 0:42", "breached 12 min ago". */
  said: string
  /** For narrow places, beside a mark that says which clock it is. */
  short: string
}

/** Minutes and seconds under an hour, then the time it ends: a clock that counts hours down is only noise. */
export function dueSaid(due: Due, now: number): DueSaid {
  const tone = toneOf(due, now)
  const left = Math.max(0, due.at - now)
  const isNear = left < HOUR
  if (tone === 'late') {
    const ago = now - due.at
    const age = formatAge(ago)
    const said = ago < MINUTE ? 'breached just now' : `breached ${age} ago`
    return { tone, said, short: ago < MINUTE ? 'late' : `${age} late` }
  }
  const until = isNear ? countdown(left) : formatWhen(due.at, now)
  if (due.kind === 'accept') return { tone, said: isNear ? `${until} left` : `until ${until}`, short: until }
  return { tone, said: isNear ? `contact due in ${until}` : `contact by ${until}`, short: isNear ? until : `by ${until}` }
}

/** "4:12", "0:07". */
export function countdown(ms: number): string {
  const seconds = Math.floor(ms / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
