import type { DeskStore } from './desk-store.ts'
import type { LeadList } from './lead-list.ts'
import type { LeadQuery } from './lead-query.ts'

/** Who goes from screen to screen meets some of these again. */
const MOST_LISTS = 8
const MOST_LEADS = 1_000

/** Lists that no screen shows just now. They go on following the stream, so that whoever comes back sees them at once, and as they are. */
export interface KeptLists {
  /** The list by the JSON of its query; it stays kept. */
  peek: (key: string) => LeadList | null
  /** It is the taker's to close, or to put back. */
  take: (key: string) => LeadList | null
  put: (key: string, list: LeadList) => void
}

const keptBy = new WeakMap<DeskStore, KeptLists>()

/** One for all screens on a store. */
export function keptListsOf(store: DeskStore): KeptLists {
  const known = keptBy.get(store) ?? makeKeptLists(store)
  keptBy.set(store, known)
  return known
}

function makeKeptLists(store: DeskStore): KeptLists {
  const lists = new Map<string, LeadList>()
  const drop = (key: string): void => {
    lists.get(key)?.close()
    lists.delete(key)
  }
  // Everything may have changed, or somebody else sits here: what nobody looks at is not worth reading anew.
  store.onLeads(({ isReset }) => {
    if (isReset) for (const key of lists.keys()) drop(key)
  })
  return {
    peek: (key) => lists.get(key) ?? null,
    take: (key) => {
      const list = lists.get(key) ?? null
      lists.delete(key)
      return list
    },
    put: (key, list) => {
      drop(key)
      if (!isWorth(list)) return list.close()
      lists.set(key, list)
      for (const oldest of lists.keys()) if (lists.size > MOST_LISTS) drop(oldest)
    },
  }
}

/** A search is seldom made twice; and what is due soon changes by time alone. */
function isWorth(list: LeadList): boolean {
  const { ids, isReady, isLoading, fault } = list.getState()
  const { text, due }: LeadQuery['filter'] = list.query.filter
  return isReady && !isLoading && fault === null && ids.length <= MOST_LEADS && text === undefined && due === undefined
}
