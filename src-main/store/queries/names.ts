import type { Database, Statement } from 'better-sqlite3'

export type NameKind = 'source' | 'rule' | 'pool' | 'zone' | 'roster'
const KINDS: Record<NameKind, number> = { source: 0, rule: 1, pool: 2, zone: 3, roster: 4 }
/** A column of a file may hold a different source in every row: beyond this many the memory starts anew. */
const REMEMBERED = 20_000

export interface Name {
  key: string
  name: string
}

/** Names said by many leads, saved once and remembered. `key` is a rule's id, else empty. */
export class Names {
  readonly #find: Statement<[number, string, string], number>
  readonly #add: Statement<[number, string, string], unknown>
  readonly #read: Statement<[number], Name>
  /** By kind, then by name with its key behind it, when it has one. */
  readonly #numbers = [0, 1, 2, 3, 4].map(() => new Map<string, number>())
  readonly #names = new Map<number, Name>()

  constructor(db: Database) {
    this.#find = db
      .prepare<[number, string, string], number>('select no from names where kind = ? and key = ? and name = ?')
      .pluck()
    this.#add = db.prepare('insert into names (kind, key, name) values (?, ?, ?)')
    this.#read = db.prepare('select key, name from names where no = ?')
  }

  /** Its number, given to it now if need be. */
  number(kind: NameKind, name: string, key = ''): number {
    const known = this.known(kind, name, key)
    if (known !== null) return known
    const added = Number(this.#add.run(KINDS[kind], key, name).lastInsertRowid)
    this.#remember(KINDS[kind], name, key, added)
    return added
  }

  /** Its number, or null when it was never said. */
  known(kind: NameKind, name: string, key = ''): number | null {
    const code = KINDS[kind]
    const remembered = this.#numbers[code]?.get(key === '' ? name : `${name}\n${key}`)
    if (remembered !== undefined) return remembered
    const found = this.#find.get(code, key, name)
    if (found === undefined) return null
    this.#remember(code, name, key, found)
    return found
  }

  #remember(code: number, name: string, key: string, no: number): void {
    const numbers = this.#numbers[code]
    if (numbers === undefined) return
    if (numbers.size >= REMEMBERED) numbers.clear()
    numbers.set(key === '' ? name : `${name}\n${key}`, no)
  }

  read(no: number): Name {
    let name = this.#names.get(no)
    if (name === undefined) {
      name = this.#read.get(no)
      if (name === undefined) throw new Error(`no name has the number ${no}`)
      if (this.#names.size >= REMEMBERED) this.#names.clear()
      this.#names.set(no, name)
    }
    return name
  }

  /** What stands in `names.kind`. */
  kind(kind: NameKind): number {
    return KINDS[kind]
  }

  /** After a rollback: what was added in it is gone. */
  forget(): void {
    for (const numbers of this.#numbers) numbers.clear()
    this.#names.clear()
  }
}
