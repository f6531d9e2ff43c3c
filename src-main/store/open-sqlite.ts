import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { DeskError } from '../contract/index.ts'
import { type Clock, systemClock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { Checkpointer } from './checkpointer.ts'
import { lockFolder, unlockFolder } from './desk-lock.ts'
import { reasonOf, sqliteCode, toDeskError } from './errors.ts'
import { Ground } from './ground.ts'
import { makeFolder } from './make-folder.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import type { DeskStore } from './port.ts'
import { swapIn } from './restore.ts'
import { storeOn } from './store-on.ts'
import type { Tables } from './tables.ts'

const CACHE_KIB = 128 * 1024
/** The worker keeps the log far below this; the backstop for a writer that never pauses is one commit's longer wait (80 MB). */
const BACKSTOP_PAGES = 20_000
const BUSY_MS = 5_000

export interface OpenSqlite {
  folder: string
  clock?: Clock
  log: Log
  /** Begins with an empty desk: removes the database that is there. */
  fresh?: boolean
  /** Milliseconds a list may take on this thread, when it is not as usual: for tests of the other one. */
  listMs?: number
}

/** Opens the desk of a folder, made if missing, for this process alone. */
export async function openSqliteStore({
  folder,
  clock = systemClock,
  log,
  fresh = false,
  listMs,
}: OpenSqlite): Promise<DeskStore> {
  makeFolder(folder)
  const file = join(folder, 'desk.db')
  const lock = lockIt(folder)
  let db: Database | null = null
  try {
    swapIn(folder, file, log)
    if (fresh) for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    db = openFile(file)
    migrate(db, file, migrations, log)
    const kysely = new Kysely<Tables>({ dialect: new SqliteDialect({ database: db }) })
    const ground = new Ground({ db, kysely, clock, log, folder, file })
    const checkpointer = new Checkpointer(file, log)
    return storeOn(ground, checkpointer, () => unlockFolder(lock), listMs)
  } catch (cause) {
    db?.close()
    unlockFolder(lock)
    throw openingError(cause, folder, file)
  }
}

function lockIt(folder: string): Database {
  try {
    return lockFolder(folder)
  } catch (cause) {
    throw openingError(cause, folder, join(folder, 'desk.lock'))
  }
}

/** What cannot be opened or written at all is the folder's fault, as far as a person can mend it. */
function openingError(cause: unknown, folder: string, file: string): unknown {
  const code = sqliteCode(cause)
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM') {
    return new DeskError('folder-not-writable', { folder, reason: reasonOf(cause) }, { cause })
  }
  return toDeskError(cause, folder, file)
}

function openFile(file: string): Database {
  const db = new Sqlite(file, { timeout: BUSY_MS })
  try {
    db.pragma('journal_mode = wal')
    // Told to a person or a mailbox as saved is saved.
    db.pragma('synchronous = full')
    db.pragma('foreign_keys = on')
    db.pragma(`cache_size = -${CACHE_KIB}`)
    db.pragma('temp_store = memory')
    db.pragma(`wal_autocheckpoint = ${BACKSTOP_PAGES}`)
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}
