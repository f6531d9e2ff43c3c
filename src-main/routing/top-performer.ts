import type { RepFacts } from '../contract/index.ts'

/**
 * Leads of the team's average that each rep's own record is diluted with, so that one lead won of one is not the best rate
 * of all (the shrinkage of an empirical Bayes estimate).
 */
const PRIOR_LEADS = 10

/** A rep's win rate, drawn towards the pool's. */
export function winRate(rep: Pick<RepFacts, 'wonLately' | 'closedLately'>, poolRate: number): number {
  return (rep.wonLately + PRIOR_LEADS * poolRate) / (rep.closedLately + PRIOR_LEADS)
}

/** Won of closed over the whole pool; 0 when nothing was closed. */
export function poolWinRate(members: readonly RepFacts[]): number {
  const closed = members.reduce((sum, rep) => sum + rep.closedLately, 0)
  return closed === 0 ? 0 : members.reduce((sum, rep) => sum + rep.wonLately, 0) / closed
}

/**
 * Places in `eligible` of those with the highest win rate, passing over whoever carries more than so many times the pool's median
 * load; when all do, load is no reason (R26: a lead never waits for it).
 */
export function bestPerformers(members: readonly RepFacts[], eligible: readonly RepFacts[], maxLoadMultiple: number): number[] {
  const most = maxLoadMultiple * Math.max(1, median(members.filter((rep) => rep.isActive).map((rep) => rep.openLeads)))
  const light = eligible.flatMap((rep, i) => (rep.openLeads <= most ? [i] : []))
  const asked = light.length > 0 ? light : eligible.map((_, i) => i)
  const rate = poolWinRate(members)
  const rates = asked.map((i) => winRate(eligible[i]!, rate))
  const best = Math.max(...rates)
  return asked.filter((_, at) => best - rates[at]! <= 1e-12)
}

function median(numbers: readonly number[]): number {
  if (numbers.length === 0) return 0
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
