/** Milliseconds of work between two breaths: with what a window asks meanwhile, still nothing one notices. */
const TURN_MS = 5

/** Lets windows and other callers have their turn. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

/** For work that never ends by itself: says when it is time for a breath. By the clock, for the first rows take longest. */
export class Breath {
  #since = performance.now()

  get isDue(): boolean {
    return performance.now() - this.#since >= TURN_MS
  }

  async take(): Promise<void> {
    await breathe()
    this.#since = performance.now()
  }
}
