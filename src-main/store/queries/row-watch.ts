import type { Database } from 'better-sqlite3'

/** Thrown through the statement that took too long, or is no longer wanted. */
export class StatementEnded extends Error {
  override readonly name = 'StatementEnded'
}

/**
 * Gives SQL `in_time(id)`: true for each row a statement looks at, until `isOver`; then the statement ends. For conditions of lists: there is no
 * other way to end a statement of better-sqlite3 from outside.
 */
export function watchRows(db: Database, isOver: () => boolean): void {
  db.function('in_time', { directOnly: true, deterministic: false }, (_id: unknown) => {
    if (isOver()) throw new StatementEnded('it looked at too many rows')
    return 1
  })
}

/** What lists may take on the thread of the desk. Elsewhere nothing is limited. */
export class ListTime {
  #until = Number.POSITIVE_INFINITY

  constructor(db: Database) {
    watchRows(db, () => performance.now() >= this.#until)
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
