import { describe, expect, it } from 'vitest'
import type { Condition, Rule } from '../../../src-main/contract/index.ts'
import { conditionSentence, ruleSentence } from '../../../src-renderer/text/rule-sentences.ts'
import { fieldChoices } from '../../../src-renderer/text/rule-fields.ts'
import { CONDITION_FIELDS } from '../../../src-main/contract/index.ts'

const aRule = (parts: Partial<Rule>): Rule => ({
  name: 'A rule',
  enabled: true,
  then: { to: 'pool', pool: {}, by: 'round-robin' },
  otherwise: 'hold',
  ...parts,
})

describe('a rule as a sentence', () => {
  it('says condition, pool, method and what follows when nobody can', () => {
    const said = ruleSentence(
      aRule({
        when: {
          all: [
            { field: 'country', op: 'within', value: 'DACH' },
            { field: 'employees', op: 'gte', value: 500 },
          ],
        },
        then: { to: 'pool', pool: { team: 'Enterprise', languages: ['de'] }, by: 'weighted' },
        otherwise: 'next',
      }),
    )
    expect(said).toEqual({
      when: 'When country is within DACH and employees ≥ 500',
      then: 'Enterprise, speaking German, by weight',
      terms: '',
      otherwise: 'if nobody can take it, go on to the next rule',
    })
  })

  it('says every lead when there is no condition, and everyone when the pool narrows nothing', () => {
    expect(ruleSentence(aRule({}))).toEqual({
      when: 'Every lead',
      then: 'everyone, in turn',
      terms: '',
      otherwise: 'if nobody can take it, wait',
    })
  })

  it('names a rep and the backups by name, and says nothing after a hold', () => {
    const nameOf = (email: string): string => ({ 'mia@x.de': 'Mia', 'tom@x.de': 'Tom' })[email] ?? email
    expect(ruleSentence(aRule({ then: { to: 'rep', rep: 'mia@x.de', backups: ['tom@x.de', 'gone@x.de'] } }), nameOf).then).toBe(
      'Mia, else Tom or gone@x.de',
    )
    expect(ruleSentence(aRule({ then: { to: 'hold' } })).otherwise).toBe('')
  })

  it("says the lead's own in a pool", () => {
    const said = ruleSentence(
      aRule({ then: { to: 'pool', pool: { languages: ['lead'], territory: 'lead' }, by: 'least-loaded' } }),
    )
    expect(said.then).toBe("speaking the lead's language, serving the lead's place, to the least loaded")
  })
})

describe('offers and clocks in a sentence', () => {
  const terms = (parts: object) => ruleSentence(aRule({ then: { to: 'pool', pool: {}, by: 'round-robin', ...parts } })).terms

  it('say what is set, in the order it happens (R20, R21, R23)', () => {
    expect(
      terms({
        acceptWithinMinutes: 10,
        maxOffers: 3,
        contactWithinMinutes: 60,
        remindMinutesBefore: 15,
        ifNotContacted: 'take-back',
        releaseAfterMinutes: 90,
        dailyCapPerRep: 5,
      }),
    ).toBe(
      'offered for 10 minutes, at most 3 offers, first contact within 1 working hour, reminder 15 minutes before, then taken back, ' +
        'given on 1 hour 30 minutes after the rep leaves, at most 5 a day to each rep',
    )
  })

  it('tell working time from the clock on the wall', () => {
    expect(terms({ contactWithinMinutes: 1_440 })).toBe('first contact within 24 working hours')
    expect(terms({ contactWithinMinutes: 1_440, contactClock: 'always' })).toBe('first contact within 1 day, day and night')
    expect(terms({ contactWithinMinutes: 20 })).toBe('first contact within 20 working minutes')
    expect(terms({ releaseAfterMinutes: 0 })).toBe('given on as soon as the rep leaves')
  })

  it('are said of another place as well', () => {
    const said = ruleSentence(aRule({ otherwise: { to: 'rep', rep: 'mia@x.de', acceptWithinMinutes: 5 } }))
    expect(said.otherwise).toBe('if nobody can take it: mia@x.de, offered for 5 minutes')
  })
})

