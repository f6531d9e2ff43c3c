/** Where the time comes from. Everything that needs it is handed one, so that tests and simulations can stop or run it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that stands until it is moved. */
export class FixedClock implements Clock {
  #now: number
  constructor(now: number) {
    this.#now = now
  }
  now(): number {
    return this.#now
  }
  moveTo(at: number): void {
    this.#now = at
  }
  moveBy(ms: number): void {
    this.#now += ms
  }
}
