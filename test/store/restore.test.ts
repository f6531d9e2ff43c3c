import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { silentLog } from '../../src-main/lib/log.ts'
import { migrations } from '../../src-main/store/migrations/index.ts'
import { openSqliteStore } from '../../src-main/store/open-sqlite.ts'
import { checkBackup, stageForClosed } from '../../src-main/store/restore.ts'
import { anIncomingLead } from '../helpers/desk-records.ts'
import { aFolder, addReps, arrive, arriveOne, openTestStore, step } from '../helpers/open-test-store.ts'

const STAMP = '2026-11-22 072232'

/** Everything that stands in a database, table by table, in the order it lies there. */
function everythingIn(file: string): Record<string, unknown[]> {
  const db = new Sqlite(file, { readonly: true })
  const names = db.prepare<[], string>("select name from sqlite_schema where type = 'table' order by name").pluck().all()
  const all = Object.fromEntries(names.map((name) => [name, db.prepare(`select * from "${name}"`).all()]))
  db.close()
  return all
}

/** A desk with leads, its backup, and one lead more since then. */
async function aDeskWithBackup(): Promise<{ folder: string; backup: string; before: Record<string, unknown[]> }> {
  const folder = aFolder()
  const test = await openTestStore(folder)
  await addReps(test, { name: 'Mia Berg' }, { name: 'Tom Okafor' })
  await arrive(
    test,
    Array.from({ length: 40 }, (_, at) => anIncomingLead({ name: `Lead ${at}`, email: `lead${at}@example.org` })),
  )
  await test.store.saveSettings(
    { deskName: 'Sales north', timeZone: 'Europe/Berlin', country: 'DE', holidays: null, hours: null },
    step(),
  )
  const backup = join(aFolder(), 'friday.db')
  await test.store.backupTo(backup)
  await arriveOne(test, anIncomingLead({ name: 'After The Backup', email: 'after@example.org' }))
  await test.store.close()
  return { folder, backup, before: everythingIn(join(folder, 'desk.db')) }
}

const yes = async (): Promise<boolean> => true
const open = async (folder: string): Promise<void> => (await openSqliteStore({ folder, log: silentLog })).close()

