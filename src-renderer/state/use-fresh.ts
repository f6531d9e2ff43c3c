import { useEffect, useEffectEvent, useState } from 'react'
import type { EventType } from '../../src-main/contract/index.ts'
import type { DeskClient } from '../bridge/create-desk-client.ts'
import { type Fault, faultOf } from '../bridge/fault.ts'
import { useDeskParts } from './hooks.ts'

const EVERY_MS = 5_000
/** A burst of events is one question. */
const SETTLE_MS = 250

export interface Fresh<Value> {
  /** The last answer; kept when a later question fails. */
  value: Value | null
  /** Why the last question was not answered; null when it was. */
  fault: Fault | null
  /** Asks now. */
  again: () => void
}

/**
 * Asks a query for as long as it is shown: every five seconds, and soon after an event of these types. One question at a time, so that a
 * slow answer is waited for and not asked for again. `isOf` and `ask` may be new functions at each render.
 */
export function useFresh<Value>(
  ask: (client: DeskClient, signal: AbortSignal) => Promise<Value>,
  isOf: (type: EventType) => boolean,
): Fresh<Value> {
  const { client, store } = useDeskParts()
  const [asked, setAsked] = useState<{ value: Value | null; fault: Fault | null }>({ value: null, fault: null })
  const [bell] = useState(makeBell)
  const askNow = useEffectEvent((signal: AbortSignal) => ask(client, signal))
  const concerns = useEffectEvent(isOf)

  useEffect(() => {
    const stopped = new AbortController()
    const { signal } = stopped
    const keepAsking = async (): Promise<void> => {
      while (!signal.aborted) {
        try {
          const value = await askNow(signal)
          if (!signal.aborted) setAsked({ value, fault: null })
        } catch (thrown) {
          if (!signal.aborted) setAsked((before) => ({ value: before.value, fault: faultOf(thrown) }))
        }
        await bell.rung(signal)
      }
    }
    void keepAsking()
    const forget = store.onEvents((events) => {
      if (events.some(({ type }) => concerns(type))) bell.ring(SETTLE_MS)
    })
    return () => {
      stopped.abort()
      forget()
    }
  }, [bell, client, store])
  return {
    ...asked,
    again: () => {
      bell.ring(0)
    },
  }
}

/** Waits for the next time to ask; a ring while nobody waits is kept for who waits next. */
function makeBell(): { ring: (inMs: number) => void; rung: (signal: AbortSignal) => Promise<void> } {
  let due: number | null = null
  let wake: (() => void) | null = null
  return {
    ring: (inMs) => {
      due = Math.min(due ?? Infinity, Date.now() + inMs)
      wake?.()
    },
    rung: (signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve()
        const latest = Date.now() + EVERY_MS
        let timer: ReturnType<typeof setTimeout>
        const done = (): void => {
          clearTimeout(timer)
          wake = null
          due = null
          signal.removeEventListener('abort', done)
          resolve()
        }
        wake = () => {
          clearTimeout(timer)
          timer = setTimeout(done, Math.min(latest, due ?? latest) - Date.now())
        }
        signal.addEventListener('abort', done)
        wake()
      }),
  }
}
