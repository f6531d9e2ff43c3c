import { useCallback, useEffect, useRef, useState } from 'react'
import type { DeskClient } from '../bridge/create-desk-client.ts'
import { type Fault, faultOf } from '../bridge/fault.ts'
import { useDeskClient } from './hooks.ts'

export interface Asked<Value> {
  /** The last answer; kept while a newer one is on its way. */
  value: Value | null
  fault: Fault | null
  isLoading: boolean
  again: () => void
}

/**
 * Asks a query and keeps its answer. Asks again when `key` changes; `null` does not ask. The answer to an older key is
 * dropped when it comes late.
 */
export function useAsk<Value>(
  key: string | null,
  ask: (client: DeskClient, signal: AbortSignal) => Promise<Value>,
): Asked<Value> {
  const client = useDeskClient()
  const [asked, setAsked] = useState<{ key: string | null; value: Value | null; fault: Fault | null }>({
    key: null,
    value: null,
    fault: null,
  })
  const [attempt, setAttempt] = useState(0)
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  useEffect(() => {
    if (key === null) return undefined
    const stopped = new AbortController()
    latest.current(client, stopped.signal).then(
      (value) => {
        if (!stopped.signal.aborted) setAsked({ key, value, fault: null })
      },
      (thrown: unknown) => {
        if (!stopped.signal.aborted) setAsked((before) => ({ key, value: before.value, fault: faultOf(thrown) }))
      },
    )
    return () => {
      stopped.abort()
    }
  }, [client, key, attempt])
  const again = useCallback(() => {
    setAttempt((count) => count + 1)
  }, [])
  return {
    value: asked.value,
    fault: asked.key === key ? asked.fault : null,
    isLoading: key !== null && asked.key !== key,
    again,
  }
}
