import type { LeadFilter, LeadOrder, RepId } from '../../contract/index.ts'
import { ASSIGNED, NO_GRADE, WAITING, rankOf, stageCode, statusCode } from '../codes.ts'
import type { Shelf } from './lead-filter.ts'

/** From where a list is read, so that a page costs what it shows and not what lies around it. */
export type ListSource =
  /** Runs of an index for each rank of grade, each in order of received; `prefixes` come before the rank, as SQL. */
  | { by: 'rank'; index: string; prefixes: string[]; ranks: number[] }
  /** Runs of `leads_of_rep`, each in order of received. null: with nobody. */
  | { by: 'rep'; repIds: (RepId | null)[] }
  /** Sorted: few to begin with, or an order nobody keeps an index for. */
  | { by: 'sorting'; from: string; isFew: boolean }

const ALL_RANKS = [0, 1, 2, NO_GRADE]
/** A primary key is still used; SQLite would else like a status better than a list of ids. */
const BY_ID = 'leads not indexed where 1'
/** It holds nearly all that lists are narrowed by, so that looking through it reads no lead that does not fit. */
const BY_REP = 'leads indexed by leads_of_rep where 1'

/**
 * How to read a list that no index is made for. `walking` the leads in order, until a page is full: at once where many fit, endless where few do.
 * `looking` at all of them by an index that knows nearly all a filter asks: never at once, and never endless.
 */
export type Road = 'walking' | 'looking'

export function sourceOf(ground: Pick<Shelf, 'team'>, filter: LeadFilter, order: LeadOrder, road: Road): ListSource {
  const few = fewOf(filter)
  if (few !== null) return { by: 'sorting', from: few, isFew: true }
  const statuses = statusesOf(filter)
  const ranks =
    filter.grade === undefined ? ALL_RANKS : ALL_RANKS.filter((rank) => filter.grade?.some((grade) => rankOf(grade) === rank))
  if (!isOfReps(filter)) {
    if (statuses?.length === 1 && statuses[0] === WAITING) {
      const held = filter.isHeld === undefined ? [0, 1] : [filter.isHeld ? 1 : 0]
      return { by: 'rank', index: 'leads_waiting', prefixes: held.map((value) => `status = 0 and is_held = ${value}`), ranks }
    }
    if (statuses !== null && !statuses.includes(WAITING) && !statuses.includes(ASSIGNED)) {
      // The index's own condition, word for word: SQLite does not conclude it.
      const prefixes = statuses.map((status) => `status not in (0, 2) and status = ${status}`)
      return { by: 'rank', index: 'leads_elsewhere', prefixes, ranks }
    }
    if (statuses?.length === 1 && statuses[0] === ASSIGNED && filter.stage !== undefined) {
      const prefixes = filter.stage.map((stage) => `status = 2 and stage = ${stageCode.number(stage)}`)
      return { by: 'rank', index: 'leads_in_stage', prefixes, ranks }
    }
    if (road === 'walking' || isPlain(filter)) return { by: 'rank', index: 'leads_in_order', prefixes: ['1'], ranks }
  }
  if (order === 'newest') return { by: 'rep', repIds: repsOf(ground, filter) }
  return { by: 'sorting', from: BY_REP, isFew: filter.repId !== undefined }
}

/** Every lead that its runs pass fits, so that a page costs what it shows. */
export function isExact(source: ListSource, filter: LeadFilter): boolean {
  const { status: _status, isHeld: _held, grade: _grade, receivedFrom: _from, receivedTo: _to, stage, ...others } = filter
  if (source.by !== 'rank' || Object.values(others).some((part) => part !== undefined)) return false
  return source.index === 'leads_in_order' ? isPlain(filter) : stage === undefined || source.index === 'leads_in_stage'
}

/** As SQL after `from`, up to the first condition: the smallest part of the leads in which all that fit lie. */
export function countedFrom(filter: LeadFilter): string {
  const few = fewOf(filter)
  if (few !== null) return few
  if (filter.text !== undefined && filter.text.trim() !== '') return BY_ID
  const statuses = statusesOf(filter)
  if (isOfReps(filter) || statuses === null) return BY_REP
  if (statuses.length === 1 && statuses[0] === WAITING) return 'leads indexed by leads_waiting where status = 0'
  if (statuses.includes(WAITING) || statuses.includes(ASSIGNED)) return BY_REP
  return 'leads indexed by leads_elsewhere where status not in (0, 2)'
}

function fewOf({ leadIds, due, batchId, journey }: LeadFilter): string | null {
  if (leadIds !== undefined || due === 'soon') return BY_ID
  if (due === 'overdue') return 'leads indexed by leads_overdue where 1'
  if (batchId !== undefined) return 'leads indexed by leads_of_batch where 1'
  return journey?.isBreached === true ? 'leads indexed by leads_breached where 1' : null
}

/** The statuses asked for, in so many words or by what only leads of one status have; null for any. */
function statusesOf({ status, waitCode, isHeld, offeredTo }: LeadFilter): number[] | null {
  if (waitCode !== undefined || isHeld === true) return [WAITING]
  if (offeredTo !== undefined) return [statusCode.number('offered')]
  return status === undefined || status.length === 0 ? null : [...new Set(status)].map((one) => statusCode.number(one))
}

const isOfReps = ({ repId, repIds, hasOwner }: LeadFilter): boolean =>
  repId !== undefined || repIds !== undefined || hasOwner === true

/** Narrowed by nothing but what the order knows: most leads it walks past fit. */
function isPlain({ grade: _grade, receivedFrom: _from, receivedTo: _to, text: _text, ...others }: LeadFilter): boolean {
  return Object.values(others).every((part) => part === undefined)
}

function repsOf(ground: Pick<Shelf, 'team'>, { repId, repIds, hasOwner, status }: LeadFilter): (RepId | null)[] {
  if (hasOwner === false) return repId === undefined && repIds === undefined ? [null] : []
  if (repId !== undefined) return repIds === undefined || repIds.includes(repId) ? [repId] : []
  if (repIds !== undefined) return [...new Set(repIds)]
  const all = [...ground.team.members().keys()]
  const isAssigned = status?.every((one) => one === 'assigned') === true && status.length > 0
  return hasOwner === true || isAssigned ? all : [...all, null]
}
