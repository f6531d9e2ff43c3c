import type { Condition, Destination, Method, Otherwise, PoolSelection } from '../contract/index.ts'
import { sayCondition } from './say-condition.ts'

/** Parts of a ruleset as a person reads them, for telling two apart. */

export function sayConditions(condition: Condition | undefined): string {
  if (condition === undefined) return 'every lead'
  if ('all' in condition) return joined(condition.all, ' and ', 'every lead')
  if ('any' in condition) return joined(condition.any, ' or ', 'no lead')
  if ('not' in condition) return `not (${sayConditions(condition.not)})`
  return sayCondition(condition)
}

function joined(parts: readonly Condition[], word: string, none: string): string {
  if (parts.length === 0) return none
  const hasSeveral = (part: Condition): boolean =>
    ('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1)
  return parts.map((part) => (parts.length > 1 && hasSeveral(part) ? `(${sayConditions(part)})` : sayConditions(part))).join(word)
}

const METHODS: Readonly<Record<Method, string>> = {
  'round-robin': 'in turn',
  weighted: 'by weight',
  'least-loaded': 'to the least loaded',
  'longest-idle': 'to whoever has waited longest',
  'top-performer': 'to whoever wins most',
  tiers: 'by tiers',
  claim: 'to whoever accepts first',
  share: 'by percentage',
}
export const sayMethod = (method: Method): string => METHODS[method]

type ToPool = Extract<Destination, { to: 'pool' }>

export function sayDestination(to: Destination): string {
  switch (to.to) {
    case 'pool':
      return `${sayPool(to.pool)}, ${sayMethod(to.by)}`
    case 'rep':
      return [to.rep, ...(to.backups ?? [])].join(', else ')
    case 'hold':
      return to.reason === undefined ? 'hold' : `hold: ${to.reason}`
    case 'discard':
      return `discard: ${to.reason}`
    case 'nurture':
    case 'partners':
      return to.to
  }
}

export function sayOtherwise(otherwise: Otherwise): string {
  if (otherwise === 'next') return 'go on with the next rule'
  return otherwise === 'hold' ? 'hold' : sayDestination(otherwise)
}

export function sayPool(pool: PoolSelection): string {
  const parts = [
    ['', pool.team, 'or'],
    ['', pool.reps, 'or'],
    ['skilled in ', pool.skills, 'and'],
    ['speaking ', pool.languages, 'or'],
    ['selling ', pool.products, 'or'],
    ['of tier ', pool.tier, 'or'],
    ['serving ', pool.territory, 'or'],
  ] as const
  const said = parts.flatMap(([verb, value, word]) => {
    if (value === undefined) return []
    const list = typeof value === 'string' ? [value] : value
    return [verb + list.map((one) => (one === 'lead' ? 'what the lead says' : one)).join(` ${word} `)]
  })
  return said.length === 0 ? 'everyone' : said.join(', ')
}

export function sayOwnerFirst(ownerFirst: ToPool['ownerFirst']): string {
  if (ownerFirst === undefined || ownerFirst === false) return 'owners have no preference'
  if (ownerFirst === true || ownerFirst.ifNotHere === 'go-on') return 'the owner first'
  if (ownerFirst.ifNotHere === 'wait') return `the owner first, waiting ${sayMinutes(ownerFirst.waitMinutes ?? 0)} for them`
  return `the owner first, else ${ownerFirst.backup ?? 'nobody'}`
}

const HOUR = 60
const DAY = 24 * HOUR

/** "10 minutes", "1 hour 30 minutes", "2 days". */
export function sayMinutes(minutes: number): string {
  const days = Math.floor(minutes / DAY)
  const hours = Math.floor((minutes - days * DAY) / HOUR)
  const rest = minutes - days * DAY - hours * HOUR
  const parts = [
    ...(days > 0 ? [count(days, 'day')] : []),
    ...(hours > 0 ? [count(hours, 'hour')] : []),
    ...(rest > 0 || days + hours === 0 ? [count(rest, 'minute')] : []),
  ]
  return parts.join(' ')
}

export const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`
