import type { Database } from 'better-sqlite3'

/** Thrown through the statement that took too long, or is no longer wanted. */
export class StatementEnded extends Error {
  override readonly name = 'StatementEnded'
}

/**
 * Gives SQL `in_time(id)`: true for each row a statement looks at, until its time is up or nobody wants it any more (`isEnded`); then the
 * statement ends. For conditions of lists: there is no other way to end a statement of better-sqlite3 from outside.
 */
export class ListTime {
  #until = Number.POSITIVE_INFINITY

  constructor(db: Database, isEnded: () => boolean = () => false) {
    db.function('in_time', { directOnly: true, deterministic: false }, (_id: unknown) => {
      if (performance.now() >= this.#until || isEnded()) throw new StatementEnded('it looked at too many rows')
      return 1
    })
  }

  /** null when it takes longer than so many milliseconds. */
  within<Answer>(ms: number, work: () => Answer): Answer | null {
    this.#until = performance.now() + ms
    try {
      return work()
    } catch (thrown) {
      if (thrown instanceof StatementEnded) return null
      throw thrown
    } finally {
      this.#until = Number.POSITIVE_INFINITY
    }
  }
}
