/**
 * One at a time, in the order they were asked for. There is one connection: while a transaction awaits its next statement, nothing
 * else may speak on it, or it would land inside. Work that is plain is done at once when nobody is before it.
 */
export class Turns {
  readonly #waiting: (() => void)[] = []
  #isTaken = false

  async take<Answer>(work: () => Answer | Promise<Answer>): Promise<Answer> {
    if (this.#isTaken) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#isTaken = true
    try {
      const answer = work()
      return answer instanceof Promise ? await answer : answer
    } finally {
      const next = this.#waiting.shift()
      // Stays taken for the next one, so that nobody slips in between.
      if (next === undefined) this.#isTaken = false
      else next()
    }
  }
}