describe('a backup that is put back', () => {
  it('is the desk again, to the last row, and the desk of before is kept whole', async () => {
    const { folder, backup, before } = await aDeskWithBackup()
    const wanted = everythingIn(backup)
    const kept = await stageForClosed(folder, backup, STAMP, async (contents) => {
      expect(contents).toMatchObject({ deskName: 'Sales north', leads: 40, reps: 2 })
      return true
    })
    expect(everythingIn(join(folder, 'desk.db')), 'nothing happens before the desk is opened').toEqual(before)
    await open(folder)
    expect(everythingIn(join(folder, 'desk.db'))).toEqual(wanted)
    expect(kept).toBe(join(folder, 'backups', `before restoring ${STAMP}.db`))
    expect(everythingIn(kept!)).toEqual(before)
    expect(readdirSync(folder).filter((name) => name.startsWith('restore'))).toEqual([])
    // And back again.
    await stageForClosed(folder, kept!, '2026-11-22 080000', yes)
    await open(folder)
    expect(everythingIn(join(folder, 'desk.db'))).toEqual(before)
  })

  it('is left where it lies when the person says no', async () => {
    const { folder, backup, before } = await aDeskWithBackup()
    expect(await stageForClosed(folder, backup, STAMP, async () => false)).toBeNull()
    await open(folder)
    expect(everythingIn(join(folder, 'desk.db'))).toEqual(before)
    expect(readdirSync(folder)).not.toContain('restore.part')
  })

  it('of an older Lead Desk is brought up to date when it opens', async () => {
    const old = join(aFolder(), 'old.db')
    const db = new Sqlite(old)
    for (const { sql } of migrations.slice(0, 2)) db.exec(sql)
    db.exec("insert into settings (only, desk_name, time_zone, country) values (1, 'Of old', 'UTC', 'US')")
    db.pragma('application_id = 0x4c44534b')
    db.pragma('user_version = 2')
    db.close()
    const { folder } = await aDeskWithBackup()
    await stageForClosed(folder, old, STAMP, yes)
    const store = await openSqliteStore({ folder, log: silentLog })
    expect(await store.settings()).toMatchObject({ deskName: 'Of old' })
    await store.close()
    const opened = new Sqlite(join(folder, 'desk.db'), { readonly: true })
    expect(opened.pragma('user_version', { simple: true })).toBe(migrations.length)
    opened.close()
  })

  it('takes the place of a desk that is damaged, and of what its log still held', async () => {
    const { folder, backup } = await aDeskWithBackup()
    const wanted = everythingIn(backup)
    writeFileSync(join(folder, 'desk.db'), Buffer.alloc(8_192, 7), { flag: 'r+' })
    writeFileSync(join(folder, 'desk.db-wal'), Buffer.alloc(4_096, 9))
    await expect(open(folder)).rejects.toMatchObject({ code: 'database-damaged' })
    const kept = await stageForClosed(folder, backup, STAMP, yes)
    await open(folder)
    expect(everythingIn(join(folder, 'desk.db'))).toEqual(wanted)
    expect(readFileSync(kept!).subarray(0, 8)).toEqual(Buffer.alloc(8, 7))
  })

  it('is refused while the desk is open', async () => {
    const { folder, backup } = await aDeskWithBackup()
    const store = await openSqliteStore({ folder, log: silentLog })
    await expect(stageForClosed(folder, backup, STAMP, yes)).rejects.toMatchObject({ code: 'desk-already-open' })
    await store.close()
  })

  it('gets no password of this desk for another account', async () => {
    const inbox = (host: string): string =>
      JSON.stringify({ name: 'Sales', host, port: 993, security: 'tls', user: 'mia', auth: 'password' })
    const { folder, backup } = await aDeskWithBackup()
    const put = (file: string, rows: [number, string][]): void => {
      const db = new Sqlite(file)
      for (const [id, host] of rows)
        db.prepare('insert into inboxes (id, source_id, settings) values (?, (select min(id) from sources), ?)').run(
          id,
          inbox(host),
        )
      db.close()
    }
    put(join(folder, 'desk.db'), [
      [1, 'imap.firm.example'],
      [2, 'imap.firm.example'],
    ])
    put(backup, [
      [1, 'imap.firm.example'],
      [2, 'imap.evil.example'],
    ])
    writeFileSync(join(folder, 'secrets.json'), '{"inbox-1":{"lock":"key"},"inbox-2":{"lock":"key"},"inbox-3":{"lock":"key"}}')
    await stageForClosed(folder, backup, STAMP, yes)
    await open(folder)
    expect(Object.keys(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as object)).toEqual(['inbox-1'])
  })
})

it('A desk killed between any two steps of restoring is, when it opens next, one of the two, whole, and the other is kept', async () => {
  const { folder, backup, before } = await aDeskWithBackup()
  const wanted = everythingIn(backup)
  await stageForClosed(folder, backup, STAMP, yes)
  writeFileSync(join(folder, 'secrets.json'), '{"inbox-3":{"lock":"key"}}')
  const swap = (of: string, at: number, side: string) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'swap-until-killed.ts'), of, String(at), side], { encoding: 'utf8' })

  const whole = aFolder()
  cpSync(folder, whole, { recursive: true })
  const steps = Number(swap(whole, 0, 'before').stdout)
  expect(steps).toBeGreaterThan(6)
  for (let at = 1; at <= steps; at++) {
    const copy = aFolder()
    cpSync(folder, copy, { recursive: true })
    expect(swap(copy, at, at % 2 === 0 ? 'before' : 'after').signal).toBe('SIGKILL')
    // One of them is there at every moment, as it was.
    const found = [join(copy, 'desk.db'), join(copy, 'backups', `before restoring ${STAMP}.db`)].filter((file) =>
      existsSync(file),
    )
    expect(found.map(everythingIn)).toContainEqual(before)
    await open(copy)
    expect(everythingIn(join(copy, 'desk.db'))).toEqual(wanted)
    expect(everythingIn(join(copy, 'backups', `before restoring ${STAMP}.db`))).toEqual(before)
  }
}, 60_000)

