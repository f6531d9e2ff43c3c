import type { Condition, Destination, Otherwise, PoolSelection } from '../contract/index.ts'
import { sayCondition } from './say-condition.ts'
import type { DeskWords } from './words/en.ts'

/** Parts of a ruleset as a person reads them, for telling two apart. */

export function sayConditions(condition: Condition | undefined, say: DeskWords): string {
  const { and, or, not, noLead } = say.ruleset
  if (condition === undefined) return say.everyLead
  if ('all' in condition) return condition.all.length === 0 ? say.everyLead : and(partsSaid(condition.all, say))
  if ('any' in condition) return condition.any.length === 0 ? noLead : or(partsSaid(condition.any, say))
  if ('not' in condition) return not(sayConditions(condition.not, say))
  return sayCondition(condition, say)
}

function partsSaid(parts: readonly Condition[], say: DeskWords): string[] {
  const hasSeveral = (part: Condition): boolean =>
    ('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1)
  return parts.map((part) => {
    const said = sayConditions(part, say)
    return parts.length > 1 && hasSeveral(part) ? `(${said})` : said
  })
}

type ToPool = Extract<Destination, { to: 'pool' }>

export function sayDestination(to: Destination, say: DeskWords): string {
  switch (to.to) {
    case 'pool':
      return `${sayPool(to.pool, say)}, ${say.methods[to.by]}`
    case 'rep':
      return say.ruleset.reps([to.rep, ...(to.backups ?? [])])
    case 'hold':
      return say.ruleset.hold(to.reason ?? null)
    case 'discard':
      return say.ruleset.discard(to.reason)
    case 'nurture':
    case 'partners':
      return say.ruleset.sentTo[to.to]
  }
}

export function sayOtherwise(otherwise: Otherwise, say: DeskWords): string {
  if (otherwise === 'next') return say.ruleset.next
  return otherwise === 'hold' ? say.ruleset.hold(null) : sayDestination(otherwise, say)
}

export function sayPool(pool: PoolSelection, { ruleset: say }: DeskWords): string {
  const parts = [
    [pool.team, say.or, String],
    [pool.reps, say.or, String],
    [pool.skills, say.and, say.skills],
    [pool.languages, say.or, say.languages],
    [pool.products, say.or, say.products],
    [pool.tier, say.or, say.tier],
    [pool.territory, say.or, say.territory],
  ] as const
  const said = parts.flatMap(([value, join, sayPart]) => {
    if (value === undefined) return []
    const list = typeof value === 'string' ? [value] : value
    return [sayPart(join(list.map((one) => (one === 'lead' ? say.whatLeadSays : one))))]
  })
  return said.length === 0 ? say.everyone : said.join(', ')
}

export function sayOwnerFirst(ownerFirst: ToPool['ownerFirst'], words: DeskWords): string {
  const { ruleset: say } = words
  if (ownerFirst === undefined || ownerFirst === false) return say.ownerNot
  if (ownerFirst === true || ownerFirst.ifNotHere === 'go-on') return say.ownerFirst
  if (ownerFirst.ifNotHere === 'wait') return say.ownerWait(sayMinutes(ownerFirst.waitMinutes ?? 0, words))
  return say.ownerElse(ownerFirst.backup ?? say.nobody)
}

const HOUR = 60
const DAY = 24 * HOUR

/** "10 minutes", "1 hour 30 minutes", "2 days". */
export function sayMinutes(minutes: number, { ruleset: say }: DeskWords): string {
  const days = Math.floor(minutes / DAY)
  const hours = Math.floor((minutes - days * DAY) / HOUR)
  const rest = minutes - days * DAY - hours * HOUR
  const parts = [
    ...(days > 0 ? [say.days(days)] : []),
    ...(hours > 0 ? [say.hours(hours)] : []),
    ...(rest > 0 || days + hours === 0 ? [say.minutes(rest)] : []),
  ]
  return parts.join(' ')
}
