import type { Condition, LeadFacts, RepFacts, World } from '../../../src-main/contract/index.ts'
import { words } from '../../../src-main/desk/words.ts'
import { type CompiledRuleset, compileRuleset } from '../../../src-main/routing/compile-ruleset.ts'
import { charge } from '../../../src-main/routing/charge.ts'
import { decide } from '../../../src-main/routing/decide.ts'
import { recordDecision } from '../../../src-main/routing/record.ts'
import { aRepFact, aRuleset, aWorld } from '../../helpers/facts.ts'
import { decideData, type FlatLead } from '../data/rules.ts'
import { indexedMatch, plainMatch } from '../floors/match.ts'
import { deciding } from '../floors/pick.ts'
import { mustAgree, race, type Row, type Timing, type Variant } from '../measure.ts'
import { jsonLogicMatch, jsonRulesMatch, type ZenMatch, zenMatch } from '../peers.ts'

const LEADS = 10_000
/** json-rules-engine takes a second over what the others do in a few milliseconds. */
const TRIES_OF_SLOW_PEER = 10_000
const BATCH = 1_000
const NOBODY = aWorld([])

export async function measureDecide(): Promise<Row[]> {
  const fifty = await matching(50)
  const many = await matching(500)
  const growth = (name: string): number => many.times.get(name)!.micros / fifty.times.get(name)!.micros
  const noise = (name: string): number => fifty.times.get(name)!.noise + many.times.get(name)!.noise
  return [
    ...fifty.rows,
    ...many.rows,
    {
      workload: 'decide, 500 rules for 50',
      product: growth('product'),
      floor: 1,
      against: 'the same time',
      unit: 'x',
      must: 5,
      aim: 3.5,
      noise: noise('product'),
    },
    {
      workload: 'decide, 500 rules for 50',
      product: growth('index'),
      floor: 1,
      against: 'the floor’s own growth',
      unit: 'x',
      must: null,
      aim: null,
      noise: noise('index'),
    },
    ...(await wholeDecision('least-loaded')),
    ...(await wholeDecision('weighted')),
  ]
}

async function matching(rules: number): Promise<{ rows: Row[]; times: Map<string, Timing> }> {
  const { conditions, leads, flat, wanted } = decideData(rules, LEADS, 20_261_121 + rules)
  const product = productMatch(rulesetOf(conditions, 'weighted'))
  const index = indexedMatch(conditions)
  const plain = plainMatch(conditions)
  const logic = jsonLogicMatch(conditions)
  const engine = jsonRulesMatch(conditions)
  const zen = zenMatch(conditions)
  const some = flat.slice(0, TRIES_OF_SLOW_PEER / rules)
  const batch = flat.slice(0, BATCH)
  const about = `decide, ${rules} rules`
  mustAgree(about, 'the product', wanted, leads.map(product))
  mustAgree(about, 'the floor', wanted, leads.map(index))
  mustAgree(about, 'plain closures', wanted, leads.map(plain))
  mustAgree(about, 'json-logic-engine', wanted, flat.map(logic))
  const slow: number[] = []
  for (const lead of some) slow.push(await engine(lead))
  mustAgree(about, 'json-rules-engine', wanted.slice(0, some.length), slow)
  if (zen) {
    const singly: number[] = []
    for (const lead of some) singly.push(await zen.one(lead))
    mustAgree(about, 'zen-engine', wanted.slice(0, some.length), singly)
    mustAgree(about, 'zen-engine in batches', wanted.slice(0, BATCH), await zen.batch(batch))
  } else console.error(`${about}: GoRules ZEN is not measured, as it is not installed (test/bench/README.md)`)

  const times = await race(
    [
      { name: 'product', ops: LEADS, run: () => runAll(leads, product) },
      { name: 'index', ops: LEADS, run: () => runAll(leads, index) },
      { name: 'plain', ops: LEADS, run: () => runAll(leads, plain) },
      { name: 'logic', ops: LEADS, run: () => runAll(flat, logic) },
      {
        name: 'engine',
        ops: some.length,
        run: async () => {
          for (const lead of some) await engine(lead)
        },
      },
      ...(zen ? zenVariants(zen, some, batch) : []),
    ],
    9,
  )
  const against = (name: string, goal: Pick<Row, 'against' | 'must' | 'aim' | 'isAhead'>): Row => ({
    workload: `match, ${rules} rules`,
    product: times.get('product')!.micros,
    floor: times.get(name)!.micros,
    unit: 'µs',
    noise: Math.max(times.get('product')!.noise, times.get(name)!.noise),
    ...goal,
  })
  const isFew = rules === 50
  return {
    times,
    rows: [
      against('index', { against: 'floor: index and closures', must: 2, aim: 1.2 }),
      against('plain', { against: 'closures tried in turn', must: null, aim: null }),
      against('logic', { against: 'json-logic-engine compiled', must: isFew ? 1.1 : 4, aim: isFew ? 1.8 : 7, isAhead: true }),
      against('engine', { against: 'json-rules-engine', must: isFew ? 400 : null, aim: null, isAhead: true }),
      ...(zen
        ? [
            against('zen batch', { against: 'zen-engine, 1,000 a call', must: isFew ? 20 : null, aim: null, isAhead: true }),
            against('zen one', { against: 'zen-engine, one a call', must: null, aim: null, isAhead: true }),
          ]
        : []),
    ],
  }
}

