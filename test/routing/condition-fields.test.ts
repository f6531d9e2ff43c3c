import { describe, expect, it } from 'vitest'
import { CONDITION_FIELDS, type Condition, fieldType, type LeadFacts, operatorsOf } from '../../src-main/contract/index.ts'
import { localTime } from '../../src-main/lib/working-time.ts'
import { words } from '../../src-main/desk/words.ts'
import { checkRuleset } from '../../src-main/routing/check-ruleset.ts'
import { aLeadFact, aWorld, compiled } from '../helpers/facts.ts'

/** 23:30 on a Sunday in Berlin, Monday morning in Tokyo, Sunday afternoon in New York. */
const AT = Date.parse('2026-11-22T22:30:00Z')
const world = aWorld([], { at: AT, localTime: (at, zone) => localTime(at, zone ?? 'Europe/Berlin') })

function holds(when: Condition, lead: Partial<LeadFacts>): boolean {
  const ruleset = compiled([{ name: 'r', when, then: { to: 'hold' } }])
  let matched = false
  // Through the index, as the desk asks.
  ruleset.index.eachMatch(aLeadFact({ receivedAt: AT, ...lead }), world, ruleset.slots(), () => (matched = true))
  return matched
}

/** For each field: a lead that has it, what is true of it, what is false of it, and a lead without it (null: never missing). */
const FIELDS: Readonly<
  Record<string, [has: Partial<LeadFacts>, yes: Condition[], no: Condition[], lacks: Partial<LeadFacts> | null]>
> = {
  ...Object.fromEntries(
    (
      [
        'name',
        'firstName',
        'lastName',
        'email',
        'email2',
        'phone',
        'phone2',
        'company',
        'title',
        'website',
        'industry',
        'address',
        'city',
        'postalCode',
        'product',
        'message',
        'source',
        'owner',
        'externalId',
        'currency',
      ] as const
    ).map((field) => [
      field,
      [
        { [field]: ' Straße Nr. 5 ' },
        [
          { field, op: 'is', value: 'STRASSE NR. 5' },
          { field, op: 'in', value: ['x', 'straße nr. 5'] },
          { field, op: 'contains', value: 'nr.' },
          { field, op: 'startsWith', value: 'strasse' },
          { field, op: 'endsWith', value: '5' },
          { field, op: 'matches', value: '^str.*\\d$' },
        ],
        [
          { field, op: 'is', value: 'x' },
          { field, op: 'isNot', value: 'straße nr. 5' },
          { field, op: 'notIn', value: ['straße nr. 5'] },
          { field, op: 'contains', value: 'zz' },
        ],
        { [field]: field === 'source' ? '' : null },
      ],
    ]),
  ),
  ...Object.fromEntries(
    (['employees', 'revenue', 'value', 'score'] as const).map((field) => [
      field,
      [
        { [field]: 50 },
        [
          { field, op: 'eq', value: 50 },
          { field, op: 'ne', value: 51 },
          { field, op: 'lt', value: 50.5 },
          { field, op: 'lte', value: 50 },
          { field, op: 'gt', value: 49 },
          { field, op: 'gte', value: 50 },
          { field, op: 'between', value: [50, 60] },
        ],
        [
          { field, op: 'eq', value: 51 },
          { field, op: 'ne', value: 50 },
          { field, op: 'lt', value: 50 },
          { field, op: 'gt', value: 50 },
          { field, op: 'between', value: [51, 60] },
        ],
        { [field]: null },
      ],
    ]),
  ),
  country: [
    { country: 'DE' },
    [
      { field: 'country', op: 'is', value: 'Deutschland' },
      { field: 'country', op: 'within', value: 'EU' },
    ],
    [
      { field: 'country', op: 'is', value: 'AT' },
      { field: 'country', op: 'notWithin', value: 'DACH' },
    ],
    {},
  ],
  region: [
    { country: 'US', region: 'US-CA' },
    [
      { field: 'region', op: 'is', value: 'CA' },
      { field: 'region', op: 'within', value: 'California' },
      { field: 'country', op: 'is', value: 'US' },
    ],
    [
      { field: 'region', op: 'is', value: 'NY' },
      { field: 'country', op: 'is', value: 'Canada' },
    ],
    {},
  ],
  language: [
    { language: 'de' },
    [
      { field: 'language', op: 'is', value: 'German' },
      { field: 'language', op: 'in', value: ['Deutsch', 'fr'] },
    ],
    [{ field: 'language', op: 'is', value: 'French' }],
    {},
  ],
  tags: [
    { tags: ['VIP ', 'Straße'] },
    [
      { field: 'tags', op: 'hasAny', value: ['x', 'vip'] },
      { field: 'tags', op: 'hasAll', value: ['VIP', 'STRASSE'] },
      { field: 'tags', op: 'hasNone', value: ['x'] },
    ],
    [
      { field: 'tags', op: 'hasAll', value: ['vip', 'x'] },
      { field: 'tags', op: 'hasNone', value: ['straße'] },
    ],
    { tags: [] },
  ],
  stage: [{ stage: 'won' }, [{ field: 'stage', op: 'is', value: 'Won' }], [{ field: 'stage', op: 'isNot', value: 'won' }], null],
  grade: [
    { grade: 'hot' },
    [{ field: 'grade', op: 'in', value: ['hot', 'warm'] }],
    [{ field: 'grade', op: 'is', value: 'cold' }],
    {},
  ],
  customerStatus: [
    { customerStatus: 'former' },
    [{ field: 'customerStatus', op: 'is', value: 'former' }],
    [{ field: 'customerStatus', op: 'is', value: 'existing' }],
    null,
  ],
  direction: [
    { direction: 'outbound' },
    [{ field: 'direction', op: 'isNot', value: 'inbound' }],
    [{ field: 'direction', op: 'is', value: 'inbound' }],
    null,
  ],
  emailDomain: [
    { email: 'a@Mail.ACME.example' },
    [
      { field: 'emailDomain', op: 'is', value: 'mail.acme.example' },
      { field: 'emailDomain', op: 'endsWith', value: 'acme.example' },
    ],
    [{ field: 'emailDomain', op: 'is', value: 'acme.example' }],
    {},
  ],
  isFreeMail: [
    { isFreeMail: true },
    [{ field: 'isFreeMail', op: 'is', value: true }],
    [{ field: 'isFreeMail', op: 'isNot', value: true }],
    null,
  ],
  isDuplicate: [
    { isDuplicate: true },
    [{ field: 'isDuplicate', op: 'isNot', value: false }],
    [{ field: 'isDuplicate', op: 'is', value: false }],
    null,
  ],
  receivedAt: [
    {},
    [
      { field: 'receivedAt', op: 'eq', value: '2026-11-22' },
      { field: 'receivedAt', op: 'between', value: ['2026-11-20', '2026-11-22'] },
      { field: 'receivedAt', op: 'lte', value: '2026-11-22' },
      { field: 'receivedAt', op: 'gt', value: '2026-11-22T22:29:00Z' },
    ],
    [
      { field: 'receivedAt', op: 'ne', value: '2026-11-22' },
      { field: 'receivedAt', op: 'gt', value: '2026-11-22' },
      { field: 'receivedAt', op: 'lt', value: '2026-11-22' },
    ],
    null,
  ],
  'receivedAt.weekday': [
    {},
    [
      { field: 'receivedAt.weekday', op: 'is', value: 'Sonntag' },
      { field: 'receivedAt.weekday', op: 'in', value: ['sat', 'Sunday'] },
    ],
    [{ field: 'receivedAt.weekday', op: 'is', value: 'mon' }],
    null,
  ],
  'receivedAt.hour': [
    {},
    [
      { field: 'receivedAt.hour', op: 'eq', value: 23 },
      { field: 'receivedAt.hour', op: 'between', value: [22, 6] },
    ],
    [
      { field: 'receivedAt.hour', op: 'between', value: [9, 17] },
      { field: 'receivedAt.hour', op: 'between', value: [0, 22] },
    ],
    null,
  ],
  localHour: [
    { timeZone: 'Asia/Tokyo' },
    [
      { field: 'localHour', op: 'eq', value: 7 },
      { field: 'localHour', op: 'between', value: [6, 9] },
    ],
    [{ field: 'localHour', op: 'gte', value: 8 }],
    {},
  ],
  territory: [
    { country: 'DE' },
    [{ field: 'territory', op: 'within', value: 'DACH' }],
    [{ field: 'territory', op: 'notWithin', value: 'DACH' }],
    {},
  ],
  'custom.Budget': [
    { custom: { Budget: 'High' } },
    [{ field: 'custom.Budget', op: 'is', value: 'high' }],
    [{ field: 'custom.Budget', op: 'is', value: 'low' }],
    { custom: {} },
  ],
  'custom.constructor': [
    { custom: { constructor: 'x' } },
    [{ field: 'custom.constructor', op: 'is', value: 'x' }],
    [{ field: 'custom.constructor', op: 'isEmpty' }],
    { custom: {} },
  ],
}

