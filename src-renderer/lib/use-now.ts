import { useSyncExternalStore } from 'react'

/** One timer for every age on the screen, running only while somebody looks. */
const TICK_MS = 1_000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | null = null
let now = Date.now()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === null) {
    now = Date.now()
    timer = setInterval(() => {
      now = Date.now()
      for (const told of listeners) told()
    }, TICK_MS)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0 || timer === null) return
    clearInterval(timer)
    timer = null
  }
}

/** The time, told anew every `stepMs`; a component renders again only when its step is over. */
export function useNow(stepMs = TICK_MS): number {
  return useSyncExternalStore(
    subscribe,
    () => (timer === null ? Math.floor(Date.now() / stepMs) : Math.floor(now / stepMs)) * stepMs,
  )
}

/** A text that depends on the time; a component renders again only when the text changes. */
export function useTicking(text: (now: number) => string): string {
  return useSyncExternalStore(subscribe, () => text(timer === null ? Math.floor(Date.now() / TICK_MS) * TICK_MS : now))
}
