import { DeskError } from '../contract/index.ts'

/** SQLite's or the system's code of an error; empty when it has none. */
export function sqliteCode(cause: unknown): string {
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code
  return ''
}

export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

/** What a person can be told about it; everything else goes on as it is, and is `internal` at the wall. */
export function toDeskError(cause: unknown, folder: string, file: string): unknown {
  if (cause instanceof DeskError) return cause
  const code = sqliteCode(cause)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new DeskError('disk-full', { folder }, { cause })
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new DeskError('database-damaged', { file, reason: reasonOf(cause) }, { cause })
  }
  return cause
}
