import { type Due, type DueTone, toneOf } from '../lib/due.ts'
import { formatAge, formatWhen } from './formats.ts'
import { inLanguage } from './language.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export const dueText = inLanguage('dueText', {
  lateNow: 'breached just now',
  late: (age: string): string => `breached ${age} ago`,
  lateNowShort: 'late',
  lateShort: (age: string): string => `${age} late`,
  acceptIn: (countdown: string): string => `${countdown} left`,
  acceptBy: (time: string): string => `until ${time}`,
  contactIn: (countdown: string): string => `contact due in ${countdown}`,
  contactBy: (time: string): string => `contact by ${time}`,
  contactByShort: (time: string): string => `by ${time}`,
})

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
  if (tone === 'late') {
    const ago = now - due.at
    if (ago < MINUTE) return { tone, said: dueText.lateNow, short: dueText.lateNowShort }
    return { tone, said: dueText.late(formatAge(ago)), short: dueText.lateShort(formatAge(ago)) }
  }
  if (left < HOUR) {
    const clock = countdown(left)
    return { tone, said: due.kind === 'accept' ? dueText.acceptIn(clock) : dueText.contactIn(clock), short: clock }
  }
  const time = formatWhen(due.at, now)
  if (due.kind === 'accept') return { tone, said: dueText.acceptBy(time), short: time }
  return { tone, said: dueText.contactBy(time), short: dueText.contactByShort(time) }
}

/** "4:12", "0:07". */
export function countdown(ms: number): string {
  const seconds = Math.floor(ms / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
