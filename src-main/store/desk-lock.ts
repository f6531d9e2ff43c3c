import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { DeskError } from '../contract/index.ts'
import { sqliteCode } from './errors.ts'

/**
 * One desk a folder. SQLite's own lock on a file of its own is an operating system's lock on every system: it dies with the process,
 * which a file with a process number in it does not.
 */
export function lockFolder(folder: string): Database {
  const lock = new Sqlite(join(folder, 'desk.lock'), { timeout: 0 })
  try {
    // Nothing is ever written to it.
    lock.pragma('journal_mode = memory')
    lock.pragma('locking_mode = exclusive')
    lock.exec('begin exclusive')
    return lock
  } catch (cause) {
    lock.close()
    if (sqliteCode(cause).startsWith('SQLITE_BUSY') || sqliteCode(cause).startsWith('SQLITE_LOCKED')) {
      throw new DeskError('desk-already-open', { folder })
    }
    throw cause
  }
}

export function unlockFolder(lock: Database): void {
  if (lock.inTransaction) lock.exec('rollback')
  lock.close()
}
