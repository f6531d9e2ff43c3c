import type { Database, Statement } from 'better-sqlite3'

const REMEMBERED = 200

/** Statements by their text: lists come in some dozens of shapes. */
const statements = new WeakMap<Database, Map<string, Statement<unknown[], unknown>>>()

export function prepared<Row = unknown>(db: Database, sql: string): Statement<unknown[], Row> {
  let known = statements.get(db)
  if (known === undefined) statements.set(db, (known = new Map()))
  let statement = known.get(sql)
  if (statement === undefined) {
    if (known.size >= REMEMBERED) known.clear()
    known.set(sql, (statement = db.prepare<unknown[], unknown>(sql)))
  }
  return statement as Statement<unknown[], Row>
}
