import {
  type Condition,
  type ConditionLeaf,
  type Destination,
  fieldType,
  type Otherwise,
  type PoolSelection,
  type Rule,
} from '../../src-main/contract/index.ts'
import { fieldLabel, operatorLabel } from './rule-fields.ts'
import { methodSaid, ownerFirstSaid } from './rule-methods.ts'
import { termsSaid } from './rule-terms.ts'

/** A rule as a person reads it, in parts so that a screen can set them apart. */
export interface RuleSentence {
  when: string
  then: string
  /** Offers and clocks; empty when none is set. */
  terms: string
  otherwise: string
}

type NameOf = (email: string) => string
const asWritten: NameOf = (email) => email

export function ruleSentence(rule: Rule, nameOf: NameOf = asWritten): RuleSentence {
  const { then } = rule
  const isGiven = then.to === 'pool' || then.to === 'rep'
  return {
    when: rule.when === undefined ? 'Every lead' : whenSentence(rule.when),
    then: destinationSentence(then, nameOf),
    terms: isGiven ? termsSaid(then) : '',
    otherwise: isGiven ? otherwiseSentence(rule.otherwise, nameOf) : '',
  }
}

function whenSentence(condition: Condition): string {
  const said = conditionSentence(condition)
  return said === 'every lead' ? 'Every lead' : `When ${said}`
}

export function conditionSentence(condition: Condition): string {
  if ('all' in condition) return joined(condition.all, 'and', 'every lead')
  if ('any' in condition) return joined(condition.any, 'or', 'no lead')
  if ('not' in condition) {
    const inner = condition.not
    return 'field' in inner ? `not: ${leafSentence(inner)}` : `not (${conditionSentence(inner)})`
  }
  return leafSentence(condition)
}

function joined(parts: readonly Condition[], word: 'and' | 'or', none: string): string {
  if (parts.length === 0) return none
  return parts
    .map((part) => (parts.length > 1 && needsBrackets(part) ? `(${conditionSentence(part)})` : conditionSentence(part)))
    .join(` ${word} `)
}

function needsBrackets(condition: Condition): boolean {
  return ('all' in condition && condition.all.length > 1) || ('any' in condition && condition.any.length > 1)
}

export function leafSentence(leaf: ConditionLeaf): string {
  const type = fieldType(leaf.field) ?? 'text'
  const label = fieldLabel(leaf.field)
  if (type === 'yes-no') {
    const yes = (leaf.value === true) === (leaf.op === 'is')
    return yes ? `it is a ${label}` : `it is no ${label}`
  }
  const op = operatorLabel(leaf.op, type)
  if (leaf.op === 'isEmpty' || leaf.op === 'isPresent') return `${label} ${type === 'list' ? op.replace('is', 'are') : op}`
  return `${label} ${op} ${valueSaid(leaf)}`
}

function valueSaid(leaf: ConditionLeaf): string {
  const values = leaf.value === undefined ? [] : Array.isArray(leaf.value) ? leaf.value : [leaf.value]
  const said = values.map((value) => oneValue(leaf.field, value)).filter((value) => value !== '')
  if (said.length === 0) return '…'
  const word = leaf.op === 'between' || leaf.op === 'hasAll' ? 'and' : 'or'
  return listed(said, word)
}

function oneValue(field: string, value: string | number | boolean): string {
  if (typeof value === 'number') return value.toLocaleString()
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (field === 'language') return languageName(value)
  if (field === 'country') return countryName(value)
  return value
}

function listed(values: readonly string[], word: 'and' | 'or'): string {
  if (values.length <= 1) return values[0] ?? ''
  const shown = values.length > 6 ? [...values.slice(0, 5), `${values.length - 5} more`] : values
  return `${shown.slice(0, -1).join(', ')} ${word} ${shown.at(-1)}`
}

