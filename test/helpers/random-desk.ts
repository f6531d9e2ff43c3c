import fc from 'fast-check'
import type { LeadFacts, RepFacts, RuleId, World } from '../../src-main/contract/index.ts'
import { METHODS } from '../../src-main/contract/index.ts'
import { aLeadFact, aRepFact, aWorld, NOON } from './facts.ts'
import { idOf } from './route-leads.ts'

/** Random teams, worlds, leads and rulesets of every kind, small enough that their parts meet. */

const MOST_REPS = 7
const LANGUAGES = ['de', 'en', 'fr']
const TEAMS = ['Sales', 'Enterprise']
const TIERS = ['senior', 'junior']
const TODAY = Math.floor(NOON / 86_400_000)
const anyEmail = fc.integer({ min: 1, max: MOST_REPS }).map((id) => `rep${id}@team.example`)
const seldom = fc.integer({ min: 0, max: 7 }).map((one) => one === 0)

function anyRep(id: number): fc.Arbitrary<RepFacts> {
  return fc
    .record({
      team: fc.constantFrom('Sales', 'Sales', 'Enterprise', null),
      tier: fc.constantFrom(...TIERS, null),
      languages: fc.subarray(LANGUAGES),
      skills: fc.subarray(['demo', 'legal']),
      products: fc.subarray(['Pro', 'Lite']),
      territories: fc.subarray(['DACH', 'France']),
      weight: fc.constantFrom(0, 0.1, 0.5, 1, 1, 2, 7),
      isActive: seldom.map((is) => !is),
      isDraining: seldom,
      isPaused: seldom,
      availability: fc.constantFrom('available', 'available', 'available', 'busy', 'away'),
      availableAgainAt: fc.option(fc.integer({ min: NOON - 5, max: NOON + 5 })),
      isOnTimeOff: seldom,
      isInHours: seldom.map((is) => !is),
      hoursChangeAt: fc.option(fc.constant(NOON + 3_600_000)),
      capacity: fc.option(fc.integer({ min: 0, max: 9 })),
      openLeads: fc.integer({ min: 0, max: 6 }),
      dailyCap: fc.option(fc.integer({ min: 0, max: 6 })),
      givenToday: fc.integer({ min: 0, max: 3 }),
      hourlyCap: fc.option(fc.integer({ min: 0, max: 5 })),
      givenThisHour: fc.integer({ min: 0, max: 2 }),
      lastGivenAt: fc.option(fc.integer({ min: NOON - 3, max: NOON - 1 })),
      closedLately: fc.integer({ min: 0, max: 30 }),
    })
    .chain((given) => fc.integer({ min: 0, max: given.closedLately }).map((wonLately) => aRepFact(id, { ...given, wonLately })))
}

export const anyTeam: fc.Arbitrary<RepFacts[]> = fc
  .integer({ min: 0, max: MOST_REPS })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, i) => anyRep(i + 1))))

const anyNumbers = fc.array(fc.tuple(fc.integer({ min: 1, max: MOST_REPS }), fc.integer({ min: -4, max: 4 })), { maxLength: 5 })

/** Turns and tallies of the pools and rules `anyRules` makes. */
export const anyWorld: fc.Arbitrary<World> = fc
  .record({
    reps: anyTeam,
    turns: fc.array(fc.tuple(fc.constantFrom('all', 'team:sales', 'team:enterprise', 'rule:n:rule 0'), anyNumbers)),
    tallies: fc.array(
      fc.record({
        rule: fc.integer({ min: 0, max: 2 }).map((i) => `n:rule ${i}` as RuleId),
        rep: fc.integer({ min: 1, max: MOST_REPS }).map(idOf),
        given: fc.dictionary(fc.constantFrom(TODAY, TODAY - 1, TODAY - 9).map(String), fc.integer({ min: 0, max: 4 })),
      }),
    ),
  })
  .map(({ reps, turns, tallies }) => {
    const byRule = new Map<RuleId, Map<RepFacts['id'], Map<number, number>>>()
    for (const { rule, rep, given } of tallies) {
      const byRep = byRule.get(rule) ?? new Map<RepFacts['id'], Map<number, number>>()
      byRep.set(rep, new Map(Object.entries(given).map(([day, leads]) => [Number(day), leads])))
      byRule.set(rule, byRep)
    }
    const numbers = new Map(turns.map(([pool, of]) => [pool, new Map(of.map(([rep, number]) => [idOf(rep), number]))]))
    return aWorld(reps, { turns: numbers, tallies: byRule })
  })

