import Sqlite from 'better-sqlite3'

/** Folds the write-ahead log of a closed database into its file. One that is too damaged for it stays as it is. */
export function keepInOneFile(file: string): void {
  try {
    const db = new Sqlite(file, { fileMustExist: true })
    try {
      db.pragma('journal_mode = delete')
    } finally {
      db.close()
    }
  } catch {
    // Its log then moves with it.
  }
}