describe('R5 every field reads right', () => {
  it('none is left out', () => {
    expect(Object.keys(CONDITION_FIELDS).filter((field) => !Object.hasOwn(FIELDS, field))).toEqual([])
  })
  it.each(Object.entries(FIELDS))('%s', (_, [has, yes, no]) => {
    for (const when of yes) expect(holds(when, has), JSON.stringify(when)).toBe(true)
    for (const when of no) expect(holds(when, has), JSON.stringify(when)).toBe(false)
    for (const when of [...yes, ...no]) {
      const { findings } = checkRuleset({ version: 1, rules: [{ name: 'r', when, then: { to: 'hold' } }] }, [], words)
      expect(
        findings.filter(({ level }) => level === 'error'),
        JSON.stringify(when),
      ).toEqual([])
    }
  })
})

const NEGATIVE = new Set(['isNot', 'notIn', 'hasNone', 'notWithin', 'ne', 'isEmpty'])
/** A value that the operator takes, for each type of field. */
function valueFor(field: string, op: string): unknown {
  const type = fieldType(field)
  if (op === 'isEmpty' || op === 'isPresent') return undefined
  if (type === 'number') return op === 'between' ? [0, 10] : 5
  if (type === 'list') return ['x']
  if (op === 'within' || op === 'notWithin' || type === 'place') return 'DE'
  return field === 'grade' ? 'hot' : op === 'matches' ? '.*' : 'x'
}
const missing = Object.entries(FIELDS).flatMap(([field, [, , , lacks]]) =>
  lacks === null
    ? []
    : operatorsOf(fieldType(field) ?? 'text').map((op): [string, string, Partial<LeadFacts>] => [field, op, lacks]),
)

describe('R6 a missing value satisfies only isEmpty and the negative operators', () => {
  it.each(missing)('%s %s', (field, op, lacks) => {
    const value = valueFor(field, op)
    const when = { field, op, ...(value === undefined ? {} : { value }) } as Condition
    expect(holds(when, lacks)).toBe(NEGATIVE.has(op))
    expect(holds({ not: when }, lacks)).toBe(!NEGATIVE.has(op))
  })
})

describe('R7 patterns run in linear time', () => {
  it.each(['(a+)+$', '(a|a)*$', '(.*)*x', '([a-z]+)*\\d'])('%s on fifty thousand letters', (value) => {
    const started = performance.now()
    holds({ field: 'message', op: 'matches', value }, { message: `${'a'.repeat(50_000)}!` })
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
