import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { silentLog } from '../../src-main/lib/log.ts'
import { type Migration, migrate } from '../../src-main/store/migrate.ts'
import { migrations } from '../../src-main/store/migrations/index.ts'
import { aFolder } from '../helpers/open-test-store.ts'

const one: Migration = { name: 'one', sql: 'create table a (x); insert into a values (1)' }
const two: Migration = { name: 'two', sql: 'alter table a add column y' }
const bad: Migration = { name: 'bad', sql: 'insert into a values (2, 2); insert into nowhere values (1)' }

function aFile(done: Migration[]): string {
  const file = join(aFolder(), 'desk.db')
  const db = new Sqlite(file)
  migrate(db, file, done, silentLog)
  db.close()
  return file
}

function apply(file: string, all: readonly Migration[]): void {
  const db = new Sqlite(file)
  try {
    migrate(db, file, all, silentLog)
  } finally {
    db.close()
  }
}

describe('migrations', () => {
  it.each(migrations.map((migration, at) => [at + 1, migration.name] as const))(
    '%i, %s, works from the version before',
    (version) => {
      const file = aFile(migrations.slice(0, version - 1))
      apply(file, migrations.slice(0, version))
      const db = new Sqlite(file)
      expect(db.pragma('user_version', { simple: true })).toBe(version)
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      db.close()
    },
  )

  it('copy a file with something in it before they change it', () => {
    const file = aFile([one])
    expect(readdirSync(join(file, '..'))).toEqual(['desk.db'])
    apply(file, [one, two])
    const copy = new Sqlite(`${file}.before-2`)
    expect(copy.prepare('select * from a').all()).toEqual([{ x: 1 }])
    copy.close()
  })

  it('do not copy a file that is just being made', () => {
    expect(readdirSync(join(aFile([one, two]), '..'))).toEqual(['desk.db'])
  })

  it('that fail leave the file as it was, and may be tried again', () => {
    const file = aFile([one, two])
    const before = readFileSync(file)
    for (let times = 0; times < 2; times++) {
      expect(() => apply(file, [one, two, bad])).toThrow('nowhere')
      expect(readFileSync(file).equals(before)).toBe(true)
    }
  })

  it('do nothing to a file that is as new as they are', () => {
    const file = aFile([one, two])
    const before = readFileSync(file)
    apply(file, [one, two])
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('refuse a newer file', () => {
    expect(() => apply(aFile([one, two]), [one])).toThrow('database-newer')
  })
})
