import { Worker } from 'node:worker_threads'
import type { EpochMs, LeadFilter, LeadOrder, LeadPage, Report, StageTotal, Suspicion } from '../contract/index.ts'
import type { Log } from '../lib/log.ts'
import type { Condition } from './queries/lead-filter.ts'
import type { ReportWish } from './reports/read-report.ts'
import { workerScript } from './worker-script.ts'

/** Who looks at one report looks at the next soon; then the thread's memory is better given back. */
const KEEP_MS = 60_000

export interface PageWish {
  filter: LeadFilter
  order: LeadOrder
  after: string | null
  limit: number
  /** For how long it is tried by walking before it is read by looking. */
  walkMs: number
}

/** What the thread works out: a report, the number a statement counts, signs that leads are made up, a list, or what each rule decided since then. */
export type Wish =
  | { report: ReportWish }
  | { count: Condition }
  | { suspicions: { from: EpochMs; to: EpochMs } }
  | { page: PageWish; now: EpochMs }
  | { totals: LeadFilter; now: EpochMs }
  | { hits: EpochMs }
type Answer = { id: number; value: unknown } | { id: number; reason: string }
interface Asked {
  id: number
  wish: Wish
  done: (value: unknown) => void
  failed: (cause: unknown) => void
}

/** A thread of `report-worker.ts`: begun when something is first asked of it, let go after a minute without. It does one thing after the other. */
export class Reporter {
  readonly #file: string
  readonly #log: Log
  readonly #waiting: Asked[] = []
  /** The number of a question that nobody waits for any more: the thread looks at it while it reads rows. */
  readonly #ended = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  #now: Asked | null = null
  #worker: Worker | null = null
  #idle: NodeJS.Timeout | null = null
  #asked = 0

  constructor(file: string, log: Log) {
    this.#file = file
    this.#log = log
  }

  async read(wish: ReportWish, signal?: AbortSignal): Promise<Report> {
    return (await this.#ask({ report: wish }, signal)) as Report
  }

  async count(statement: Condition, signal?: AbortSignal): Promise<number> {
    return (await this.#ask({ count: statement }, signal)) as number
  }

  async suspicions(from: EpochMs, to: EpochMs, signal?: AbortSignal): Promise<Suspicion[]> {
    return (await this.#ask({ suspicions: { from, to } }, signal)) as Suspicion[]
  }

  async page(page: PageWish, now: EpochMs, signal?: AbortSignal): Promise<LeadPage> {
    return (await this.#ask({ page, now }, signal)) as LeadPage
  }

  async totals(filter: LeadFilter, now: EpochMs): Promise<StageTotal[]> {
    return (await this.#ask({ totals: filter, now })) as StageTotal[]
  }

  async hits(since: EpochMs): Promise<Record<string, number>> {
    return (await this.#ask({ hits: since })) as Record<string, number>
  }

  async #ask(wish: Wish, signal?: AbortSignal): Promise<unknown> {
    signal?.throwIfAborted()
    const id = ++this.#asked
    let isUnwanted = (): void => {}
    try {
      return await new Promise((done, failed) => {
        isUnwanted = () => {
          this.#end(id)
          failed(signal?.reason)
        }
        signal?.addEventListener('abort', isUnwanted, { once: true })
        this.#waiting.push({ id, wish, done, failed })
        this.#next()
      })
    } finally {
      signal?.removeEventListener('abort', isUnwanted)
    }
  }

  /** One at a time is given to the thread, so that of the others nothing is begun that nobody wants. */
  #next(): void {
    if (this.#now !== null) return
    const asked = this.#waiting.shift()
    if (asked === undefined) return
    if (this.#idle !== null) clearTimeout(this.#idle)
    this.#now = asked
    const worker = (this.#worker ??= this.#start())
    worker.ref()
    worker.postMessage({ ...asked.wish, id: asked.id })
  }

  #end(id: number): void {
    if (this.#now?.id === id) Atomics.store(this.#ended, 0, id)
    const at = this.#waiting.findIndex((asked) => asked.id === id)
    if (at >= 0) this.#waiting.splice(at, 1)
  }

  #start(): Worker {
    const script = workerScript('report-worker')
    if (script === null) throw new Error('no report worker beside the store')
    const worker = new Worker(script, { workerData: { file: this.#file, ended: this.#ended }, execArgv: [] })
    worker.on('message', (answer: Answer) => this.#answered(answer))
    worker.on('error', (cause) => this.#lost(worker, cause))
    worker.on('exit', (code) => this.#lost(worker, new Error(`the report worker ended with ${code}`)))
    return worker
  }

  #answered(answer: Answer): void {
    const asked = this.#now
    this.#now = null
    if ('value' in answer) asked?.done(answer.value)
    else asked?.failed(new Error(answer.reason))
    this.#next()
    if (this.#now !== null || this.#worker === null) return
    this.#worker.unref()
    this.#idle = setTimeout(() => void this.close(), KEEP_MS).unref()
  }

  /** Whoever waits is told; the next report begins a thread anew. */
  #lost(worker: Worker, cause: unknown): void {
    if (this.#worker !== worker) return
    this.#worker = null
    const lost = [this.#now, ...this.#waiting.splice(0)].filter((asked) => asked !== null)
    this.#now = null
    if (lost.length > 0) this.#log.error('the report worker failed', cause)
    for (const { failed } of lost) failed(cause)
  }

  /** What was asked before is answered first. */
  async close(): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle)
    while (this.#now !== null) await this.#settled(this.#now)
    const worker = this.#worker
    this.#worker = null
    if (worker === null) return
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    // Or a program that has nothing else to do ends before its thread has.
    worker.ref()
    worker.postMessage('close')
    await ended
  }

  #settled(asked: Asked): Promise<void> {
    const { done, failed } = asked
    return new Promise((resolve) => {
      asked.done = (value) => {
        done(value)
        resolve()
      }
      asked.failed = (cause) => {
        failed(cause)
        resolve()
      }
    })
  }
}
