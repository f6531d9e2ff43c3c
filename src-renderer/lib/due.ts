/** What is asked of a rep next: to accept a lead, or to reach the person first. Times are epoch ms. */
export interface Due {
  kind: 'accept' | 'contact'
  /** Until when. */
  at: number
  /** When the contact clock ran out; null while it runs. */
  breachedAt: number | null
}

/** `soon`: within ten minutes. `late`: run out. */
export type DueTone = 'calm' | 'soon' | 'late'

export const SOON_MS = 10 * 60_000

interface Clocked {
  status: string
  touchedAt: number | null
  dueKind: 'accept' | 'contact' | null
  dueAt: number | null
  breachedAt: number | null
}

/** The clock that runs on a lead, or ran out on it; null when none does. One that was touched is late no longer. */
export function dueOf({ status, touchedAt, dueKind, dueAt, breachedAt }: Clocked): Due | null {
  if (status === 'offered') return dueKind === 'accept' && dueAt !== null ? { kind: 'accept', at: dueAt, breachedAt: null } : null
  if (status !== 'assigned' || touchedAt !== null) return null
  if (breachedAt !== null) return { kind: 'contact', at: breachedAt, breachedAt }
  return dueKind === 'contact' && dueAt !== null ? { kind: 'contact', at: dueAt, breachedAt: null } : null
}

export function toneOf({ kind, at, breachedAt }: Due, now: number): DueTone {
  if (breachedAt !== null || (kind === 'contact' && at <= now)) return 'late'
  return at - now <= SOON_MS ? 'soon' : 'calm'
}
