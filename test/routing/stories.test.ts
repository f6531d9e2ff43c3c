import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision, DecisionRecord, LeadFacts, RepFacts, RuleId, World } from '../../src-main/contract/index.ts'
import { METHODS } from '../../src-main/contract/index.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { explain } from '../../src-main/routing/explain.ts'
import { anyDesk, compile, receivers, recorded } from '../helpers/decided.ts'
import { aLeadFact, aRepFact, aWorld, NOON } from '../helpers/facts.ts'
import { idOf } from '../helpers/route-leads.ts'

const RUNS = 300
const NAMES = ['Mia', 'Tom', 'Ada', 'Eve', 'Bo', 'Ida', 'Max']
const nameOf = (id: number): string => NAMES[id - 1] ?? 'Kim'

describe('R33, R34 the record', () => {
  /** Who comes first of the pool that answered, told from the record alone. */
  function bestOf(record: DecisionRecord): number[] | null {
    const pool = record.pools.at(-1)!
    const rows = pool.candidates.flatMap((one, i) => (one.reasons.length === 0 ? [{ ...one, basis: pool.basis?.[i] ?? 0 }] : []))
    const topBy = (rank: (row: (typeof rows)[number]) => number): number[] => {
      const most = Math.max(...rows.map(rank))
      return rows.filter((row) => most - rank(row) <= 1e-4).map(({ repId }) => repId)
    }
    const largest = Math.max(1, ...rows.map(({ capacity }) => capacity ?? 0))
    switch (pool.method) {
      case 'round-robin':
        return topBy(({ number }) => number)
      case 'weighted':
      case 'tiers':
        return topBy(({ number, weight }) => number + weight)
      case 'least-loaded':
        return topBy(({ openLeads, capacity }) => -openLeads / (capacity ?? largest))
      case 'longest-idle':
        return topBy(({ basis }) => -basis)
      case 'share':
        return topBy(({ basis }) => basis)
      default:
        return null
    }
  }

  it('R33 who was eligible, who was asked and who came first can be told from it, as it is kept', () => {
    fc.assert(
      fc.property(anyDesk, ([rules, lead, world]) => {
        const { decision, record } = recorded(rules, lead, world)
        const kept = JSON.parse(JSON.stringify(record)) as DecisionRecord
        expect(kept).toEqual(record)
        const pool = kept.pools.at(-1)
        if (receivers(decision).length === 0 || decision.method === 'owner-first' || pool?.method !== decision.method) return
        const eligible = pool.candidates.filter(({ reasons }) => reasons.length === 0).map(({ repId }) => repId)
        if (decision.method === 'named') {
          expect(decision.repId).toBe(eligible[0])
          return
        }
        if (decision.repId === null) expect(decision.offeredTo).toEqual(eligible)
        else expect(eligible).toContain(decision.repId)
        if (decision.turn) {
          expect(decision.turn.changes.map(({ repId }) => repId)).toEqual(eligible)
          for (const { repId, before } of decision.turn.changes)
            expect(pool.candidates.find((one) => one.repId === repId)!.number).toBe(before)
        }
        const best = bestOf(kept)
        if (best) expect(best).toContain(decision.repId)
        if (pool.tied.length > 0) expect(pool.tied).toContain(decision.repId)
        else if (best && decision.repId !== null && pool.method !== 'least-loaded' && pool.method !== 'longest-idle')
          expect(best).toHaveLength(1)
      }),
      { numRuns: RUNS },
    )
  })
  it('R33 it names each rule above the one that decided, once', () => {
    fc.assert(
      fc.property(anyDesk, ([rules, lead, world]) => {
        const { decision, record } = recorded(rules, lead, world)
        expect(record.failed).toHaveLength(decision.ruleIndex < 0 ? rules.length : decision.ruleIndex)
        const asked = record.pools.map(({ ruleIndex }) => ruleIndex)
        expect(asked).toEqual(asked.toSorted((a, b) => a - b))
      }),
      { numRuns: 100 },
    )
  })
})

