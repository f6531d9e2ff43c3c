import type { PoolSelection } from '../../../src-main/contract/index.ts'
import { partOfPool } from './destinations.ts'

interface Member {
  name: string
  email: string
  team: string | null
}

const fold = (text: string): string => text.trim().toLowerCase()

/** Who may be in a pool whatever the lead: by team and by name. What depends on the lead or on labels narrows later. */
export function membersOf<Rep extends Member>(pool: PoolSelection, reps: readonly Rep[]): Rep[] {
  const teams = partOfPool(pool, 'team').map(fold)
  const named = partOfPool(pool, 'reps').map(fold)
  return reps.filter(
    (rep) =>
      (teams.length === 0 || (rep.team !== null && teams.includes(fold(rep.team)))) &&
      (named.length === 0 || named.includes(fold(rep.email))),
  )
}

export interface ShareRow {
  email: string
  name: string
  share: number | undefined
  /** Has a percentage but is none of the rule's reps. */
  isOutside: boolean
}

/** A line for each rep of the pool, then for those who have a percentage without being in it. */
export function shareRows(shares: Readonly<Record<string, number>>, pool: PoolSelection, reps: readonly Member[]): ShareRow[] {
  const byEmail = new Map(Object.entries(shares).map(([email, share]) => [fold(email), share]))
  const inside = membersOf(pool, reps).map((rep) => ({
    email: rep.email,
    name: rep.name,
    share: byEmail.get(fold(rep.email)),
    isOutside: false,
  }))
  const known = new Set(inside.map((row) => fold(row.email)))
  const names = new Map(reps.map((rep) => [fold(rep.email), rep.name]))
  const outside = Object.entries(shares)
    .filter(([email]) => !known.has(fold(email)))
    .map(([email, share]) => ({ email, name: names.get(fold(email)) ?? email, share, isOutside: true }))
  return [...inside, ...outside]
}

/** Hundredths are exact enough for people, and 33.3 three times is still 99.9. */
const exact = (sum: number): number => Math.round(sum * 100) / 100

export interface ShareSum {
  sum: number
  left: number
  /** Reps without a percentage, who share what is left. */
  open: number
}

export function shareSum(rows: readonly ShareRow[]): ShareSum {
  const sum = exact(rows.reduce((total, row) => total + (row.share ?? 0), 0))
  return { sum, left: exact(100 - sum), open: rows.filter((row) => row.share === undefined).length }
}

/** Sets or, with `undefined`, takes away a rep's percentage; however the address was written before. */
export function withShare(
  shares: Readonly<Record<string, number>>,
  email: string,
  share: number | undefined,
): Record<string, number> | undefined {
  const others = Object.entries(shares).filter(([known]) => fold(known) !== fold(email))
  const next = Object.fromEntries(share === undefined ? others : [...others, [email, share]])
  return Object.keys(next).length === 0 ? undefined : next
}
