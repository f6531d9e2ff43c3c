import { useEffect, useState } from 'react'
import type { LeadFilter } from '../../src-main/contract/index.ts'
import { useDeskParts } from './hooks.ts'

export interface LeadCount {
  count: number
  /** More than were counted. */
  isMore: boolean
}

const LEAST_MS = 1_500
const MOST_MS = 15_000
/** To count among a million takes a while: the desk is kept at it no more than a tenth of the time. */
const REST = 10

/** How many leads fit each filter, by its JSON. Counted one after the other, soon after leads changed and every 15 seconds. */
export function useLeadCounts(filters: readonly LeadFilter[]): ReadonlyMap<string, LeadCount> {
  const { client, store } = useDeskParts()
  const key = JSON.stringify([...new Set(filters.map((filter) => JSON.stringify(filter)))])
  const [counts, setCounts] = useState<ReadonlyMap<string, LeadCount>>(new Map())
  useEffect(() => {
    const asked = JSON.parse(key) as string[]
    if (asked.length === 0) return undefined
    const stopped = new AbortController()
    let hasNews = false
    let timer: ReturnType<typeof setTimeout>
    let restUntil = 0
    let isCounting = false
    const count = async (): Promise<void> => {
      hasNews = false
      isCounting = true
      const begunAt = Date.now()
      for (const filter of asked) {
        try {
          const found = await client.lead.count({ filter: JSON.parse(filter) as LeadFilter }, { signal: stopped.signal })
          if (stopped.signal.aborted) return
          setCounts((before) => withCount(before, filter, found))
        } catch {
          // The last count stays; the list itself says what is wrong.
          if (stopped.signal.aborted) return
        }
      }
      isCounting = false
      const spent = Date.now() - begunAt
      restUntil = Date.now() + Math.max(LEAST_MS, spent * REST)
      wait()
    }
    const wait = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => void count(), Math.max(0, restUntil - Date.now(), hasNews ? 0 : MOST_MS))
    }
    const forget = store.onLeads(() => {
      if (hasNews) return
      hasNews = true
      if (!isCounting) wait()
    })
    void count()
    return () => {
      stopped.abort()
      clearTimeout(timer)
      forget()
    }
  }, [client, store, key])
  return counts
}

function withCount(before: ReadonlyMap<string, LeadCount>, filter: string, found: LeadCount): ReadonlyMap<string, LeadCount> {
  const known = before.get(filter)
  if (known?.count === found.count && known.isMore === found.isMore) return before
  return new Map(before).set(filter, found)
}
