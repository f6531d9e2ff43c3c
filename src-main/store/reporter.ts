import { Worker } from 'node:worker_threads'
import type { EpochMs, Report, Suspicion } from '../contract/index.ts'
import type { Log } from '../lib/log.ts'
import type { Condition } from './queries/lead-filter.ts'
import type { ReportWish } from './reports/read-report.ts'
import { workerScript } from './worker-script.ts'

/** Who looks at one report looks at the next soon; then the thread's memory is better given back. */
const KEEP_MS = 60_000

/** What the thread works out: a report, the number a statement counts, or signs that leads are made up. */
export type Wish = { report: ReportWish } | { count: Condition } | { suspicions: { from: EpochMs; to: EpochMs } }
type Answer = { id: number; value: unknown } | { id: number; reason: string }
interface Waiting {
  done: (value: unknown) => void
  failed: (cause: unknown) => void
}

/** The thread of `report-worker.ts`: begun when something is first asked of it, let go after a minute without. */
export class Reporter {
  readonly #file: string
  readonly #log: Log
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #idle: NodeJS.Timeout | null = null
  #asked = 0

  constructor(file: string, log: Log) {
    this.#file = file
    this.#log = log
  }

  async read(wish: ReportWish): Promise<Report> {
    return (await this.#ask({ report: wish })) as Report
  }

  async count(statement: Condition): Promise<number> {
    return (await this.#ask({ count: statement })) as number
  }

  async suspicions(from: EpochMs, to: EpochMs): Promise<Suspicion[]> {
    return (await this.#ask({ suspicions: { from, to } })) as Suspicion[]
  }

  #ask(wish: Wish): Promise<unknown> {
    if (this.#idle !== null) clearTimeout(this.#idle)
    const worker = (this.#worker ??= this.#start())
    const id = ++this.#asked
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed })
      worker.ref()
      worker.postMessage({ ...wish, id })
    })
  }

  #start(): Worker {
    const script = workerScript('report-worker')
    if (script === null) throw new Error('no report worker beside the store')
    const worker = new Worker(script, { workerData: { file: this.#file }, execArgv: [] })
    worker.on('message', (answer: Answer) => this.#answered(answer))
    worker.on('error', (cause) => this.#lost(worker, cause))
    worker.on('exit', (code) => this.#lost(worker, new Error(`the report worker ended with ${code}`)))
    return worker
  }

  #answered(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if ('value' in answer) waiting?.done(answer.value)
    else waiting?.failed(new Error(answer.reason))
    if (this.#waiting.size > 0 || this.#worker === null) return
    this.#worker.unref()
    this.#idle = setTimeout(() => void this.close(), KEEP_MS).unref()
  }

  /** Whoever waits is told; the next report begins a thread anew. */
  #lost(worker: Worker, cause: unknown): void {
    if (this.#worker !== worker) return
    this.#worker = null
    if (this.#waiting.size > 0) this.#log.error('the report worker failed', cause)
    for (const { failed } of this.#waiting.values()) failed(cause)
    this.#waiting.clear()
  }

  /** What was asked before is answered first: the thread does one thing after the other. */
  async close(): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle)
    const worker = this.#worker
    this.#worker = null
    if (worker === null) return
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    // Or a program that has nothing else to do ends before its thread has.
    worker.ref()
    worker.postMessage('close')
    await ended
    for (const { failed } of this.#waiting.values()) failed(new Error('the report worker ended too early'))
    this.#waiting.clear()
  }
}