describe('a way of sharing in a sentence (R16, R17)', () => {
  const nameOf = (email: string): string => ({ 'mia@x.de': 'Mia', 'tom@x.de': 'Tom' })[email] ?? email
  it.each<[object, string]>([
    [{ by: 'share', shares: { 'mia@x.de': 60, 'tom@x.de': 40 } }, 'Sales, by percentage (Mia 60%, Tom 40%)'],
    [{ by: 'tiers', tiers: [{ tier: 'A' }, { tier: 'B' }] }, 'Sales, tier A, then tier B'],
    [{ pool: {}, by: 'tiers', tiers: [{ tier: 'A' }, {}] }, 'tier A, then everyone'],
    [{ by: 'claim' }, 'Sales, to whoever accepts first'],
    [{ by: 'longest-idle', ownerFirst: true }, 'Sales, to whoever has waited longest, owner first'],
    [{ by: 'weighted', ownerFirst: false }, 'Sales, by weight'],
    [
      { by: 'weighted', ownerFirst: { ifNotHere: 'wait', waitMinutes: 30 } },
      'Sales, by weight, owner first, waiting 30 minutes for them',
    ],
    [{ by: 'weighted', ownerFirst: { ifNotHere: 'backup', backup: 'tom@x.de' } }, 'Sales, by weight, owner first, else Tom'],
  ])('%j', (parts, sentence) => {
    const then = { to: 'pool', pool: { team: 'Sales' }, by: 'weighted', ...parts } as Rule['then']
    expect(ruleSentence(aRule({ then }), nameOf).then).toBe(sentence)
  })
})

describe('a condition as a sentence', () => {
  it.each<[Condition, string]>([
    [{ field: 'country', op: 'in', value: ['DE', 'AT', 'CH'] }, 'country is one of Germany, Austria or Switzerland'],
    [{ field: 'employees', op: 'between', value: [10, 50] }, 'employees is between 10 and 50'],
    [{ field: 'tags', op: 'hasAll', value: ['a', 'b'] }, 'tags have all of a and b'],
    [{ field: 'tags', op: 'isEmpty' }, 'tags are empty'],
    [{ field: 'phone', op: 'isPresent' }, 'phone is filled in'],
    [{ field: 'isFreeMail', op: 'is', value: true }, 'it is a private e-mail address'],
    [{ field: 'isFreeMail', op: 'isNot', value: true }, 'it is no private e-mail address'],
    [{ field: 'custom.Plan', op: 'is', value: 'Pro' }, '“Plan” is Pro'],
    [{ not: { field: 'city', op: 'is', value: 'Bonn' } }, 'not: city is Bonn'],
    [{ field: 'country', op: 'is' }, 'country is …'],
    [{ all: [] }, 'every lead'],
  ])('%j', (condition, sentence) => {
    expect(conditionSentence(condition)).toBe(sentence)
  })

  it('puts groups of several in brackets', () => {
    const condition: Condition = {
      all: [
        { field: 'source', op: 'is', value: 'Fair' },
        {
          any: [
            { field: 'city', op: 'is', value: 'Bonn' },
            { field: 'city', op: 'is', value: 'Köln' },
          ],
        },
      ],
    }
    expect(conditionSentence(condition)).toBe('source is Fair and (city is Bonn or city is Köln)')
  })

  it('shortens a long list', () => {
    const value = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    expect(conditionSentence({ field: 'source', op: 'in', value })).toBe('source is one of a, b, c, d, e or 3 more')
  })
})

it('offers every condition field exactly once', () => {
  const offered = fieldChoices().flatMap((group) => group.items.map((item) => item.value))
  expect(offered.toSorted()).toEqual(Object.keys(CONDITION_FIELDS).toSorted())
})
