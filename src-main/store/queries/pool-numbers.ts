import type { Database, Statement } from 'better-sqlite3'
import type { RepId, TurnChange } from '../../contract/index.ts'
import { tidy } from '../decision-code.ts'

type Numbers = Map<string, Map<RepId, number>>

/** The numbers of the smooth weighted turn (R14), read once and written once a transaction, by `flush`. */
export class PoolNumbers {
  readonly #read: Statement<[], { pool: string; numbers: string }>
  readonly #save: Statement<[string, string], unknown>
  readonly #drop: Statement<[string], unknown>
  #numbers: Numbers | null = null
  readonly #changed = new Set<string>()

  constructor(db: Database) {
    this.#read = db.prepare('select pool, numbers from turns')
    this.#save = db.prepare(
      'insert into turns (pool, numbers) values (?, ?) on conflict (pool) do update set numbers = excluded.numbers',
    )
    this.#drop = db.prepare('delete from turns where pool = ?')
  }

  all(): Numbers {
    return (this.#numbers ??= new Map(
      this.#read.all().map(({ pool, numbers }) => [pool, new Map(JSON.parse(numbers) as [RepId, number][])]),
    ))
  }

  of(pool: string, repId: RepId): number {
    return this.all().get(pool)?.get(repId) ?? 0
  }

  turn(turn: TurnChange): void {
    const numbers = this.#change(turn.pool)
    for (const { repId, after } of turn.changes) numbers.set(repId, after)
  }

  turnBack(turn: TurnChange): void {
    const numbers = this.#change(turn.pool)
    for (const { repId, before, after } of turn.changes) {
      const now = numbers.get(repId) ?? 0
      numbers.set(repId, now === after ? before : tidy(now - (after - before)))
    }
  }

  #change(pool: string): Map<RepId, number> {
    this.#changed.add(pool)
    const all = this.all()
    let numbers = all.get(pool)
    if (numbers === undefined) all.set(pool, (numbers = new Map()))
    return numbers
  }

  flush(): void {
    for (const pool of this.#changed) {
      // A number that is missing is 0, so a pool that is level again leaves no trace.
      const numbers = [...(this.all().get(pool) ?? [])].filter(([, number]) => number !== 0).sort(([a], [b]) => a - b)
      if (numbers.length === 0) this.#drop.run(pool)
      else this.#save.run(pool, JSON.stringify(numbers))
    }
    this.#changed.clear()
  }

  forget(): void {
    this.#numbers = null
    this.#changed.clear()
  }
}
