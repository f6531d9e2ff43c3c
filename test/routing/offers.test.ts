import { describe, expect, it } from 'vitest'
import type { Decision, LeadFacts, RepFacts } from '../../src-main/contract/index.ts'
import { decide } from '../../src-main/routing/decide.ts'
import { recordDecision } from '../../src-main/routing/record.ts'
import { aLeadFact, aRepFact, aWorld, compiled } from '../helpers/facts.ts'
import { idOf, routeLeads } from '../helpers/route-leads.ts'

const offering = (rest: Record<string, unknown> = {}, otherwise: unknown = 'hold') =>
  compiled([
    {
      name: 'Offers',
      then: { to: 'pool', pool: { team: 'Sales' }, by: 'round-robin', acceptWithinMinutes: 10, ...rest },
      otherwise,
    },
    { name: 'Below', then: { to: 'rep', rep: 'rep9@team.example' } },
  ])
const team = [aRepFact(1), aRepFact(2), aRepFact(3)]
const backup = aRepFact(8, { team: 'Backup' })
const below = aRepFact(9, { team: 'Below' })
const everyone = [...team, backup, below]
const after = (asked: number[], ruleset = offering(), reps: RepFacts[] = everyone, lead: Partial<LeadFacts> = {}): Decision =>
  decide(aLeadFact({ alreadyOfferedTo: asked.map(idOf), ...lead }), aWorld(reps), ruleset)

describe('R20 offers', () => {
  it('R20 a rule with a time to accept offers, to one, with its terms', () => {
    const decision = after([])
    expect(decision).toMatchObject({ outcome: 'offered', method: 'round-robin', waitCode: null })
    expect(decision.offeredTo).toEqual([decision.repId])
    expect(decision.terms).toEqual({
      accept: 10,
      contact: null,
      isContactAlways: false,
      remindBefore: null,
      isTakenBack: false,
      release: null,
      dailyCap: null,
    })
  })
  it('R20 the terms are the rule’s, those of the later clocks too', () => {
    const terms = { contactWithinMinutes: 60, contactClock: 'always', remindMinutesBefore: 15, ifNotContacted: 'take-back' }
    expect(after([], offering({ ...terms, releaseAfterMinutes: 0, dailyCapPerRep: 2 })).terms).toEqual({
      accept: 10,
      contact: 60,
      isContactAlways: true,
      remindBefore: 15,
      isTakenBack: true,
      release: 0,
      dailyCap: 2,
    })
  })
  it('R20 a rule without assigns at once, with clocks of its own or none', () => {
    expect(after([], offering({ acceptWithinMinutes: undefined }))).toMatchObject({
      outcome: 'assigned',
      offeredTo: [],
      terms: null,
    })
    expect(after([], offering({ acceptWithinMinutes: undefined, contactWithinMinutes: 5 }))).toMatchObject({
      outcome: 'assigned',
      terms: { accept: null, contact: 5 },
    })
  })
  it('R20 an offer costs a turn as an assignment does', () => {
    const changes = after([]).turn!.changes
    expect(changes.reduce((sum, change) => sum + change.after, 0)).toBe(0)
    expect(changes.filter((change) => change.after < 0)).toHaveLength(1)
  })
  it('R20 whoever was asked is not asked again', () => {
    for (let id = 1; id <= 30; id++) {
      const decision = after([1, 3], offering(), everyone, { id })
      expect(decision).toMatchObject({ outcome: 'offered', repId: 2 })
    }
    const record = recordDecision(aLeadFact({ alreadyOfferedTo: [idOf(1)] }), aWorld(team), after([1]), offering())
    expect(record.pools[0]!.candidates.map(({ reasons }) => reasons)).toEqual([['already-offered'], [], []])
  })
  it('R20 each declines in turn, and each is asked once', () => {
    const asked: number[] = []
    for (;;) {
      const { repId } = after(asked)
      if (repId === null) break
      asked.push(repId)
    }
    expect(asked).toHaveLength(3)
    expect(new Set(asked)).toEqual(new Set([1, 2, 3]))
  })
})

