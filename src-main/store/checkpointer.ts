import { Worker } from 'node:worker_threads'
import type { Log } from '../lib/log.ts'
import { workerScript } from './worker-script.ts'

/** Long enough for a checkpoint under way; a desk must close all the same. */
const CLOSE_WITHIN_MS = 5_000

/** The thread of `checkpoint-worker.ts`. Without it the desk works on: a backstop in `open-sqlite.ts` checkpoints then. */
export class Checkpointer {
  readonly #beat = new Int32Array(new SharedArrayBuffer(4))
  readonly #worker: Worker | null
  readonly #ended: Promise<void>

  constructor(file: string, log: Log) {
    const script = workerScript('checkpoint-worker')
    if (script === null) {
      log.warn('no checkpoint worker beside the store')
      this.#worker = null
      this.#ended = Promise.resolve()
      return
    }
    const worker = new Worker(script, { workerData: { file, beat: this.#beat }, execArgv: [] })
    this.#worker = worker
    this.#ended = new Promise((resolve) => worker.once('exit', () => resolve()))
    worker.on('error', (cause) => log.error('the checkpoint worker failed', cause))
    worker.unref()
  }

  /** Called after each commit. */
  beat(): void {
    Atomics.add(this.#beat, 0, 1)
  }

  async close(): Promise<void> {
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
