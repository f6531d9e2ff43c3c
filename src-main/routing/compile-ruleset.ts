import type { Destination, Rule, RuleId, Ruleset } from '../contract/index.ts'
import { type CompiledCondition, conditionCompiler, type Slots } from './conditions.ts'
import { type PlaceBook, placeBook } from './places.ts'
import { type CompiledPool, compilePool } from './pool.ts'
import { type RuleIndex, ruleIndex } from './rule-index.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A destination with its pool compiled. `rep` is a pool of named ones, taken in order. */
export type CompiledDestination =
  | { to: 'pool'; destination: Extract<Destination, { to: 'pool' }>; pool: CompiledPool }
  | { to: 'rep'; destination: Extract<Destination, { to: 'rep' }>; emails: readonly string[]; label: string }
  | { to: 'hold'; reason: string | null }
  | { to: 'discard'; reason: string }
  | { to: 'nurture' | 'partners' }

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
      case 'pool':
        return { to: 'pool', destination: from, pool: compilePool(from.pool, id, words, places) }
      case 'rep':
        return { to: 'rep', destination: from, emails: [from.rep, ...(from.backups ?? [])].map(words.fold), label: from.rep }
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

/** A rule without an id is known by its name, so that a file written by hand keeps its turns when it is read again (R19). */
export function ruleIdOf(rule: Rule): RuleId {
  return rule.id ?? (`n:${rule.name.trim().toLowerCase()}`.slice(0, 64) as RuleId)
}
