import type { LeadFacts, Method, RepFacts, RepId, TurnChange, World } from '../contract/index.ts'

export interface Pick {
  rep: RepFacts
  turn: TurnChange
  /** Who was level before the tie was broken; the picked one alone when nobody was. */
  tied: readonly RepFacts[]
}

/**
 * Picks one of the eligible by the method and works out the turn. `eligible` is not empty. All methods move the same numbers,
 * so that a rule may change its method without anybody paying for it.
 */
export function pick(method: Method, pool: string, eligible: readonly RepFacts[], lead: LeadFacts, world: World): Pick {
  const numbers = world.turns.get(pool)
  const before = eligible.map((rep) => numbers?.get(rep.id) ?? 0)
  const weights = eligible.map((rep) => (method === 'weighted' ? rep.weight : 1))
  const raised = before.map((number, i) => number + weights[i]!)
  const best = method === 'least-loaded' ? leastLoaded(eligible, raised) : greatest(raised)
  const tied = best.map((i) => eligible[i]!)
  const rep = tied.length === 1 ? tied[0]! : breakTie(tied, lead)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const changes = eligible.map((one, i) => ({
    repId: one.id,
    before: before[i]!,
    after: tidy(one === rep ? raised[i]! - sum : raised[i]!),
  }))
  return { rep, turn: { pool, changes }, tied }
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

/** Smallest open leads / capacity, compared by cross-multiplication; no capacity counts as the pool's largest (R16). */
function leastLoaded(reps: readonly RepFacts[], raised: readonly number[]): number[] {
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
  if (best.length === 1) return best
  const level = greatest(best.map((i) => raised[i]!))
  return level.map((i) => best[i]!)
}

/** Least recently given a lead, then a stable hash of lead and rep: never the order of the list, never the name (R15). */
function breakTie(tied: readonly RepFacts[], lead: LeadFacts): RepFacts {
  return tied.reduce((best, rep) => {
    const difference = (rep.lastGivenAt ?? -1) - (best.lastGivenAt ?? -1)
    if (difference !== 0) return difference < 0 ? rep : best
    const hashes = hash(lead, rep.id) - hash(lead, best.id)
    return hashes < 0 || (hashes === 0 && rep.id < best.id) ? rep : best
  })
}

/** FNV-1a over what tells leads apart, mixed once more: unsaved leads have no id yet, so their texts count too. */
function hash(lead: LeadFacts, repId: RepId): number {
  let value = 0x811c9dc5
  const mix = (byte: number): void => {
    value = Math.imul(value ^ byte, 0x01000193)
  }
  const text = `${lead.id}|${lead.email ?? ''}|${lead.phone ?? ''}|${lead.name ?? ''}|${repId}`
  for (let i = 0; i < text.length; i++) mix(text.charCodeAt(i))
  value ^= value >>> 15
  value = Math.imul(value, 0x85ebca6b)
  return (value ^ (value >>> 13)) >>> 0
}

/** Sums of fractions like 0.1 drift in the last digits; numbers this close are the same number. */
const LEVEL = 1e-9
const tidy = (number: number): number => Math.round(number * 1e9) / 1e9 + 0
