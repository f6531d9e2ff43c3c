import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import Sqlite, { type Database } from 'better-sqlite3'
import { migrations } from './migrations/index.ts'

/** `LDSK`, as `migrate.ts` writes it; that file would load the whole contract into this thread. */
const APPLICATION_ID = 0x4c44534b
const HEADER = 'SQLite format 3\0'
/** Those SQLite makes by itself. */
const OWN = /^sqlite_/

/** What `restore.ts` is told of a file. */
export type BackupLook = { deskName: string; leads: number; reps: number; lastChangeAt: number | null } | { reason: string }

/**
 * Opens a file that may be anything and says what desk it holds, or why it can't be put back. Writes nothing. On a thread of its own: a
 * million leads take seconds, and a file made to be slow can be given up.
 */
function look(file: string): BackupLook {
  const refused = refusalOfHead(file)
  if (refused !== null) return { reason: refused }
  let db: Database | null = null
  try {
    db = new Sqlite(file, { readonly: true, fileMustExist: true })
    // Nothing in the file is trusted to run.
    db.pragma('trusted_schema = off')
    db.pragma('cell_size_check = on')
    const reason = refusalOf(db)
    return reason === null ? contentsOf(db) : { reason }
  } catch (cause) {
    return { reason: `it is damaged (${cause instanceof Error ? cause.message : String(cause)})` }
  } finally {
    db?.close()
  }
}

/** What the first bytes tell, before SQLite sees the file. */
function refusalOfHead(file: string): string | null {
  const { size } = statSync(file)
  if (size === 0) return 'it is empty'
  const head = Buffer.alloc(100)
  const opened = openSync(file, 'r')
  const bytes = readSync(opened, head, 0, head.length, 0)
  closeSync(opened)
  if (head.subarray(0, 2).toString('latin1') === 'PK') return 'it is a zip file; unpack it first'
  if (bytes < head.length || head.subarray(0, 16).toString('latin1') !== HEADER) return 'it is no backup of a Lead Desk'
  const pageSize = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16)
  const wanted = pageSize * head.readUInt32BE(28)
  return size < wanted ? `it is cut off: ${size} of ${wanted} bytes are there` : null
}

function refusalOf(db: Database): string | null {
  const version = db.pragma('user_version', { simple: true }) as number
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID || version < 1)
    return 'it is a database of another program'
  if (version > migrations.length)
    return `it was written by a newer Lead Desk (format ${version}; this one knows up to ${migrations.length})`
  const strange = strangeIn(db, version)
  if (strange !== null) return strange
  const found = db.pragma('integrity_check(1)', { simple: true })
  if (found !== 'ok') return `it is damaged (${String(found)})`
  const [torn] = db.pragma('foreign_key_check') as { table: string }[]
  return torn === undefined ? null : `it is damaged (a row of ${torn.table} points at one that is missing)`
}

/** A backup has the tables of its version, with their columns, and nothing that would run by itself. */
function strangeIn(db: Database, version: number): string | null {
  const made = new Sqlite(':memory:')
  try {
    for (const { sql } of migrations.slice(0, version)) made.exec(sql)
    const wanted = shapeOf(made)
    const here = shapeOf(db)
    for (const [name, columns] of wanted) {
      const lacking = columns.find((column) => here.get(name)?.includes(column) !== true)
      if (lacking !== undefined) return `it is damaged (${name}.${lacking} is missing)`
    }
    const more = [...here.keys()].find((name) => !wanted.has(name))
    if (more !== undefined) return `it holds something no Lead Desk writes (${more})`
    const runs = db.prepare<[], string>("select name from sqlite_schema where type in ('trigger', 'view')").pluck().get()
    return runs === undefined ? null : `it holds something no Lead Desk writes (${runs})`
  } finally {
    made.close()
  }
}

function shapeOf(db: Database): Map<string, string[]> {
  const names = db.prepare<[], string>("select name from sqlite_schema where type = 'table'").pluck().all()
  const columns = db.prepare<[string], string>('select name from pragma_table_info(?)').pluck()
  return new Map(names.filter((name) => !OWN.test(name)).map((name) => [name, columns.all(name)]))
}

function contentsOf(db: Database): BackupLook {
  const one = (sql: string): unknown => db.prepare<[]>(sql).pluck().get()
  return {
    deskName: (one('select desk_name from settings') as string | undefined) ?? 'Lead Desk',
    leads: Number(one('select count(*) from leads')),
    reps: Number(one('select count(*) from reps')),
    lastChangeAt: one('select max(at) from events') as number | null,
  }
}

parentPort?.postMessage(look((workerData as { file: string }).file))