export function destinationSentence(destination: Destination, nameOf: NameOf = asWritten): string {
  switch (destination.to) {
    case 'pool':
      return poolDestination(destination, nameOf)
    case 'rep': {
      const rep = destination.rep === '' ? '…' : nameOf(destination.rep)
      const backups = (destination.backups ?? []).map(nameOf)
      return backups.length === 0 ? rep : `${rep}, else ${listed(backups, 'or')}`
    }
    case 'hold':
      return destination.reason ? `hold: ${destination.reason}` : 'hold for a person to decide'
    case 'discard':
      return `discard: ${destination.reason}`
    case 'nurture':
      return 'nurture'
    case 'partners':
      return 'partners'
  }
}

function poolDestination(destination: Extract<Destination, { to: 'pool' }>, nameOf: NameOf): string {
  const owner = ownerFirstSaid(destination.ownerFirst, nameOf)
  const method = methodSaid(destination, nameOf)
  const tiers = destination.by === 'tiers' ? (destination.tiers ?? []) : []
  // The groups narrow the pool: where it narrows nothing itself, they say it all.
  const isWhole = Object.keys(destination.pool).length === 0
  const who =
    tiers.length === 0
      ? [poolSaid(destination.pool, nameOf), method]
      : [...(isWhole ? [] : [poolSaid(destination.pool, nameOf)]), tiers.map((tier) => poolSaid(tier, nameOf)).join(', then ')]
  return [...who, ...(owner === null ? [] : [owner])].join(', ')
}

export function poolSaid(pool: PoolSelection, nameOf: NameOf = asWritten): string {
  const parts: string[] = []
  const many = (value: string | readonly string[] | undefined): readonly string[] =>
    value === undefined ? [] : typeof value === 'string' ? [value] : value
  const team = many(pool.team)
  if (team.length > 0) parts.push(listed(team.map(orLeads('team')), 'or'))
  if (pool.reps && pool.reps.length > 0) parts.push(listed(pool.reps.map(nameOf), 'or'))
  const skills = pool.skills ?? []
  if (skills.length > 0) parts.push(`skilled in ${listed(skills.map(orLeads('need')), 'and')}`)
  const languages = many(pool.languages)
  if (languages.length > 0)
    parts.push(
      `speaking ${listed(
        languages.map((code) => (code === 'lead' ? "the lead's language" : languageName(code))),
        'or',
      )}`,
    )
  const products = many(pool.products)
  if (products.length > 0) parts.push(`for ${listed(products.map(orLeads('product')), 'or')}`)
  const tier = many(pool.tier)
  if (tier.length > 0) parts.push(`tier ${listed(tier.map(orLeads('tier')), 'or')}`)
  const territory = many(pool.territory)
  if (territory.length > 0) parts.push(`serving ${listed(territory.map(orLeads('place')), 'or')}`)
  return parts.length === 0 ? 'everyone' : parts.join(', ')
}

const orLeads =
  (what: string) =>
  (value: string): string =>
    value === 'lead' ? `the lead's ${what}` : value

export function otherwiseSentence(otherwise: Otherwise, nameOf: NameOf = asWritten): string {
  if (otherwise === 'next') return 'if nobody can take it, go on to the next rule'
  if (otherwise === 'hold') return 'if nobody can take it, wait'
  const terms = otherwise.to === 'pool' || otherwise.to === 'rep' ? termsSaid(otherwise) : ''
  return `if nobody can take it: ${destinationSentence(otherwise, nameOf)}${terms === '' ? '' : `, ${terms}`}`
}

const names = { language: namesOf('language'), region: namesOf('region') }

function namesOf(type: 'language' | 'region'): Intl.DisplayNames {
  return new Intl.DisplayNames('en', { type, fallback: 'code' })
}

/** "de" is German; what is no code stands as written. */
export function languageName(code: string): string {
  return /^[a-z]{2,3}(-[a-z]{2,4})?$/i.test(code) ? (names.language.of(code) ?? code) : code
}

/** "DE" is Germany; what is no code ("DACH") stands as written. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.region.of(code) ?? code) : code
}
