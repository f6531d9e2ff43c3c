import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DeskClient } from '../bridge/create-desk-client.ts'
import { type Fault, faultOf } from '../bridge/fault.ts'
import type { LeadCard, LeadId } from '../../src-main/contract/index.ts'
import type { DeskState } from './desk-state.ts'
import type { DeskStore, LeadChanges } from './desk-store.ts'
import { belongs, hasWords, isByCard, isOfQueue, type LeadQuery, orderOf } from './lead-query.ts'

export interface LeadListState {
  /** In order, as far as read. The cards are in the desk's store. */
  ids: readonly LeadId[]
  hasMore: boolean
  isLoading: boolean
  /** False until the first page has come. */
  isReady: boolean
  fault: Fault | null
}

export interface LeadList extends Pick<StoreApi<LeadListState>, 'getState' | 'subscribe'> {
  query: LeadQuery
  readMore: () => void
  /** Reads on until so many are listed or no more are left; ends early when a page can't be read. */
  readTo: (most: number) => Promise<void>
  close: () => void
}

const FIRST_PAGE = 100
const NEXT_PAGE = 500
const SOON_AGAIN_MS = 30_000

/** A list read page by page and kept true by the stream: leads come in and go as they change, at their place in the order. */
export function createLeadList(client: DeskClient, desk: DeskStore, query: LeadQuery): LeadList {
  const store = createStore<LeadListState>()(() => ({ ids: [], hasMore: true, isLoading: false, isReady: false, fault: null }))
  const order = orderOf(query)
  const members = new Set<LeadId>()
  let cursor: string | undefined
  let stopped = new AbortController()
  let reading = Promise.resolve()

  const show = (ids: readonly LeadId[], added: readonly LeadCard[], parts: Partial<LeadListState> = {}): void => {
    for (const lead of added) members.add(lead.id)
    store.setState({ ids, ...parts })
  }

  const read = (limit: number, isAnew: boolean): void => {
    reading = readPage(limit, isAnew)
  }
  const readPage = async (limit: number, isAnew: boolean): Promise<void> => {
    store.setState({ isLoading: true, fault: null })
    const askedAt = desk.getState().seq
    const { signal } = stopped
    try {
      const page = await client.lead.page(
        { filter: query.filter, order: query.order, limit, ...(isAnew || cursor === undefined ? {} : { after: cursor }) },
        { signal },
      )
      if (signal.aborted) return
      cursor = page.next ?? undefined
      desk.remember(page.leads, askedAt)
      const { leads } = desk.getState()
      const answered = page.leads.map((lead) => leads.get(lead.id)).filter((lead) => lead !== undefined)
      const found = answered.filter((lead) => belongs(lead, query))
      if (isAnew) members.clear()
      show(merge(isAnew ? [] : store.getState().ids, found, leads, order, members), found, {
        isLoading: false,
        isReady: true,
        hasMore: page.next !== null,
      })
    } catch (thrown) {
      if (!signal.aborted) store.setState({ isLoading: false, fault: faultOf(thrown) })
    }
  }

  const onLeads = ({ isReset, changed, removed }: LeadChanges): void => {
    if (isReset) return readAnew()
    const { ids, hasMore, isReady } = store.getState()
    if (!isReady) return
    const { leads } = desk.getState()
    const last = ids.at(-1)
    const end = last === undefined ? undefined : leads.get(last)
    const gone = new Set<LeadId>()
    const news: LeadCard[] = []
    const isKnown = isByCard(query.filter)
    for (const id of removed) if (members.has(id)) gone.add(id)
    for (const id of changed) {
      const lead = leads.get(id)
      const wasIn = members.has(id)
      const isIn = lead !== undefined && belongs(lead, query) && (wasIn || (isKnown && hasWords(lead, query.filter.text ?? '')))
      // What sorts behind the last row read so far comes with its page.
      const isRead = lead !== undefined && (!hasMore || (end !== undefined && order(lead, end) <= 0))
      if (isIn && !wasIn && isRead) news.push(lead)
      if (wasIn && !isIn) gone.add(id)
      // To touch a lead moves it in the order of what is due; other orders only follow what never changes, or a rare new grade.
      if (wasIn && isIn && query.order === 'due') {
        gone.add(id)
        if (isRead) news.push(lead)
      }
    }
    if (gone.size === 0 && news.length === 0) return
    for (const id of gone) members.delete(id)
    show(merge(gone.size === 0 ? ids : ids.filter((id) => !gone.has(id)), news, leads, order, members), news)
  }

  const readAnew = (): void => {
    stopped.abort()
    stopped = new AbortController()
    read(Math.min(NEXT_PAGE, Math.max(FIRST_PAGE, members.size)), true)
  }
  const forget = [desk.keep(() => members), desk.onLeads(onLeads)]
  // Time alone brings a lead into what is due soon: nothing that happens tells of it.
  const timer = query.filter.due === 'soon' ? setInterval(readAnew, SOON_AGAIN_MS) : undefined
  const head = isOfQueue(query) ? headOf(desk.getState(), query).sort(order) : []
  if (head.length === 0) read(FIRST_PAGE, true)
  // What is behind them is read when somebody looks further.
  else {
    const ids = head.map(({ id }) => id)
    show(ids, head, { isReady: true })
  }
  return {
    query,
    getState: store.getState,
    subscribe: store.subscribe,
    readMore: () => {
      const { isLoading, hasMore, isReady, fault } = store.getState()
      if (isLoading || (!hasMore && fault === null)) return
      read(isReady ? NEXT_PAGE : FIRST_PAGE, !isReady)
    },
    readTo: async (most) => {
      for (;;) {
        await reading
        const { ids, hasMore, isReady, isLoading, fault } = store.getState()
        if (isLoading) continue
        if (!isReady || !hasMore || fault !== null || stopped.signal.aborted || ids.length >= most) return
        read(NEXT_PAGE, false)
      }
    },
    close: () => {
      clearInterval(timer)
      stopped.abort()
      for (const undo of forget) undo()
    },
  }
}

/** What the snapshot brought of it: the window has rows before they are asked for. */
function headOf({ queueHead, leads }: DeskState, query: LeadQuery): LeadCard[] {
  const head = (queueHead ?? []).flatMap((id) => leads.get(id) ?? [])
  return head.filter((lead) => belongs(lead, query))
}

/** Puts new leads at their places among the ids, which are in order. Cheap for a few leads in a long list. */
function merge(
  ids: readonly LeadId[],
  news: readonly LeadCard[],
  leads: ReadonlyMap<LeadId, LeadCard>,
  order: (a: LeadCard, b: LeadCard) => number,
  members: ReadonlySet<LeadId>,
): LeadId[] {
  const added = news.filter((lead) => !members.has(lead.id)).sort(order)
  const merged: LeadId[] = []
  let from = 0
  for (const lead of added) {
    const to = placeOf(lead, ids, from, leads, order)
    for (let at = from; at < to; at += 1) merged.push(ids[at] as LeadId)
    merged.push(lead.id)
    from = to
  }
  for (let at = from; at < ids.length; at += 1) merged.push(ids[at] as LeadId)
  return merged
}

/** The first place, from `low` on, before which the lead does not sort. */
function placeOf(
  lead: LeadCard,
  ids: readonly LeadId[],
  low: number,
  leads: ReadonlyMap<LeadId, LeadCard>,
  order: (a: LeadCard, b: LeadCard) => number,
): number {
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = leads.get(ids[middle] as LeadId)
    if (other !== undefined && order(lead, other) < 0) high = middle
    else low = middle + 1
  }
  return low
}
