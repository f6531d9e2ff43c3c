import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

/**
 * Moves what the write-ahead log holds into the database, on a thread of its own: done by a commit, it is that commit's p99. `beat` is
 * shared memory: the number of commits so far.
 */
const { file, beat } = workerData as { file: string; beat: Int32Array }
const EVERY_MS = 250
/** This many quiet beats, and the log is also cut to nothing. */
const IDLE_BEATS = 4

const db = new Sqlite(file, { timeout: 0, fileMustExist: true })
let seen = -1
let quiet = 0

function checkpoint(kind: 'passive' | 'truncate'): void {
  try {
    db.pragma(`wal_checkpoint(${kind})`)
  } catch {
    // Busy or out of room: the log keeps everything, and the next beat tries again.
  }
}

const timer = setInterval(() => {
  const commits = Atomics.load(beat, 0)
  if (commits !== seen) {
    seen = commits
    quiet = 0
    checkpoint('passive')
  } else if (++quiet === IDLE_BEATS) {
    checkpoint('truncate')
  }
}, EVERY_MS)

parentPort?.on('message', () => {
  clearInterval(timer)
  db.close()
  parentPort?.close()
})