function zenVariants(zen: ZenMatch, some: readonly FlatLead[], batch: readonly FlatLead[]): Variant[] {
  return [
    { name: 'zen batch', ops: batch.length, run: () => zen.batch(batch), by: 'threads' },
    {
      name: 'zen one',
      ops: some.length,
      run: async () => {
        for (const lead of some) await zen.one(lead)
      },
      by: 'threads',
    },
  ]
}

function runAll<T>(leads: readonly T[], match: (lead: T) => number): number {
  let sum = 0
  for (const lead of leads) sum += match(lead)
  return sum
}

function productMatch(ruleset: CompiledRuleset): (lead: LeadFacts) => number {
  return (lead) => {
    let found = -1
    ruleset.index.eachMatch(lead, NOBODY, ruleset.slots(), (rule) => {
      found = rule
      return true
    })
    return found
  }
}

function rulesetOf(conditions: readonly Condition[], by: string): CompiledRuleset {
  const rules = conditions.map((when, i) => ({ name: `Rule ${i + 1}`, when, then: { to: 'pool', pool: {}, by } }))
  return compileRuleset(aRuleset(rules), 1, words)
}

/** Forty reps, some of whom are not here. */
function aTeam(): RepFacts[] {
  return Array.from({ length: 40 }, (_, i) =>
    aRepFact(i + 1, {
      weight: 1 + (i % 4),
      capacity: 1_000 + 100 * (i % 5),
      isPaused: i % 10 === 3,
      availability: i % 8 === 5 ? 'away' : 'available',
    }),
  )
}

async function wholeDecision(by: 'weighted' | 'least-loaded'): Promise<Row[]> {
  const { conditions, leads } = decideData(50, LEADS, 20_261_171)
  const ruleset = rulesetOf(conditions, by)
  const match = indexedMatch(conditions)
  const product = (isRecorded: boolean) => (): number[] => {
    const world: World = aWorld(aTeam())
    return leads.map((lead) => {
      const decision = decide(lead, world, ruleset)
      if (isRecorded) recordDecision(lead, world, decision, ruleset)
      charge(world, decision)
      return decision.repId ?? 0
    })
  }
  const floor = (): number[] => leads.map(deciding(match, by, aTeam()))
  mustAgree(`decide ${by}`, 'the floor', product(false)(), floor())
  const times = await race(
    [
      { name: 'decide', ops: LEADS, run: product(false) },
      { name: 'recorded', ops: LEADS, run: product(true) },
      { name: 'floor', ops: LEADS, run: floor },
    ],
    7,
  )
  const { decide: decided, recorded, floor: least } = Object.fromEntries(times) as Record<string, Timing>
  return [
    {
      workload: `decide, ${by} of 40 reps`,
      product: decided!.micros,
      floor: least!.micros,
      against: 'floor: counted in place',
      unit: 'µs',
      must: null,
      aim: null,
      noise: decided!.noise,
    },
    {
      workload: `… with its record`,
      product: recorded!.micros,
      floor: decided!.micros,
      against: 'decide alone',
      unit: 'µs',
      must: null,
      aim: null,
      noise: recorded!.noise,
    },
  ]
}
