import type { LeadFacts, Method, RepFacts, TurnChange, World } from '../contract/index.ts'
import type { CompiledPool } from './pool.ts'
import { type Standing, shortfalls } from './share.ts'
import { bestPerformers } from './top-performer.ts'

export interface Pick {
  rep: RepFacts
  /** Null when the method passed over the turn to somebody who is a round behind already. */
  turn: TurnChange | null
  /** Who was level before the tie was broken; the picked one alone when nobody was. */
  tied: readonly RepFacts[]
}

/** What a pick may look at beyond the eligible. */
export interface PickFrom {
  pool: CompiledPool
  /** Everyone of the pool, eligible or not; where the method does not look at them, whoever was at hand. */
  members: readonly RepFacts[]
  eligible: readonly RepFacts[]
  maxLoadMultiple: number
  shareWindowDays: number
}

/** Methods whose turns count weights; in the others everyone counts one. */
export const isByWeight = (method: string): boolean => method === 'weighted' || method === 'tiers'

/** Methods that measure the eligible by the whole pool. */
export const looksAtMembers = (method: Method): boolean => method === 'share' || method === 'top-performer'

/** Methods that ask the turn first. The others ask it only between those they hold equal, or never. */
const isByTurn = (method: Method): boolean => isByWeight(method) || method === 'round-robin' || method === 'claim'

/**
 * Picks one of the eligible by the method and works out the turn. `eligible` is not empty. All methods move the same numbers, so
 * that a rule may change its method without anybody paying for it: those that pass over the turn take nobody further than
 * one round behind, or whoever was best for a year would get nothing for the next.
 */
export function pick(method: Method, from: PickFrom, lead: LeadFacts, world: World): Pick {
  const { eligible } = from
  const numbers = world.turns.get(from.pool.key)
  const before = eligible.map((rep) => numbers?.get(rep.id) ?? 0)
  const weights = eligible.map((rep) => (isByWeight(method) ? rep.weight : 1))
  const raised = before.map((number, i) => number + weights[i]!)
  const best = level(bestOf(method, from, world), raised, method)
  const tied = best.map((i) => eligible[i]!)
  const rep = tied.length === 1 ? tied[0]! : breakTie(tied, lead)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (!isByTurn(method) && raised[eligible.indexOf(rep)]! < -LEVEL) return { rep, turn: null, tied }
  const changes = eligible.map((one, i) => ({
    repId: one.id,
    before: before[i]!,
    after: tidy(one === rep ? raised[i]! - sum : raised[i]!),
  }))
  return { rep, turn: { pool: from.pool.key, changes }, tied }
}

/** Places in `eligible` of those the method itself prefers, before turns and ties are asked. */
function bestOf(method: Method, { pool, members, eligible, maxLoadMultiple, shareWindowDays }: PickFrom, world: World): number[] {
  switch (method) {
    case 'least-loaded':
      return leastLoaded(eligible)
    case 'longest-idle':
      return least(eligible.map((rep) => rep.lastGivenAt ?? -1))
    case 'top-performer':
      return bestPerformers(members, eligible, maxLoadMultiple)
    case 'share':
      return mostShort(shortfalls(pool, members, eligible, shareWindowDays, world))
    default:
      return eligible.map((_, i) => i)
  }
}

/** Of the best, those whose turn it is (R14); shares know no turns. */
function level(best: readonly number[], raised: readonly number[], method: Method): number[] {
  if (best.length === 1 || method === 'share') return [...best]
  if (best.length === raised.length) return greatest(raised)
  return greatest(best.map((i) => raised[i]!)).map((i) => best[i]!)
}

/**
 * Charges a turn for a lead that went past the method (owner first, by hand): the receiver pays as if picked, but never
 * falls further than one round behind (R17).
 */
export function chargeTurn(
  pool: string,
  rep: RepFacts,
  eligible: readonly RepFacts[],
  isWeighted: boolean,
  world: World,
): TurnChange | null {
  const numbers = world.turns.get(pool)
  const all = eligible.includes(rep) ? eligible : [...eligible, rep]
  const weights = all.map((one) => (isWeighted ? one.weight : 1))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const own = (numbers?.get(rep.id) ?? 0) + (isWeighted ? rep.weight : 1) - sum
  if (own < -sum) return null
  return {
    pool,
    changes: all.map((one, i) => {
      const before = numbers?.get(one.id) ?? 0
      return { repId: one.id, before, after: tidy(one === rep ? own : before + weights[i]!) }
    }),
  }
}

function greatest(numbers: readonly number[]): number[] {
  let best: number[] = [0]
  for (let i = 1; i < numbers.length; i++) {
    const difference = numbers[i]! - numbers[best[0]!]!
    if (Math.abs(difference) <= LEVEL) best.push(i)
    else if (difference > 0) best = [i]
  }
  return best
}

const least = (numbers: readonly number[]): number[] => greatest(numbers.map((number) => -number))

const mostShort = (standings: readonly Standing[]): number[] => greatest(standings.map(({ shortfall }) => shortfall))

/** Smallest open leads / capacity, compared by cross-multiplication; no capacity counts as the pool's largest (R16). */
function leastLoaded(reps: readonly RepFacts[]): number[] {
  const largest = Math.max(1, ...reps.map((rep) => rep.capacity ?? 0))
  const load = (rep: RepFacts): [number, number] => [rep.openLeads, rep.capacity ?? largest]
  let best: number[] = [0]
  for (let i = 1; i < reps.length; i++) {
    const [open, room] = load(reps[i]!)
    const [bestOpen, bestRoom] = load(reps[best[0]!]!)
    const difference = open * bestRoom - bestOpen * room
    if (difference === 0) best.push(i)
    else if (difference < 0) best = [i]
  }
  return best
}

/** Least recently given a lead, then a stable hash of lead and rep: never the order of the list, never the name (R15). */
function breakTie(tied: readonly RepFacts[], lead: LeadFacts): RepFacts {
  const hashWith = hashOf(lead)
  return tied.reduce((best, rep) => {
    const difference = (rep.lastGivenAt ?? -1) - (best.lastGivenAt ?? -1)
    if (difference !== 0) return difference < 0 ? rep : best
    const hashes = hashWith(rep.id) - hashWith(best.id)
    return hashes < 0 || (hashes === 0 && rep.id < best.id) ? rep : best
  })
}

/**
 * FNV-1a over what tells leads apart and the rep, mixed once more: unsaved leads have no id yet, so their texts count too. The lead's part
 * is worked out once for all reps.
 */
function hashOf(lead: LeadFacts): (repId: number) => number {
  const ofLead = fnv(0x811c9dc5, `${lead.id}|${lead.email ?? ''}|${lead.phone ?? ''}|${lead.name ?? ''}|`)
  return (repId) => {
    let value = fnv(ofLead, String(repId))
    value ^= value >>> 15
    value = Math.imul(value, 0x85ebca6b)
    return (value ^ (value >>> 13)) >>> 0
  }
}

function fnv(from: number, text: string): number {
  let value = from
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value
}

/** Sums of fractions like 0.1 drift in the last digits; numbers this close are the same number. */
export const LEVEL = 1e-9
const tidy = (number: number): number => Math.round(number * 1e9) / 1e9 + 0
