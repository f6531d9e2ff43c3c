/** Rows cleaned between two breaths: some five milliseconds, so that a window never stutters. */
export const BREATH_ROWS = 200

/** Lets windows and other callers have their turn. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