export const anyLead: fc.Arbitrary<LeadFacts> = fc
  .record({
    id: fc.integer({ min: 0, max: 1_000 }),
    name: fc.option(fc.constantFrom('Jo', 'Ann')),
    language: fc.option(fc.constantFrom('de', 'en', 'xx')),
    product: fc.option(fc.constantFrom('Pro', 'Lite')),
    country: fc.option(fc.constantFrom('DE', 'FR')),
    employees: fc.option(fc.integer({ min: 0, max: 1_000 })),
    tags: fc.subarray(['vip', 'fair']),
    grade: fc.option(fc.constantFrom('hot' as const, 'warm' as const, 'cold' as const)),
    ownerRepId: fc.option(fc.integer({ min: 1, max: MOST_REPS }).map(idOf)),
    alreadyOfferedTo: fc.uniqueArray(fc.integer({ min: 1, max: MOST_REPS }).map(idOf), { maxLength: 3 }),
    waitingSince: fc.option(fc.integer({ min: NOON - 7_200_000, max: NOON })),
    isBacklog: seldom,
  })
  .map(aLeadFact)

const anyCondition: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom<unknown>(
      { field: 'language', op: 'is', value: 'de' },
      { field: 'employees', op: 'gte', value: 500 },
      { field: 'tags', op: 'hasAny', value: ['vip'] },
      { field: 'grade', op: 'isNot', value: 'hot' },
      { field: 'country', op: 'within', value: 'DACH' },
      { field: 'product', op: 'isPresent' },
    ),
    fc.record({ all: fc.array(tie('node'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
  ),
})).node

const sometimes = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })
const anyPool = fc.record(
  {
    team: fc.constantFrom(...TEAMS),
    reps: fc.uniqueArray(anyEmail, { minLength: 1, maxLength: 5 }),
    skills: fc.constant(['demo']),
    languages: fc.constantFrom<unknown>('lead', ['de', 'fr']),
    products: fc.constant('lead'),
    tier: fc.constantFrom(...TIERS),
    territory: fc.constantFrom('lead', 'DACH'),
  },
  { requiredKeys: [] },
)
// Most pools say little, or nobody would ever be in them.
const anyWidePool = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, fc.record({ team: fc.constant('Sales') }), anyPool)
const anyTerms = {
  acceptWithinMinutes: sometimes(fc.constant(10)),
  maxOffers: sometimes(fc.integer({ min: 1, max: 3 })),
  contactWithinMinutes: sometimes(fc.constant(60)),
}
const anyOwnerFirst = sometimes(
  fc.oneof(
    fc.boolean(),
    fc.record({
      ifNotHere: fc.constantFrom('go-on', 'wait', 'backup'),
      waitMinutes: fc.constantFrom(30, 240),
      backup: anyEmail,
    }),
  ),
)
const anyDestination: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      to: fc.constant('pool'),
      pool: anyWidePool,
      by: fc.constantFrom(...METHODS),
      ownerFirst: anyOwnerFirst,
      tiers: sometimes(fc.array(fc.record({ tier: fc.constantFrom(...TIERS) }), { minLength: 1, maxLength: 2 })),
      shares: sometimes(fc.dictionary(anyEmail, fc.constantFrom(0, 10, 25, 50), { maxKeys: 4 })),
      shareWindowDays: sometimes(fc.constantFrom(1, 30)),
      maxLoadMultiple: sometimes(fc.constantFrom(1, 2)),
      dailyCapPerRep: sometimes(fc.integer({ min: 0, max: 5 })),
      maxWaitMinutes: sometimes(fc.constant(60)),
      ...anyTerms,
    }),
  },
  fc.record({
    to: fc.constant('rep'),
    rep: anyEmail,
    backups: sometimes(fc.array(anyEmail, { maxLength: 2 })),
    ...anyTerms,
  }),
  fc.constantFrom<unknown>(
    { to: 'hold' },
    { to: 'hold', reason: 'Ask legal' },
    { to: 'discard', reason: 'Spam' },
    { to: 'nurture' },
    { to: 'partners' },
  ),
)

export const anyRules: fc.Arbitrary<unknown[]> = fc
  .array(
    fc.record({
      when: sometimes(anyCondition),
      enabled: seldom.map((is) => !is),
      then: anyDestination,
      otherwise: fc.oneof(fc.constantFrom('next', 'next', 'hold'), anyDestination),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((rules) => rules.map((rule, i) => ({ name: `Rule ${i}`, ...withoutMissing(rule) })))

/** A file has no undefined. */
function withoutMissing(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object
}
