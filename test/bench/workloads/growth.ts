import { words } from '../../../src-main/desk/words.ts'
import type { Condition, LeadFacts, RepFacts, World } from '../../../src-main/contract/index.ts'
import { charge } from '../../../src-main/routing/charge.ts'
import { type CompiledRuleset, compileRuleset } from '../../../src-main/routing/compile-ruleset.ts'
import { decide } from '../../../src-main/routing/decide.ts'
import { recordDecision } from '../../../src-main/routing/record.ts'
import { aRepFact, aRuleset, aWorld } from '../../helpers/facts.ts'
import { decideData } from '../data/rules.ts'
import { mustAgree, race, type Row, type Timing, type Variant } from '../measure.ts'

const RULES = [10, 20, 50, 100, 200, 500, 1_000]
const REPS = [5, 20, 50, 100, 200, 500]
const METHODS = ['weighted', 'share'] as const
const LEADS_BY_RULES = 4_000
const LEADS_BY_REPS = 300
const ROUNDS = 5

/** What more rules and more reps cost. Nothing may grow faster than linearly from one size to the next. */
export async function measureGrowth(): Promise<Row[]> {
  return [...(await byRules()), ...(await byReps())]
}

async function byRules(): Promise<Row[]> {
  const sizes = RULES.map((count) => {
    const { conditions, leads, wanted } = decideData(count, LEADS_BY_RULES, 20_261_300 + count)
    const document = aRuleset(conditions.map(aRule))
    const compile = (): CompiledRuleset => compileRuleset(document, 1, words)
    const ruleset = compile()
    const world = aWorld(aTeam(1))
    const run = (): number[] => leads.map((lead) => decide(lead, world, ruleset).ruleIndex)
    mustAgree(`growth, ${count} rules`, 'the product', wanted, run())
    return { count, leads, compile, run }
  })
  const deciding = await race(
    sizes.map(({ count, leads, run }) => ({ name: String(count), ops: leads.length, run })),
    ROUNDS,
  )
  const compiling = await race(
    sizes.map(({ count, compile }) => ({ name: String(count), ops: 1_000, run: compile })),
    2 * ROUNDS,
  )
  return [
    ...growing(deciding, RULES, 'µs', (count) => `decide, ${count} rules`),
    // Once a publishing, and rules bring new values with them: told, and not judged.
    ...growing(compiling, RULES, 'ms', (count) => `compile ${count} rules`).map((row) => ({ ...row, must: null })),
  ]
}

const aRule = (when: Condition, i: number) => ({ name: `Rule ${i + 1}`, when, then: { to: 'pool', pool: {}, by: 'weighted' } })

/** Whole decisions, picked, recorded and charged, in one pool that all reps are in. */
async function byReps(): Promise<Row[]> {
  const { conditions, leads } = decideData(50, LEADS_BY_REPS, 20_261_350)
  const rows: Row[] = []
  for (const by of METHODS) {
    const rules = conditions.map((when, i) => ({ ...aRule(when, i), then: { to: 'pool', pool: {}, by } }))
    const ruleset = compileRuleset(aRuleset(rules), 1, words)
    const variants = REPS.map((count): Variant => ({
      name: String(count),
      ops: leads.length,
      run: () => deciding(leads, aWorld(aTeam(count)), ruleset),
    }))
    rows.push(...growing(await race(variants, ROUNDS), REPS, 'µs', (count) => `${by}, ${count} reps`))
  }
  return rows
}

function deciding(leads: readonly LeadFacts[], world: World, ruleset: CompiledRuleset): number {
  let given = 0
  for (const lead of leads) {
    const decision = decide(lead, world, ruleset)
    recordDecision(lead, world, decision, ruleset)
    charge(world, decision)
    if (decision.repId !== null) given++
  }
  return given
}

function aTeam(count: number): RepFacts[] {
  return Array.from({ length: count }, (_, i) => aRepFact(i + 1, { weight: 1 + (i % 4), capacity: 1_000 + 100 * (i % 5) }))
}

/** One row a size, beside what linear growth from the size before it would cost. */
function growing(
  times: ReadonlyMap<string, Timing>,
  sizes: readonly number[],
  unit: Row['unit'],
  name: (size: number) => string,
): Row[] {
  const first = times.get(String(sizes[0]))!
  return sizes.map((size, i) => {
    const { micros, noise } = times.get(String(size))!
    const before = sizes[i - 1]
    const row = { workload: name(size), product: micros, unit, aim: null, noise }
    if (before === undefined) return { ...row, floor: null, against: '', must: null }
    const last = times.get(String(before))!
    return {
      ...row,
      floor: (last.micros * size) / before,
      against: `linear from ${before} on; ${(micros / first.micros).toFixed(1)} × that of ${sizes[0]}`,
      must: 1.15,
      noise: Math.max(noise, last.noise),
    }
  })
}
