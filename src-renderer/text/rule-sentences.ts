import {
  type Condition,
  type ConditionLeaf,
  type Destination,
  fieldType,
  type Otherwise,
  type PoolSelection,
  type Rule,
} from '../../src-main/contract/index.ts'
import { formatCountry, formatLanguage, formatNumber } from './formats.ts'
import { inLanguage } from './language.ts'
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

/** How a rule reads. What is listed comes as one text, already joined by "and" or "or". */
export const ruleSentenceText = inLanguage('ruleSentenceText', {
  everyLead: 'Every lead',
  when: (condition: string): string => `When ${condition}`,
  allOfNone: 'every lead',
  anyOfNone: 'no lead',
  and: (parts: readonly string[]): string => parts.join(' and '),
  or: (parts: readonly string[]): string => parts.join(' or '),
  not: (condition: string): string => `not: ${condition}`,
  notGroup: (condition: string): string => `not (${condition})`,
  isTrue: (field: string): string => `it is a ${field}`,
  isFalse: (field: string): string => `it is no ${field}`,
  compared: (field: string, operator: string, value: string): string => `${field} ${operator} ${value}`,
  listAnd: (values: readonly string[]): string => listed(values, 'and'),
  listOr: (values: readonly string[]): string => listed(values, 'or'),
  missing: '…',
  more: (count: number): string => `${formatNumber(count)} more`,
  yes: 'yes',
  no: 'no',
  rep: (rep: string, backups: string | null): string => (backups === null ? rep : `${rep}, else ${backups}`),
  hold: (reason: string | null): string => (reason === null ? 'hold for a person to decide' : `hold: ${reason}`),
  discard: (reason: string): string => `discard: ${reason}`,
  nurture: 'nurture',
  partners: 'partners',
  tiers: (tiers: readonly string[]): string => tiers.join(', then '),
  skills: (skills: string): string => `skilled in ${skills}`,
  languages: (languages: string): string => `speaking ${languages}`,
  products: (products: string): string => `for ${products}`,
  tier: (tiers: string): string => `tier ${tiers}`,
  territory: (places: string): string => `serving ${places}`,
  everyone: 'everyone',
  leads: {
    team: "the lead's team",
    skills: "the lead's need",
    languages: "the lead's language",
    products: "the lead's product",
    tier: "the lead's tier",
    territory: "the lead's place",
  },
  otherwiseNext: 'if nobody can take it, go on to the next rule',
  otherwiseHold: 'if nobody can take it, wait',
  otherwise: (destination: string): string => `if nobody can take it: ${destination}`,
})
const text = ruleSentenceText

function listed(values: readonly string[], word: 'and' | 'or'): string {
  return values.length <= 1 ? (values[0] ?? '') : `${values.slice(0, -1).join(', ')} ${word} ${values.at(-1)}`
}

type NameOf = (email: string) => string
const asWritten: NameOf = (email) => email

export function ruleSentence(rule: Rule, nameOf: NameOf = asWritten): RuleSentence {
  const { then } = rule
  const isGiven = then.to === 'pool' || then.to === 'rep'
  return {
    when: rule.when === undefined ? text.everyLead : whenSentence(rule.when),
    then: destinationSentence(then, nameOf),
    terms: isGiven ? termsSaid(then) : '',
    otherwise: isGiven ? otherwiseSentence(rule.otherwise, nameOf) : '',
  }
}

function whenSentence(condition: Condition): string {
  const isEvery = 'all' in condition && condition.all.length === 0
  return isEvery ? text.everyLead : text.when(conditionSentence(condition))
}

export function conditionSentence(condition: Condition): string {
  if ('all' in condition) return joined(condition.all, text.and, text.allOfNone)
  if ('any' in condition) return joined(condition.any, text.or, text.anyOfNone)
  if ('not' in condition) {
    const inner = condition.not
    return 'field' in inner ? text.not(leafSentence(inner)) : text.notGroup(conditionSentence(inner))
  }
  return leafSentence(condition)
}

function joined(parts: readonly Condition[], join: (said: readonly string[]) => string, none: string): string {
  if (parts.length === 0) return none
  return join(
    parts.map((part) => (parts.length > 1 && needsBrackets(part) ? `(${conditionSentence(part)})` : conditionSentence(part))),
  )
}

