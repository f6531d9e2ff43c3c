/** Rows cleaned between two breaths: some ten milliseconds, so that a window never stutters. */
export const BREATH_ROWS = 250

/** Lets windows and other callers have their turn. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