describe('R20 with nobody left, or after as many offers as the rule makes', () => {
  it.each([
    ['nobody left', {}, [1, 2, 3]],
    ['after two offers', { maxOffers: 2 }, [1, 3]],
    ['after one', { maxOffers: 1 }, [2]],
  ])('R20 %s: hold and alert', (_, rest, asked) => {
    expect(after(asked, offering(rest))).toMatchObject({
      outcome: 'waiting',
      waitCode: 'nobody-accepted',
      ruleName: 'Offers',
      detail: 'Sales',
    })
  })
  it('R20 not before', () => {
    expect(after([1], offering({ maxOffers: 2 })).outcome).toBe('offered')
    expect(after([1, 2], offering({ maxOffers: 3 }))).toMatchObject({ outcome: 'offered', repId: 3 })
  })
  it.each([
    ['next', 'next', { outcome: 'assigned', repId: 9, ruleName: 'Below' }],
    ['another pool', { to: 'pool', pool: { team: 'Backup' } }, { outcome: 'assigned', repId: 8, ruleName: 'Offers' }],
    ['another rep', { to: 'rep', rep: 'rep9@team.example' }, { outcome: 'assigned', repId: 9, method: 'named' }],
    ['discard', { to: 'discard', reason: 'Nobody wants it' }, { outcome: 'discarded', detail: 'Nobody wants it' }],
    ['hold with a reason', { to: 'hold', reason: 'Ask Mia' }, { waitCode: 'held-by-rule', detail: 'Ask Mia' }],
  ])('R20 otherwise %s decides', (_, otherwise, expected) => {
    expect(after([1, 2], offering({ maxOffers: 2 }, otherwise))).toMatchObject(expected)
    expect(after([1, 2, 3], offering({}, otherwise))).toMatchObject(expected)
  })
  it('R20 otherwise yields nobody either: hold and alert', () => {
    const absent = everyone.map((rep) => (rep.id === 8 ? { ...rep, isPaused: true } : rep))
    expect(after([1, 2, 3], offering({}, { to: 'pool', pool: { team: 'Backup' } }), absent).waitCode).toBe('nobody-accepted')
  })
  it('R20 the alert is for who was asked in vain, not for who is merely away', () => {
    const away = team.map((rep) => ({ ...rep, availability: 'away' as const }))
    expect(after([], offering(), away).waitCode).toBe('nobody-eligible')
    expect(after([1], offering(), away).waitCode).toBe('nobody-eligible')
    expect(after([1], offering(), [team[0]!, ...away.slice(1)]).waitCode).toBe('nobody-accepted')
  })
  it('R20 a named rep and the backups are asked one by one, and then no more', () => {
    const named = compiled([
      { name: 'Named', then: { to: 'rep', rep: 'rep1@team.example', backups: ['rep2@team.example'], acceptWithinMinutes: 5 } },
    ])
    expect(after([], named).repId).toBe(1)
    expect(after([1], named).repId).toBe(2)
    expect(after([1, 2], named)).toMatchObject({ outcome: 'waiting', waitCode: 'nobody-accepted', detail: 'rep1@team.example' })
  })
  it('R20 a claim that everybody let run out is not offered anew', () => {
    expect(after([1, 2, 3], offering({ by: 'claim' })).waitCode).toBe('nobody-accepted')
    expect(after([1, 3], offering({ by: 'claim' }))).toMatchObject({ outcome: 'offered', offeredTo: [2] })
  })
  it('R20, R33 the record asks the pool that answered, when the first had no offers left', () => {
    const ruleset = offering({ maxOffers: 1 }, { to: 'pool', pool: { team: 'Backup' }, by: 'weighted' })
    const lead = aLeadFact({ alreadyOfferedTo: [idOf(1)] })
    const world = aWorld(everyone)
    const record = recordDecision(lead, world, decide(lead, world, ruleset), ruleset)
    expect(record.pools.map(({ candidates }) => candidates.map(({ repId }) => repId))).toEqual([[1, 2, 3], [8]])
    expect(record.pools.map(({ tied }) => tied)).toEqual([[], []])
  })
})

describe('R27 leads of long ago', () => {
  const backlog = { isBacklog: true }
  const TERMS = { contactWithinMinutes: 60, releaseAfterMinutes: 10 }
  it('R27 start no clocks and are offered to nobody: assigned at once', () => {
    expect(after([], offering(TERMS), everyone, backlog)).toMatchObject({ outcome: 'assigned', offeredTo: [], terms: null })
  })
  it('R27 a claim gives them in turn', () => {
    const given = routeLeads(aWorld(team.map((rep) => ({ ...rep }))), offering({ by: 'claim' }), 9, () => backlog)
    expect(given.every(({ outcome, terms }) => outcome === 'assigned' && terms === null)).toBe(true)
    for (const { id } of team) expect(given.filter(({ repId }) => repId === id)).toHaveLength(3)
  })
  it('R27 nor do a named rep, an owner, or who stands in get clocks with them', () => {
    const named = compiled([{ name: 'Named', then: { to: 'rep', rep: 'rep1@team.example', acceptWithinMinutes: 5 } }])
    expect(after([], named, everyone, backlog)).toMatchObject({ outcome: 'assigned', terms: null })
    const owned = (ownerFirst: unknown) => offering({ ownerFirst })
    const lead = { ...backlog, ownerRepId: idOf(2) }
    expect(after([], owned(true), everyone, lead)).toMatchObject({ outcome: 'assigned', repId: 2, terms: null })
    const away = everyone.map((rep) => (rep.id === 2 ? { ...rep, availability: 'away' as const } : rep))
    const standIn = owned({ ifNotHere: 'backup', backup: 'rep9@team.example' })
    expect(after([], standIn, away, lead)).toMatchObject({ outcome: 'assigned', repId: 9, terms: null })
  })
})
