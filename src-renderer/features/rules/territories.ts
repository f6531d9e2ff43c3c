import type { Rule } from '../../../src-main/contract/index.ts'

const fold = (text: string): string => text.trim().toLowerCase()

/** Names of the active reps who serve a territory. */
export function servedBy(
  territory: string,
  reps: readonly { name: string; isActive: boolean; territories: readonly string[] }[],
): string[] {
  const wanted = fold(territory)
  return reps.filter((rep) => rep.isActive && rep.territories.some((each) => fold(each) === wanted)).map((rep) => rep.name)
}

/** Names of the rules that name a territory anywhere, in a condition or for a pool. */
export function rulesUsing(territory: string, rules: readonly Rule[]): string[] {
  const wanted = fold(territory)
  if (wanted === '') return []
  return rules.filter((rule) => names([rule.when, rule.then, rule.otherwise], wanted)).map((rule) => rule.name)
}

function names(part: unknown, wanted: string): boolean {
  if (typeof part === 'string') return fold(part) === wanted
  if (Array.isArray(part)) return part.some((each) => names(each, wanted))
  if (part === null || typeof part !== 'object') return false
  return Object.values(part).some((each) => names(each, wanted))
}
