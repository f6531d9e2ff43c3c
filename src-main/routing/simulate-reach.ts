import type { DecisionRecord, Grade, IneligibleReason, RepFacts, RepId } from '../contract/index.ts'
import type { CompiledRuleset } from './compile-ruleset.ts'
import type { Waiting } from './simulate-lines.ts'

/** What time or room may put right; the rest stands against a rep for as long as a simulation runs. */
const PASSING: ReadonlySet<IneligibleReason> = new Set([
  'time-off',
  'outside-hours',
  'at-capacity',
  'at-daily-cap',
  'at-hourly-cap',
  'at-rule-cap',
])

const RANKS: Readonly<Record<Grade, number>> = { hot: 0, warm: 1, cold: 2 }
const NO_GRADE = 3
export const rankOf = (grade: Grade | null): number => (grade === null ? NO_GRADE : RANKS[grade])

/**
 * The line a waiting lead belongs to: who might ever take it, and what it waits for. With `isAnybody`, anybody might: which rules
 * hold changes with the hour.
 */
export function lineOf(
  { rank, lead, decision }: Waiting,
  { pools }: DecisionRecord,
  ruleset: CompiledRuleset,
  reps: readonly RepFacts[],
  isAnybody: boolean,
): { key: string; reach: readonly RepId[] } {
  const asked = pools.map(({ ruleIndex }) => ruleIndex)
  // Owners and who stands in for them need not be of the pool (R17).
  const backups = lead.ownerRepId === null ? null : backupsOf(ruleset, asked)
  const owner = backups && lead.ownerRepId
  const reach = new Set<RepId>(isAnybody ? reps.map(({ id }) => id) : [])
  if (owner !== null) reach.add(owner)
  for (const rep of backups && backups.size > 0 ? reps : []) if (backups?.has(rep.email.toLowerCase())) reach.add(rep.id)
  // Pool by pool: whom the rule's own pool takes when its cap is free again, and whom only the one behind it takes, fare differently.
  const ofPools = pools.map(({ candidates }) =>
    inOrder(candidates.filter(({ reasons }) => reasons.every((reason) => PASSING.has(reason))).map(({ repId }) => repId)),
  )
  for (const repId of ofPools.flat()) reach.add(repId)
  const ids = inOrder([...reach])
  return { key: [rank, decision.waitCode, asked.join(), owner, ids.join(), ...ofPools.map(String)].join('|'), reach: ids }
}

const inOrder = (ids: readonly RepId[]): RepId[] => ids.toSorted((a, b) => a - b)

/** E-mail addresses of those who stand in for owners by these rules; null when none asks for the owner first. */
function backupsOf(ruleset: CompiledRuleset, asked: readonly number[]): Set<string> | null {
  const backups = new Set<string>()
  let isAsked = false
  for (const index of asked) {
    const rule = ruleset.rules[index]
    for (const to of rule ? [rule.then, rule.otherwise] : []) {
      if (to === 'next' || to.to !== 'pool' || to.owner === null) continue
      isAsked = true
      if (to.owner.backup !== '') backups.add(to.owner.backup)
    }
  }
  return isAsked ? backups : null
}
