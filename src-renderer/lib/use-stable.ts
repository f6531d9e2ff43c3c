import { useCallback, useLayoutEffect, useRef } from 'react'

/** A function that never changes and always does what the last render says; for callbacks handed to memoised rows. */
export function useStable<Args extends unknown[], Answer>(does: (...args: Args) => Answer): (...args: Args) => Answer {
  const latest = useRef(does)
  useLayoutEffect(() => {
    latest.current = does
  })
  return useCallback((...args: Args) => latest.current(...args), [])
}
