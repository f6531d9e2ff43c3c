import type { Destination, OwnerFirst, Rule, RuleId, Ruleset, Terms } from '../contract/index.ts'
import { type CompiledCondition, conditionCompiler, type Slots } from './conditions.ts'
import { type PlaceBook, placeBook } from './places.ts'
import { type CompiledPool, compilePool } from './pool.ts'
import { type RuleIndex, ruleIndex } from './rule-index.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the two destinations that give have in common. */
interface Giving {
  /** null starts no clock. */
  terms: Terms | null
  /** After so many reps were asked in vain, nobody is asked any more. */
  maxOffers: number
}

/** A destination with its pool compiled. `rep` is a pool of named ones, taken in order. */
export type CompiledDestination =
  | (Giving & {
      to: 'pool'
      destination: Extract<Destination, { to: 'pool' }>
      pool: CompiledPool
      /** Parts of the pool for `tiers`, in order; empty for every other method. */
      tiers: readonly CompiledPool[]
      owner: OwnerRule | null
    })
  | (Giving & { to: 'rep'; destination: Extract<Destination, { to: 'rep' }>; emails: readonly string[]; label: string })
  | { to: 'hold'; reason: string | null }
  | { to: 'discard'; reason: string }
  | { to: 'nurture' | 'partners' }

/** `ownerFirst` as one shape (R17). */
export interface OwnerRule {
  ifNotHere: 'go-on' | 'wait' | 'backup'
  waitMs: number
  /** Folded e-mail address; empty for none. */
  backup: string
}

export interface CompiledRule {
  id: RuleId
  name: string
  rule: Rule
  condition: CompiledCondition
  then: CompiledDestination
  otherwise: 'next' | CompiledDestination
}

export interface CompiledScore {
  attributes: readonly {
    name: string
    weight: number
    most: number
    lines: readonly { condition: CompiledCondition; points: number }[]
  }[]
  hotFrom: number
  warmFrom: number
}

/** A ruleset ready to decide. Made once for each published version. */
export interface CompiledRuleset {
  version: number
  document: Ruleset
  rules: readonly CompiledRule[]
  index: RuleIndex
  /** Slots for one lead, nothing read yet. */
  slots(): Slots
  score: CompiledScore | null
  places: PlaceBook
  words: Vocabulary
}

export function compileRuleset(document: Ruleset, version: number, words: Vocabulary): CompiledRuleset {
  const places = placeBook(document.territories, words)
  const conditions = conditionCompiler(words, places)
  const destination = (from: Destination, id: RuleId): CompiledDestination => {
    switch (from.to) {
      case 'pool': {
        const pool = compilePool(from.pool, id, words, places, from)
        const tiers = from.by === 'tiers' ? (from.tiers ?? []) : []
        return {
          to: 'pool',
          destination: from,
          pool,
          tiers: tiers.map((tier) => compilePool(tier, id, words, places)),
          owner: ownerRule(from.ownerFirst, words),
          terms: termsOf(from, from.by === 'claim'),
          maxOffers: from.maxOffers ?? Number.POSITIVE_INFINITY,
        }
      }
      case 'rep':
        return {
          to: 'rep',
          destination: from,
          emails: [from.rep, ...(from.backups ?? [])].map(words.fold),
          label: from.rep,
          terms: termsOf(from, false),
          maxOffers: from.maxOffers ?? Number.POSITIVE_INFINITY,
        }
      case 'hold':
        return { to: 'hold', reason: from.reason ?? null }
      case 'discard':
        return { to: 'discard', reason: from.reason }
      case 'nurture':
      case 'partners':
        return { to: from.to }
    }
  }
  const rules = document.rules.map((rule): CompiledRule => {
    const id = ruleIdOf(rule)
    const { otherwise } = rule
    return {
      id,
      name: rule.name,
      rule,
      condition: conditions.compile(rule.when),
      then: destination(rule.then, id),
      otherwise: otherwise === 'next' ? 'next' : otherwise === 'hold' ? { to: 'hold', reason: null } : destination(otherwise, id),
    }
  })
  const score = document.score && {
    hotFrom: document.score.hotFrom,
    warmFrom: document.score.warmFrom,
    attributes: document.score.attributes.map((attribute) => {
      const lines = attribute.points.map((line) => ({ condition: conditions.compile(line.when), points: line.points }))
      // The most one can get: lines that take points away only ever lower it.
      const most = lines.reduce((sum, line) => sum + Math.max(0, line.points), 0)
      return { name: attribute.name, weight: attribute.weight, most, lines }
    }),
  }
  return {
    version,
    document,
    rules,
    index: ruleIndex(
      rules.map((rule) => (rule.rule.enabled ? rule.condition : null)),
      conditions.fields,
    ),
    slots: conditions.slots,
    score: score ?? null,
    places,
    words,
  }
}

/** A claim is always an offer; without a time of its own it stands for so long. */
const CLAIM_MINUTES = 10

function termsOf(from: Extract<Destination, { to: 'pool' | 'rep' }>, isClaim: boolean): Terms | null {
  const accept = from.acceptWithinMinutes ?? (isClaim ? CLAIM_MINUTES : null)
  const contact = from.contactWithinMinutes ?? null
  const release = from.releaseAfterMinutes ?? null
  if (accept === null && contact === null && release === null) return null
  return {
    accept,
    contact,
    isContactAlways: from.contactClock === 'always',
    remindBefore: contact === null ? null : (from.remindMinutesBefore ?? null),
    isTakenBack: contact !== null && from.ifNotContacted === 'take-back',
    release,
    dailyCap: ('dailyCapPerRep' in from ? from.dailyCapPerRep : undefined) ?? null,
  }
}

function ownerRule(from: OwnerFirst | undefined, words: Vocabulary): OwnerRule | null {
  if (from === undefined || from === false) return null
  if (from === true) return { ifNotHere: 'go-on', waitMs: 0, backup: '' }
  return {
    ifNotHere: from.ifNotHere,
    waitMs: (from.waitMinutes ?? 0) * MINUTE_MS,
    backup: from.backup === undefined ? '' : words.fold(from.backup),
  }
}

export const MINUTE_MS = 60_000

/** A rule without an id is known by its name, so that a file written by hand keeps its turns when it is read again (R19). */
export function ruleIdOf(rule: Rule): RuleId {
  return rule.id ?? (`n:${rule.name.trim().toLowerCase()}`.slice(0, 64) as RuleId)
}