describe('a file that is no backup is refused with its reason', () => {
  const reasonOf = async (file: string): Promise<string> => {
    const thrown: unknown = await checkBackup(file, 'friday.db').catch((cause: unknown) => cause)
    expect(thrown).toMatchObject({ code: 'backup-unreadable', data: { file: 'friday.db' } })
    return (thrown as { data: { reason: string } }).data.reason
  }
  const aFile = (name: string, content: Buffer | string): string => {
    const file = join(aFolder(), name)
    writeFileSync(file, content)
    return file
  }
  const changed = async (change: (db: Sqlite.Database) => void): Promise<string> => {
    const { backup } = await aDeskWithBackup()
    const db = new Sqlite(backup)
    db.unsafeMode()
    change(db)
    db.close()
    return backup
  }

  it('when it is something else', async () => {
    expect(await reasonOf(aFile('a', ''))).toBe('it is empty')
    expect(await reasonOf(aFile('a', 'name,email\n'.repeat(500)))).toBe('it is no backup of a Lead Desk')
    expect(await reasonOf(aFile('a', Buffer.concat([Buffer.from('PK\u0003\u0004'), deflateRawSync('x'.repeat(1_000))])))).toMatch(
      /zip/,
    )
    expect(await reasonOf(aFile('a', Buffer.from('SQLite format 3\0')))).toBe('it is no backup of a Lead Desk')
    const foreign = join(aFolder(), 'recipes.db')
    new Sqlite(foreign).exec('create table recipes (id)').close()
    expect(await reasonOf(foreign)).toBe('it is a database of another program')
  })

  it('when it is torn, or damaged within', async () => {
    const { backup } = await aDeskWithBackup()
    const torn = `${backup}.torn`
    copyFileSync(backup, torn)
    truncateSync(torn, statSync(backup).size - 5_000)
    expect(await reasonOf(torn)).toMatch(/^it is cut off: \d+ of \d+ bytes/)
    const damaged = `${backup}.damaged`
    copyFileSync(backup, damaged)
    const bytes = readFileSync(damaged)
    for (let at = 4_096 * 3; at < bytes.length; at += 4_096) bytes.fill(0xa5, at, at + 600)
    writeFileSync(damaged, bytes)
    expect(await reasonOf(damaged)).toMatch(/^it is damaged/)
    expect(readdirSync(join(backup, '..')).filter((name) => /-(wal|shm)$/.test(name))).toEqual([])
  })

  it('when a newer program wrote it, or something was put into it', async () => {
    const known = migrations.length
    expect(await reasonOf(await changed((db) => void db.pragma('user_version = 99')))).toBe(
      `it was written by a newer Lead Desk (format 99; this one knows up to ${known})`,
    )
    const trigger = 'create trigger t after insert on events begin delete from leads; end'
    expect(await reasonOf(await changed((db) => void db.exec(trigger)))).toBe('it holds something no Lead Desk writes (t)')
    expect(await reasonOf(await changed((db) => void db.exec('create view v as select 1')))).toMatch(/no Lead Desk writes \(v\)/)
    expect(await reasonOf(await changed((db) => void db.exec('create table more (id)')))).toMatch(/no Lead Desk writes \(more\)/)
    expect(await reasonOf(await changed((db) => void db.exec('drop table events')))).toMatch(
      /^it is damaged \(events\.\w+ is missing\)/,
    )
  })
})
