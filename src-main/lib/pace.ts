/** What a transaction may take while people are at the desk: with cleaning before it and telling after it a click waits below 50 ms. */
const AIM_MS = 12
/** Fewer save no more time, where it is the disk that a commit waits for. */
const FEWEST_ROWS = 100
const MOST_ROWS = 1_000
/** With nobody waiting: a tenth to a fifth of a second; more would gain nothing and hold more in memory. */
const ROWS_ALONE = 5_000

/** How many leads an import, a drain or the like hands over at a time: as many as one transaction takes while nobody notices. */
export class Pace {
  readonly #isAlone: boolean
  #rows: number

  /** `isAlone`: nobody else waits for this desk. */
  constructor(isAlone: boolean) {
    this.#isAlone = isAlone
    this.#rows = isAlone ? ROWS_ALONE : FEWEST_ROWS
  }

  get rows(): number {
    return this.#rows
  }

  /** What so many rows took. One slow disk or busy neighbour moves it by half at most. */
  learn(rows: number, ms: number): void {
    if (this.#isAlone || rows < FEWEST_ROWS) return
    const fitting = (rows * AIM_MS) / Math.max(ms, 0.1)
    const next = Math.min(Math.max(fitting, this.#rows / 1.5), this.#rows * 1.5)
    this.#rows = Math.round(Math.min(Math.max(next, FEWEST_ROWS), MOST_ROWS))
  }
}