describe('R33 the sentence', () => {
  const tell = (rules: unknown[], lead: LeadFacts, world: World, isStored: boolean) => {
    const { record, ruleset } = recorded(rules, lead, world)
    return explain(record, {
      lead,
      leadId: null,
      ruleset,
      nameOf: (id) => ({ name: nameOf(id), email: `rep${id}@team.example` }),
      sayTime: () => '14:00',
      isStored,
      score: null,
    })
  }
  /** Names who got it, once; says nothing against them; is plain words throughout. */
  function proveStory(rules: unknown[], lead: LeadFacts, world: World, isStored: boolean): void {
    const why = tell(rules, lead, world, isStored)
    const decision = decide(lead, world, compile(rules))
    const said = [why.sentence, why.tie, ...why.rules.map(({ failed }) => failed)]
    said.push(...why.candidates.flatMap(({ said: reasons, basis }) => [reasons, basis]))
    for (const text of said) if (text !== null) expect(text).not.toMatch(/undefined|null|NaN|Infinity|\[object|“”|\(\)| {2}|\.\./)
    expect(why.sentence).toMatch(/^\S.*\.$/)
    const got = receivers(decision)
    // More than three are not all named.
    if (got.length <= 3) for (const id of got) expect(why.sentence.split(nameOf(id))).toHaveLength(2)
    if (decision.ruleName !== null) expect(why.sentence).toContain(`“${decision.ruleName}”`)
    if (why.tie !== null) expect(why.tie.endsWith(`: ${nameOf(decision.repId!)}.`)).toBe(true)
  }
  it('R33 names who got it, and is plain words for every decision: no undefined, null, NaN or blank', () => {
    fc.assert(
      fc.property(anyDesk, fc.boolean(), ([rules, lead, world], isStored) => {
        proveStory(rules, lead, world, isStored)
      }),
      { numRuns: RUNS },
    )
  })
  const away = { availability: 'away' as const }
  const shares = { 'rep1@team.example': 50, 'rep2@team.example': 50 }
  const given = new Map([['n:rule 0' as RuleId, new Map([[idOf(1), new Map([[Math.floor(NOON / 86_400_000), 3]])]])]])
  const owner = (ifNotHere: string): object => ({ ownerFirst: { ifNotHere, waitMinutes: 30, backup: 'rep1@team.example' } })
  const kinds: [string, object, Partial<LeadFacts>, Partial<RepFacts>, Partial<Decision>][] = [
    ['no rule', { then: { to: 'hold' }, enabled: false }, {}, {}, { waitCode: 'no-rule-matched' }],
    ['held', { then: { to: 'hold' } }, {}, {}, { waitCode: 'held-by-rule' }],
    ['held with a reason', { then: { to: 'hold', reason: 'Ask legal' } }, {}, {}, { waitCode: 'held-by-rule' }],
    ['discarded', { then: { to: 'discard', reason: 'Spam' } }, {}, {}, { outcome: 'discarded' }],
    ['nurture', { then: { to: 'nurture' } }, {}, {}, { outcome: 'nurture' }],
    ['partners', { then: { to: 'partners' } }, {}, {}, { outcome: 'partners' }],
    ['an empty pool', { then: { to: 'pool', pool: { team: 'Else' } } }, {}, {}, { waitCode: 'pool-empty' }],
    ['nobody', { then: { to: 'rep', rep: 'rep2@team.example' } }, {}, away, { waitCode: 'nobody-eligible' }],
    [
      'nobody accepted',
      { then: { to: 'rep', rep: 'rep2@team.example' } },
      { alreadyOfferedTo: [idOf(2)] },
      {},
      { waitCode: 'nobody-accepted' },
    ],
    [
      'waiting for the owner',
      { then: { to: 'pool', pool: {}, ...owner('wait') } },
      { ownerRepId: idOf(2) },
      away,
      { waitCode: 'waiting-for-owner' },
    ],
    ['a stand-in', { then: { to: 'pool', pool: {}, ...owner('backup') } }, { ownerRepId: idOf(2) }, away, { method: 'named' }],
    [
      'waiting for a share',
      { then: { to: 'pool', pool: {}, by: 'share', shares, maxWaitMinutes: 9 } },
      {},
      away,
      { waitCode: 'waiting-for-share' },
    ],
    ...METHODS.flatMap((by): typeof kinds => [
      [`by ${by}`, { then: { to: 'pool', pool: {}, by } }, { isBacklog: true }, {}, { outcome: 'assigned', method: by }],
      [
        `by ${by}, offered`,
        { then: { to: 'pool', pool: {}, by, acceptWithinMinutes: 5 } },
        {},
        {},
        { outcome: 'offered', method: by },
      ],
      [
        `by ${by}, the only one`,
        { then: { to: 'pool', pool: {}, by, acceptWithinMinutes: 5 } },
        {},
        away,
        { outcome: 'offered', repId: idOf(1) },
      ],
    ]),
  ]
  it.each(kinds)('R33 in plain words: %s', (_, rule, lead, second, expected) => {
    const world = aWorld([aRepFact(1), aRepFact(2, second)], { tallies: given })
    const rules = [{ name: 'Rule 0', ...rule }]
    expect(decide(aLeadFact(lead), world, compile(rules))).toMatchObject(expected)
    for (const isStored of [true, false]) proveStory(rules, aLeadFact(lead), world, isStored)
  })
  it('R33 a rep two rules asked is told as the last one found them', () => {
    const rules = [
      { name: 'Legal', then: { to: 'pool', pool: { skills: ['legal'] } }, otherwise: 'next' },
      { name: 'All', then: { to: 'pool', pool: {} } },
    ]
    expect(tell(rules, aLeadFact(), aWorld([aRepFact(1), aRepFact(2, { isPaused: true })]), true).sentence).toBe(
      'Mia got this by rule “All”: the only one free. Tom is paused.',
    )
  })
  it('R33 counts those of the pool that answered, not of one whose offers were spent', () => {
    const rules = [
      {
        name: 'One offer',
        then: { to: 'pool', pool: { team: 'Sales' }, acceptWithinMinutes: 5, maxOffers: 1 },
        otherwise: 'next',
      },
      { name: 'Below', then: { to: 'pool', pool: { team: 'Backup' } } },
    ]
    const world = aWorld([1, 2, 3].map((id) => aRepFact(id)).concat(aRepFact(4, { team: 'Backup' })))
    expect(tell(rules, aLeadFact({ alreadyOfferedTo: [idOf(1)] }), world, true).sentence).toContain('the only one free')
  })
  it('R27, R33 says of a lead of long ago that turns decided, where others would claim', () => {
    const rules = [{ name: 'Claim', then: { to: 'pool', pool: {}, by: 'claim' } }]
    const world = aWorld([aRepFact(1), aRepFact(2)])
    expect(tell(rules, aLeadFact({ isBacklog: true }), world, true).sentence).toContain('next in turn of 2.')
    expect(tell(rules, aLeadFact(), world, true).sentence).toBe(
      'Mia and Tom were offered this by rule “Claim”: the first to accept gets it.',
    )
  })
})

describe('R34 what if', () => {
  it('R34 freeing everyone never leaves a lead waiting that somebody had', () => {
    fc.assert(
      fc.property(anyDesk, ([rules, lead, world]) => {
        const ruleset = compile(rules)
        const before = decide(lead, world, ruleset)
        if (receivers(before).length === 0) return
        const free = world.reps.map((rep): RepFacts => ({
          ...rep,
          isActive: true,
          isDraining: false,
          isPaused: false,
          availability: 'available',
          isOnTimeOff: false,
          isInHours: true,
          capacity: null,
          dailyCap: null,
          hourlyCap: null,
        }))
        const after = decide(lead, { ...world, reps: free }, ruleset)
        if (after.waitCode === 'waiting-for-share') return
        const isHigher = after.ruleIndex < before.ruleIndex
        expect(receivers(after).length > 0 || isHigher).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
  it('R34 the same facts later give the same answer: no clock but the world’s is read', () => {
    const rules = [{ name: 'All', then: { to: 'pool', pool: {}, by: 'share', shares: { 'rep1@team.example': 10 } } }]
    const tallies = new Map([['n:all' as RuleId, new Map([[idOf(1), new Map([[Math.floor(NOON / 86_400_000), 3]])]])]])
    const world = aWorld([aRepFact(1), aRepFact(2)], { tallies })
    const first = recorded(rules, aLeadFact(), world)
    for (let i = 0; i < 50; i++) expect(recorded(rules, aLeadFact(), world)).toMatchObject({ record: first.record })
  })
})
