import type { RepCard } from '../../../src-main/contract/index.ts'
import { isHere } from '../../state/selectors.ts'

export const SORT_KEYS = ['name', 'status', 'load', 'today', 'weight'] as const
export type SortKey = (typeof SORT_KEYS)[number]

/** By team and name when `key` is null. */
export interface Sorting {
  key: SortKey | null
  isDescending: boolean
}

/** A press on a column's head: that way, the other way, and back to teams. Of numbers the greatest come first. */
export function nextSorting({ key, isDescending }: Sorting, pressed: SortKey): Sorting {
  const first = pressed !== 'name' && pressed !== 'status'
  if (key !== pressed) return { key: pressed, isDescending: first }
  return isDescending === first ? { key, isDescending: !first } : { key: null, isDescending: false }
}

/** `reps` come in order of team and name, which stays where they are level. */
export function sortReps(reps: readonly RepCard[], { key, isDescending }: Sorting): readonly RepCard[] {
  if (key === null) return reps
  const compare = COMPARE[key]
  return reps.toSorted((a, b) => (isDescending ? compare(b, a) : compare(a, b)))
}

const AVAILABILITY_RANK = { available: 0, busy: 1, away: 2 } as const

/** Who gets leads first, then those merely not here, then those who are out. */
function statusRank(rep: RepCard): number {
  if (isHere(rep)) return 0
  if (!rep.isActive) return 6
  if (rep.isDraining) return 5
  if (rep.isPaused) return 4
  return rep.availability === 'available' ? 3 : AVAILABILITY_RANK[rep.availability]
}

/** How full they are; without a limit by the number alone, below those who have one. */
const fullness = ({ openLeads, capacity }: RepCard): number =>
  capacity === null ? -1 / (1 + openLeads) : openLeads / Math.max(capacity, 1)

const COMPARE: Record<SortKey, (a: RepCard, b: RepCard) => number> = {
  name: (a, b) => a.name.localeCompare(b.name),
  status: (a, b) => statusRank(a) - statusRank(b),
  load: (a, b) => fullness(a) - fullness(b),
  today: (a, b) => a.givenToday - b.givenToday,
  weight: (a, b) => a.effectiveWeight - b.effectiveWeight,
}
