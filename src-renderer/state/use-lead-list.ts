import { useEffect, useState, useSyncExternalStore } from 'react'
import { useDeskParts } from './hooks.ts'
import { createLeadList, type LeadList, type LeadListState } from './lead-list.ts'
import { keptListsOf } from './kept-lists.ts'
import type { LeadQuery } from './lead-query.ts'

export interface ShownList extends LeadListState {
  /** The query whose rows are shown: the one before while a new one is being read. */
  shown: LeadQuery
  isStale: boolean
  readMore: () => void
  readTo: (most: number) => Promise<void>
}

const NOTHING: LeadListState = { ids: [], hasMore: true, isLoading: true, isReady: false, fault: null }
const NO_QUERY: LeadQuery = { filter: {}, order: 'newest' }
const noChange = (): (() => void) => () => undefined

/** The leads of a query, live; at once where they were read a while ago. While a new query is read the rows of the old one stay, so that nothing flashes. null reads nothing. */
export function useLeadList(query: LeadQuery | null): ShownList {
  const { client, store } = useDeskParts()
  const key = query === null ? null : JSON.stringify(query)
  const kept = keptListsOf(store)
  const [lists, setLists] = useState<{ shown: LeadList | null; next: LeadList | null }>(() => ({
    shown: key === null ? null : kept.peek(key),
    next: null,
  }))

  useEffect(() => {
    if (key === null) {
      setLists((before) => (before.shown === null && before.next === null ? before : { shown: null, next: null }))
      return undefined
    }
    const made = kept.take(key) ?? createLeadList(client, store, JSON.parse(key) as LeadQuery)
    setLists(({ shown }) => ({ shown, next: made }))
    const settle = (): void => {
      const { isReady, fault } = made.getState()
      if (!isReady && fault === null) return
      stop()
      setLists((before) => (before.next === made ? { shown: made, next: null } : before))
    }
    const stop = made.subscribe(settle)
    settle()
    return () => {
      stop()
      kept.put(key, made)
    }
  }, [client, store, kept, key])

  const shown = lists.shown ?? lists.next
  const state = useSyncExternalStore(shown?.subscribe ?? noChange, () => shown?.getState() ?? NOTHING)
  return {
    ...state,
    shown: shown?.query ?? query ?? NO_QUERY,
    isStale: key !== null && (shown === null || JSON.stringify(shown.query) !== key),
    readMore: () => {
      shown?.readMore()
    },
    readTo: async (most) => shown?.readTo(most),
  }
}
