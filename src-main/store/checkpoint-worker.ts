import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

/**
 * Moves what the write-ahead log holds into the database, on a thread of its own: done by a commit, it is that commit's p99. `beat` is
 * shared memory: the number of commits so far, and the pages in the log.
 */
const { file, beat } = workerData as { file: string; beat: Int32Array }
const EVERY_MS = 250
/** This many quiet beats, and the log is also cut to nothing. */
const IDLE_BEATS = 4
/** Those who wait for the log to be empty write nothing meanwhile; others may. */
const MOST_TRIES = 5

const db = new Sqlite(file, { timeout: 0, fileMustExist: true })
let seen = -1
let quiet = 0

/** True when all that the log held is in the database: the next commit begins the log anew. */
function checkpoint(kind: 'passive' | 'truncate'): boolean {
  try {
    const [{ log, checkpointed }] = db.pragma(`wal_checkpoint(${kind})`) as [{ log: number; checkpointed: number }]
    Atomics.store(beat, 1, Math.max(log, 0))
    return log === checkpointed
  } catch {
    // Busy or out of room: the log keeps everything, and the next beat tries again.
    return false
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

function empty(): void {
  for (let tries = 0; tries < MOST_TRIES && !checkpoint('passive'); tries++);
  Atomics.store(beat, 1, 0)
  parentPort?.postMessage('empty')
}

parentPort?.on('message', (wish: 'empty' | 'close') => {
  if (wish === 'empty') return empty()
  clearInterval(timer)
  db.close()
  parentPort?.close()
})
