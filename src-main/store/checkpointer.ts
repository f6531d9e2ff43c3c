import { Worker } from 'node:worker_threads'
import type { Log } from '../lib/log.ts'
import { workerScript } from './worker-script.ts'

/** A command that runs and ends never needs the thread, which costs more to start than such a command takes. */
const START_AFTER_MS = 250
/** Long enough for a checkpoint under way; a desk must close all the same. */
const CLOSE_WITHIN_MS = 5_000
/** 40 MB. Half of the backstop, as more may come in between two beats of the thread. */
const FULL_PAGES = 10_000
/** Slower than this, and a commit may as well do it. */
const EMPTY_WITHIN_MS = 2_000

/**
 * Starts the thread of `checkpoint-worker.ts` soon after the first commit. Without it the desk works on: a backstop in
 * `open-sqlite.ts` checkpoints then.
 */
export class Checkpointer {
  /** Commits so far, and pages in the log at the last look. */
  readonly #beat = new Int32Array(new SharedArrayBuffer(8))
  readonly #file: string
  readonly #log: Log
  #starting: NodeJS.Timeout | null = null
  #worker: Worker | null = null
  #ended: Promise<void> = Promise.resolve()

  constructor(file: string, log: Log) {
    this.#file = file
    this.#log = log
  }

  /** Called after each commit. */
  beat(): void {
    Atomics.add(this.#beat, 0, 1)
    if (this.#starting === null) this.#starting = setTimeout(() => this.#start(), START_AFTER_MS).unref()
  }

  /**
   * For a writer that never pauses: begins again when the thread has emptied the log, which it cannot while it is written to. Null while
   * there is room.
   */
  room(): Promise<void> | null {
    const worker = this.#worker
    if (worker === null || Atomics.load(this.#beat, 1) < FULL_PAGES) return null
    worker.postMessage('empty')
    return new Promise((resolve) => {
      const timer = setTimeout(go, EMPTY_WITHIN_MS)
      function go(): void {
        clearTimeout(timer)
        worker?.off('message', go)
        worker?.off('exit', go)
        resolve()
      }
      worker.once('message', go)
      worker.once('exit', go)
    })
  }

  #start(): void {
    const script = workerScript('checkpoint-worker')
    if (script === null) return this.#log.warn('no checkpoint worker beside the store')
    const worker = new Worker(script, { workerData: { file: this.#file, beat: this.#beat }, execArgv: [] })
    this.#worker = worker
    this.#ended = new Promise((resolve) => {
      worker.once('exit', () => {
        // Nobody waits for a thread that is gone.
        Atomics.store(this.#beat, 1, 0)
        resolve()
      })
    })
    worker.on('error', (cause) => this.#log.error('the checkpoint worker failed', cause))
    worker.unref()
  }

  async close(): Promise<void> {
    if (this.#starting !== null) clearTimeout(this.#starting)
    const worker = this.#worker
    if (worker === null) return
    worker.ref()
    worker.postMessage('close')
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, CLOSE_WITHIN_MS)
    })
    await Promise.race([this.#ended, late])
    clearTimeout(timer)
    await worker.terminate()
  }
}
