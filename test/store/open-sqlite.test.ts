import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { silentLog } from '../../src-main/lib/log.ts'
import { toDeskError } from '../../src-main/store/errors.ts'
import { migrations } from '../../src-main/store/migrations/index.ts'
import { openSqliteStore } from '../../src-main/store/open-sqlite.ts'
import { anIncomingLead } from '../helpers/desk-records.ts'
import { NOON, aFolder, addReps, arriveOne, openTestStore } from '../helpers/open-test-store.ts'

const open = (folder: string, fresh = false) => openSqliteStore({ folder, log: silentLog, fresh })

describe('opening a desk', () => {
  it('makes the folder, however deep', async () => {
    const folder = join(aFolder(), 'a', 'b')
    await (await open(folder)).close()
    expect(existsSync(join(folder, 'desk.db'))).toBe(true)
  })

  it('is for one desk at a time', async () => {
    const shared = aFolder()
    const first = await open(shared)
    await expect(open(shared)).rejects.toMatchObject({ code: 'desk-already-open', data: { folder: shared } })
    await first.close()
    await (await open(shared)).close()
  })

  it('says why a folder cannot be written', async () => {
    const file = join(aFolder(), 'file')
    writeFileSync(file, '')
    const folder = join(file, 'desk')
    await expect(open(folder)).rejects.toMatchObject({ code: 'folder-not-writable', data: { folder } })
  })

  it('refuses a database of a newer program, and leaves it as it is', async () => {
    const folder = aFolder()
    await (await open(folder)).close()
    const db = new Sqlite(join(folder, 'desk.db'))
    db.pragma('user_version = 99')
    db.close()
    const known = migrations.length
    await expect(open(folder)).rejects.toMatchObject({ code: 'database-newer', data: { found: 99, known } })
    await expect(open(folder)).rejects.toMatchObject({ code: 'database-newer' })
  })

  it('refuses what is no database, a damaged one, and one of another program', async () => {
    const [text, other, torn] = [aFolder(), aFolder(), aFolder()]
    writeFileSync(join(text, 'desk.db'), 'name,email\n'.repeat(500))
    const foreign = new Sqlite(join(other, 'desk.db'))
    foreign.exec('create table recipes (id)')
    foreign.close()
    await (await open(torn)).close()
    writeFileSync(join(torn, 'desk.db'), Buffer.alloc(8192, 7), { flag: 'r+' })
    for (const folder of [text, other, torn]) await expect(open(folder)).rejects.toMatchObject({ code: 'database-damaged' })
  })

  it('begins anew when asked to', async () => {
    const folder = aFolder()
    const test = await openTestStore(folder)
    await addReps(test, { name: 'Ada' })
    await test.store.close()
    const store = await open(folder, true)
    expect((await store.snapshot(NOON)).isNew).toBe(true)
    await store.close()
  })

  it('leaves one file and no log behind when it closes, and closes twice without complaint', async () => {
    const folder = aFolder()
    const test = await openTestStore(folder)
    await arriveOne(test, anIncomingLead())
    await test.store.close()
    await test.store.close()
    expect(readdirSync(folder).sort()).toEqual(['desk.db', 'desk.lock'])
  })

  it('moves the log into the database by itself when nothing happens', async () => {
    const folder = aFolder()
    const test = await openTestStore(folder)
    await arriveOne(test, anIncomingLead())
    await expect.poll(() => statSync(join(folder, 'desk.db-wal')).size, { timeout: 10_000 }).toBe(0)
    expect(await arriveOne(test, anIncomingLead())).toBe(2)
  })
})

describe('a full disk', () => {
  it('is told as such, whoever says it', () => {
    const file = join(aFolder(), 'full.db')
    const db = new Sqlite(file)
    db.exec('create table a (x)')
    db.pragma('max_page_count = 2')
    let cause: unknown = null
    try {
      db.exec(`insert into a values (zeroblob(100000))`)
    } catch (error) {
      cause = error
    }
    db.close()
    expect(toDeskError(cause, 'folder', file)).toMatchObject({ code: 'disk-full', data: { folder: 'folder' } })
    const said = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    expect(toDeskError(said, 'folder', file)).toMatchObject({ code: 'disk-full' })
    const other = new Error('else')
    expect(toDeskError(other, 'folder', file)).toBe(other)
  })
})

describe('a backup', () => {
  it('is one whole file that opens as a desk, and overwrites nothing', async () => {
    const test = await openTestStore()
    const leadId = await arriveOne(test, anIncomingLead({ name: 'Jo Doe' }))
    const folder = aFolder()
    mkdirSync(folder, { recursive: true })
    const file = join(folder, 'desk.db')
    const { bytes } = await test.store.backupTo(file)
    expect(bytes).toBeGreaterThan(0)
    expect(readdirSync(folder)).toEqual(['desk.db'])
    const copy = await open(folder)
    expect((await copy.leadPage({ text: 'jo' }, 'newest', null, 5)).leads.map((lead) => lead.id)).toEqual([leadId])
    await copy.close()
    await expect(test.store.backupTo(file)).rejects.toMatchObject({ code: 'backup-failed' })
    await expect(test.store.backupTo(join(folder, 'no', 'where.db'))).rejects.toMatchObject({ code: 'backup-failed' })
  })
})
