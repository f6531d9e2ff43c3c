import type { RepFacts } from '../contract/index.ts'

/**
 * Leads of the team's average that each rep's own record is diluted with, so that one lead won of one is not the best rate
 * of all (the shrinkage of an empirical Bayes estimate).
 */
const PRIOR_LEADS = 10

/** How far below the estimate the rate counted on lies: the true one is above it 19 times of 20. */
const STANDARD_ERRORS = 1.645

/**
 * The win rate that can be counted on: a rep's own drawn towards the pool's, less what chance may have added. Drawing alone would leave
 * one lead won of one above the pool's rate, and so above everybody in a pool of two.
 */
export function winRate(rep: Pick<RepFacts, 'wonLately' | 'closedLately'>, poolRate: number): number {
  const leads = rep.closedLately + PRIOR_LEADS
  const rate = (rep.wonLately + PRIOR_LEADS * poolRate) / leads
  return rate - STANDARD_ERRORS * Math.sqrt((rate * (1 - rate)) / (leads + 1))
}

/** Won of closed over the whole pool, with one of each added: no pool is sure to win, or never to. */
export function poolWinRate(members: readonly RepFacts[]): number {
  const closed = members.reduce((sum, rep) => sum + rep.closedLately, 0)
  return (members.reduce((sum, rep) => sum + rep.wonLately, 0) + 1) / (closed + 2)
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
