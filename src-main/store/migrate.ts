import { existsSync, rmSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { DeskError } from '../contract/index.ts'
import type { Log } from '../lib/log.ts'

export interface Migration {
  name: string
  sql: string
  /** What SQL alone cannot do; runs after it, in the same transaction. */
  then?: (db: Database) => void
}

/** `LDSK`: tells a desk from any other SQLite file. */
export const APPLICATION_ID = 0x4c44534b

/**
 * Brings the file up to the newest version, a transaction a step: Kysely's own migrator runs outside of one on SQLite. A file with
 * something in it is copied first, to `<file>.before-<version>`.
 */
export function migrate(db: Database, file: string, migrations: readonly Migration[], log: Log): void {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version > migrations.length) throw new DeskError('database-newer', { file, found: version, known: migrations.length })
  if (version === 0) {
    const tables = db.prepare<[], number>('select count(*) from sqlite_schema').pluck().get() ?? 0
    if (tables > 0) throw new DeskError('database-damaged', { file, reason: 'not a Lead Desk database' })
  } else if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new DeskError('database-damaged', { file, reason: 'not a Lead Desk database' })
  }
  for (let next = version + 1; next <= migrations.length; next++) {
    const migration = migrations[next - 1] as Migration
    // A file that is just being made has nothing to lose.
    if (version > 0) copyAside(db, `${file}.before-${next}`)
    db.exec('begin immediate')
    try {
      db.exec(migration.sql)
      migration.then?.(db)
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${next}`)
      db.exec('commit')
    } catch (cause) {
      if (db.inTransaction) db.exec('rollback')
      throw cause
    }
    log.info('database migrated', { version: next, name: migration.name })
  }
}

function copyAside(db: Database, copy: string): void {
  // Left by a try that failed: the file it was made from is still as it was, so a new copy is as good.
  if (existsSync(copy)) rmSync(copy)
  db.prepare('vacuum into ?').run(copy)
}