function needsBrackets(condition: Condition): boolean {
  return ('all' in condition && condition.all.length > 1) || ('any' in condition && condition.any.length > 1)
}

export function leafSentence(leaf: ConditionLeaf): string {
  const type = fieldType(leaf.field) ?? 'text'
  const label = fieldLabel(leaf.field)
  if (type === 'yes-no') {
    const yes = (leaf.value === true) === (leaf.op === 'is')
    return yes ? text.isTrue(label) : text.isFalse(label)
  }
  const op = operatorLabel(leaf.op, type)
  if (leaf.op === 'isEmpty' || leaf.op === 'isPresent') return `${label} ${op}`
  return text.compared(label, op, valueSaid(leaf))
}

function valueSaid(leaf: ConditionLeaf): string {
  const values = leaf.value === undefined ? [] : Array.isArray(leaf.value) ? leaf.value : [leaf.value]
  const said = values.map((value) => oneValue(leaf.field, value)).filter((value) => value !== '')
  if (said.length === 0) return text.missing
  return leaf.op === 'between' || leaf.op === 'hasAll' ? shortened(said, text.listAnd) : shortened(said)
}

function oneValue(field: string, value: string | number | boolean): string {
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'boolean') return value ? text.yes : text.no
  if (field === 'language') return formatLanguage(value)
  if (field === 'country') return formatCountry(value)
  return value
}

/** Of long lists the first five, and how many more. */
function shortened(values: readonly string[], join: (items: readonly string[]) => string = text.listOr): string {
  return join(values.length > 6 ? [...values.slice(0, 5), text.more(values.length - 5)] : values)
}

export function destinationSentence(destination: Destination, nameOf: NameOf = asWritten): string {
  switch (destination.to) {
    case 'pool':
      return poolDestination(destination, nameOf)
    case 'rep': {
      const rep = destination.rep === '' ? text.missing : nameOf(destination.rep)
      const backups = (destination.backups ?? []).map(nameOf)
      return text.rep(rep, backups.length === 0 ? null : shortened(backups))
    }
    case 'hold':
      return text.hold(destination.reason ? destination.reason : null)
    case 'discard':
      return text.discard(destination.reason)
    case 'nurture':
      return text.nurture
    case 'partners':
      return text.partners
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
      : [...(isWhole ? [] : [poolSaid(destination.pool, nameOf)]), text.tiers(tiers.map((tier) => poolSaid(tier, nameOf)))]
  return [...who, ...(owner === null ? [] : [owner])].join(', ')
}

export function poolSaid(pool: PoolSelection, nameOf: NameOf = asWritten): string {
  const many = (value: string | readonly string[] | undefined): readonly string[] =>
    value === undefined ? [] : typeof value === 'string' ? [value] : value
  const part = (values: readonly string[], say: (listed: string) => string, join = text.listOr): string[] =>
    values.length === 0 ? [] : [say(shortened(values, join))]
  const parts = [
    ...part(many(pool.team).map(orLeads('team')), asWritten),
    ...part((pool.reps ?? []).map(nameOf), asWritten),
    ...part((pool.skills ?? []).map(orLeads('skills')), text.skills, text.listAnd),
    ...part(many(pool.languages).map(orLeads('languages', formatLanguage)), text.languages),
    ...part(many(pool.products).map(orLeads('products')), text.products),
    ...part(many(pool.tier).map(orLeads('tier')), text.tier),
    ...part(many(pool.territory).map(orLeads('territory')), text.territory),
  ]
  return parts.length === 0 ? text.everyone : parts.join(', ')
}

const orLeads =
  (what: keyof typeof text.leads, say: (value: string) => string = asWritten) =>
  (value: string): string =>
    value === 'lead' ? text.leads[what] : say(value)

export function otherwiseSentence(otherwise: Otherwise, nameOf: NameOf = asWritten): string {
  if (otherwise === 'next') return text.otherwiseNext
  if (otherwise === 'hold') return text.otherwiseHold
  const terms = otherwise.to === 'pool' || otherwise.to === 'rep' ? termsSaid(otherwise) : ''
  return text.otherwise([destinationSentence(otherwise, nameOf), ...(terms === '' ? [] : [terms])].join(', '))
}
