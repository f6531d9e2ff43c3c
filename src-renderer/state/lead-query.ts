import type { LeadCard, LeadFilter, LeadOrder } from '../../src-main/contract/index.ts'
import { dueOrder, isOpen, newestFirst, queueOrder } from './selectors.ts'

/** What a list shows, in which order. `since`: only leads received from then on (needs the order `newest`). */
export interface LeadQuery {
  filter: LeadFilter
  order: LeadOrder
  since?: number
}

/** A list with a name, to choose among others. */
export interface LeadSegment {
  id: string
  label: string
  count: number | null
  query: LeadQuery
  empty: { title: string; hint: string }
}

export function orderOf(query: LeadQuery): (a: LeadCard, b: LeadCard) => number {
  return { queue: queueOrder, newest: newestFirst, due: dueOrder }[query.order]
}

/**
 * Whether a lead that has just changed belongs in a list. The desk alone finds words in notes; here a new lead is looked at
 * by what its card shows.
 */
export function belongs(lead: LeadCard, { filter, since }: LeadQuery): boolean {
  return (
    (since === undefined || lead.receivedAt >= since) &&
    (filter.status === undefined || filter.status.includes(lead.status)) &&
    (filter.repId === undefined || filter.repId === lead.repId) &&
    (filter.repIds === undefined || (lead.repId !== null && filter.repIds.includes(lead.repId))) &&
    (filter.offeredTo === undefined || lead.offeredTo.includes(filter.offeredTo)) &&
    (filter.source === undefined || filter.source === lead.source) &&
    (filter.grade === undefined || (lead.grade !== null && filter.grade.includes(lead.grade))) &&
    (filter.stage === undefined || filter.stage.includes(lead.stage)) &&
    (filter.batchId === undefined || filter.batchId === lead.batchId) &&
    (filter.isHeld === undefined || filter.isHeld === lead.isHeld) &&
    (filter.isOpen === undefined || filter.isOpen === isOpen(lead))
  )
}

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
