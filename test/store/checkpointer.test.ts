import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { silentLog } from '../../src-main/lib/log.ts'
import { Checkpointer } from '../../src-main/store/checkpointer.ts'
import { aFolder } from '../helpers/open-test-store.ts'

it('makes a writer that never pauses wait until the log is empty, and begin it anew', async () => {
  const file = join(aFolder(), 'desk.db')
  const db = new Sqlite(file)
  db.pragma('journal_mode = wal')
  db.pragma('wal_autocheckpoint = 0')
  db.exec('create table pages (page blob)')
  const write = db.prepare('insert into pages values (zeroblob(3900))')
  const pagesInLog = (): number => (db.pragma('wal_checkpoint(passive)') as [{ log: number }])[0].log
  const checkpointer = new Checkpointer(file, silentLog)
  try {
    checkpointer.beat()
    expect(checkpointer.room()).toBeNull()
    db.transaction(() => {
      for (let page = 0; page < 12_000; page++) write.run()
    })()
    await expect.poll(() => checkpointer.room() !== null, { timeout: 5_000 }).toBe(true)
    await checkpointer.room()
    checkpointer.beat()
    write.run()
    expect(pagesInLog()).toBeLessThan(10)
    await pause(300)
    expect(checkpointer.room()).toBeNull()
  } finally {
    await checkpointer.close()
    db.close()
  }
})
