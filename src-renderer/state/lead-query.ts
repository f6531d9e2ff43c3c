import {
  CLOSED_STAGES,
  type LeadCard,
  type LeadFilter,
  type LeadOrder,
  type SavedView,
  type ViewId,
} from '../../src-main/contract/index.ts'
import { dueOrder, newestFirst, queueOrder } from './selectors.ts'

/** What a list shows, in which order. */
export interface LeadQuery {
  filter: LeadFilter
  order: LeadOrder
}

/** A list with a name, to choose among others. */
export interface LeadSegment {
  /** As its address names it. */
  id: string
  label: string
  /** null: not counted. */
  count: { count: number; isMore: boolean } | null
  query: LeadQuery
  empty: { title: string; hint: string }
  /** A list that somebody kept: what narrows it can be changed, and saved. */
  view?: SavedView
  /** A list that another screen opened: what narrows it can be changed. */
  isLink?: true
}

const VIEW = 'view/'
/** What a kept view is called in an address and among the lists of a screen. */
export const viewListId = (viewId: ViewId): string => `${VIEW}${viewId}`
export const isViewList = (listId: string | null): boolean => listId?.startsWith(VIEW) === true

export function orderOf(query: LeadQuery): (a: LeadCard, b: LeadCard) => number {
  return { queue: queueOrder, newest: newestFirst, due: dueOrder }[query.order]
}

/** What `due: 'soon'` looks ahead, as the desk has it. */
const SOON_MS = 15 * 60_000

/**
 * Whether a lead that has just changed belongs in a list, by what its card shows: words in notes and how far a lead has come are known to
 * the desk alone.
 */
export function belongs(lead: LeadCard, { filter }: LeadQuery, now = Date.now()): boolean {
  return isPlaced(lead, filter) && isNamed(lead, filter) && isInTime(lead, filter, now)
}

const fitsAny = <Value>(some: readonly Value[] | undefined, value: Value | null): boolean =>
  some === undefined || (value !== null && some.includes(value))
const is = <Value>(wanted: Value | undefined, value: Value): boolean => wanted === undefined || wanted === value

function isPlaced(lead: LeadCard, filter: LeadFilter): boolean {
  return (
    fitsAny(filter.status, lead.status) &&
    fitsAny(filter.stage, lead.stage) &&
    fitsAny(filter.repIds, lead.repId) &&
    fitsAny(filter.waitCode, lead.waitCode) &&
    is(filter.repId, lead.repId) &&
    is(filter.hasOwner, lead.repId !== null) &&
    is(filter.batchId, lead.batchId) &&
    is(filter.isHeld, lead.isHeld) &&
    is(filter.isOpen, isToBeWorked(lead)) &&
    (filter.offeredTo === undefined || lead.offeredTo.includes(filter.offeredTo))
  )
}

function isNamed(lead: LeadCard, filter: LeadFilter): boolean {
  return (
    fitsAny(filter.leadIds, lead.id) &&
    fitsAny(filter.grade, lead.grade) &&
    fitsAny(filter.country, lead.country) &&
    fitsAny(filter.sources, lead.source) &&
    is(filter.source, lead.source) &&
    is(filter.ruleId, lead.ruleId) &&
    is(filter.hasRule, lead.ruleId !== null) &&
    (filter.valueIn === undefined || (lead.value !== null && lead.currency === filter.valueIn))
  )
}

function isInTime(lead: LeadCard, { receivedFrom, receivedTo, due }: LeadFilter, now: number): boolean {
  const isOverdue = lead.status === 'assigned' && lead.touchedAt === null && lead.breachedAt !== null
  const isSoon = lead.dueAt !== null && lead.dueAt < now + SOON_MS
  return (
    (receivedFrom === undefined || lead.receivedAt >= receivedFrom) &&
    (receivedTo === undefined || lead.receivedAt < receivedTo) &&
    (due === undefined || isOverdue || (due === 'soon' && isSoon))
  )
}

/** Not yet lost or won, wherever it is: what the desk means by open. A rep's open leads are those of them that are assigned. */
const isToBeWorked = ({ status, stage }: LeadCard): boolean =>
  (status === 'waiting' || status === 'offered' || status === 'assigned') && !CLOSED_STAGES.includes(stage)

/** True when a card shows all that a list is narrowed by, so that a lead that was not in it can be seen to have come in. */
export const isByCard = ({ journey }: LeadFilter): boolean => journey === undefined

/** True for a list that is the queue, or part of it that cards show: what it begins with, the queue's first leads tell. */
export const isOfQueue = ({ filter, order }: LeadQuery): boolean =>
  order === 'queue' &&
  filter.status?.join() === 'waiting' &&
  filter.text === undefined &&
  filter.due === undefined &&
  isByCard(filter)

export function hasWords(lead: LeadCard, text: string): boolean {
  const parts = fold([lead.name, lead.company, lead.email, lead.phone].filter((part) => part !== null).join(' ')).split(
    /[^\p{L}\p{N}]+/u,
  )
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .every((word) => parts.some((part) => part.startsWith(word)))
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
