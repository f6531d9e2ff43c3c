import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  INELIGIBLE_REASONS,
  METHODS,
  type DecisionRecord,
  type RepId,
  type RuleId,
  WaitCode,
} from '../../src-main/contract/index.ts'
import { type NameBook, decodeDecision, encodeDecision } from '../../src-main/store/decision-code.ts'

function someNames(): NameBook {
  const names: { key: string; name: string }[] = []
  return {
    number(kind, name, key = '') {
      const text = `${kind}|${name}`
      const known = names.findIndex((one) => one.key === key && one.name === text)
      return known >= 0 ? known : names.push({ key, name: text }) - 1
    },
    read: (no) => ({ key: names[no]!.key, name: names[no]!.name.slice(names[no]!.name.indexOf('|') + 1) }),
  }
}

const time = fc.integer({ min: 0, max: 2 ** 41 })
const number = fc.oneof(fc.integer({ min: -99, max: 99 }), fc.constantFrom(0.1, -0.3, 2.5))
const repId = fc.integer({ min: 1, max: 9 }).map((id) => id as RepId)
const method = fc.constantFrom(...METHODS)
const text = fc.string({ minLength: 1, maxLength: 9 })
const maybe = <T>(what: fc.Arbitrary<T>) => fc.option(what, { nil: null })
const candidate = fc.record({
  repId,
  reasons: fc.subarray([...INELIGIBLE_REASONS], { maxLength: 3 }),
  number,
  weight: fc.constantFrom(0, 1, 2.5),
  openLeads: fc.nat({ max: 40 }),
  capacity: maybe(fc.nat({ max: 40 })),
  until: maybe(time),
})
const pool = fc.record({
  ruleIndex: fc.nat({ max: 3 }),
  pool: maybe(text),
  method,
  candidates: fc.uniqueArray(candidate, { maxLength: 5, selector: (one) => one.repId }),
  basis: maybe(fc.array(number, { minLength: 1, maxLength: 5 })),
  tied: fc.uniqueArray(repId, { maxLength: 3 }),
})
const minutes = maybe(fc.constantFrom(0.5, 10, 60))
const terms = fc.record({
  accept: minutes,
  contact: minutes,
  isContactAlways: fc.boolean(),
  remindBefore: minutes,
  isTakenBack: fc.boolean(),
  release: minutes,
  dailyCap: maybe(fc.nat({ max: 9 })),
})
const turn = fc.record({
  pool: text,
  changes: fc.array(fc.record({ repId, before: number, after: number }), { maxLength: 4 }),
})
const record: fc.Arbitrary<DecisionRecord> = fc
  .record({
    at: time,
    ruleset: fc.nat({ max: 99 }),
    decision: fc.record({
      outcome: fc.constantFrom(
        'assigned' as const,
        'discarded' as const,
        'nurture' as const,
        'partners' as const,
        'waiting' as const,
        'offered' as const,
      ),
      repId: maybe(repId),
      ruleId: maybe(text.map((id) => id as RuleId)),
      ruleIndex: fc.integer({ min: -1, max: 3 }),
      ruleName: maybe(text),
      method: maybe(fc.constantFrom('named' as const, 'owner-first' as const, ...METHODS)),
      turn: maybe(turn),
      waitCode: maybe(fc.constantFrom(...WaitCode.options)),
      detail: maybe(text),
      offeredTo: fc.uniqueArray(repId, { maxLength: 3 }),
      terms: maybe(terms),
      tally: maybe(text.map((id) => id as RuleId)),
      retryAt: maybe(time),
    }),
    failed: fc.array(fc.integer({ min: -2, max: 9 }), { maxLength: 6 }),
    pools: fc.array(pool, { maxLength: 3 }),
    grade: maybe(fc.constantFrom('hot' as const, 'warm' as const, 'cold' as const)),
    score: maybe(fc.constantFrom(0, 12.5, 100)),
  })
  // A rule that decided has both a name and an id, or neither.
  .map((one) => (one.decision.ruleName === null ? { ...one, decision: { ...one.decision, ruleId: null } } : one))

it('R33 a decision comes back as it was kept, whatever it says', () => {
  fc.assert(
    fc.property(record, time, (kept, at) => {
      const names = someNames()
      expect(decodeDecision(encodeDecision(kept, at, names), at, names)).toEqual(kept)
    }),
    { numRuns: 500 },
  )
})
