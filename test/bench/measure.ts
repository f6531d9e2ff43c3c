/** One way of doing the work. `run` does it once over all its `ops`. */
export interface Variant {
  name: string
  ops: number
  run: () => unknown
  /** Where it cannot be timed like the others of its race. */
  by?: Stopwatch
}

export interface Timing {
  /** Median of the rounds, µs an operation. */
  micros: number
  /** Half of (slowest - fastest) / median. */
  noise: number
}

/** A sample shorter than this says more about the clock and the neighbours than about the work. */
const SHORTEST_SAMPLE_MS = 60

/**
 * What a sample is read from: `cpu` is the time this thread was at work, which neighbours on the same cores hardly change;
 * `threads` is that of all threads of the process, for what works on threads of its own (what it waits for them is given to it);
 * `wall` counts waiting for the disk and for other threads as well.
 */
export type Stopwatch = 'cpu' | 'threads' | 'wall'

/**
 * Times the variants in rounds, each round all of them, each round another first: a busy neighbour or a warm cache hits all
 * alike.
 */
export async function race(variants: readonly Variant[], rounds = 7, by: Stopwatch = 'cpu'): Promise<Map<string, Timing>> {
  const passes: number[] = []
  for (const { run, by: own = by } of variants) {
    passes.push(await enough(run, own))
  }
  const samples = variants.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < variants.length; turn++) {
      const i = (turn + round) % variants.length
      const { run, ops, by: own = by } = variants[i]!
      globalThis.gc?.()
      samples[i]!.push((1_000 * (await timed(run, passes[i]!, own))) / (passes[i]! * ops))
    }
  }
  return new Map(variants.map(({ name }, i) => [name, timingOf(samples[i]!)]))
}

/**
 * How many passes make a sample. More and more at a time, as one alone may be too short for the clock to notice; which also warms.
 */
async function enough(run: () => unknown, by: Stopwatch): Promise<number> {
  await timed(run, 1, by)
  for (let passes = 1; ;) {
    const ms = await timed(run, passes, by)
    if (ms >= SHORTEST_SAMPLE_MS) return passes
    passes = Math.ceil(passes * Math.min(8, Math.max(1.2, SHORTEST_SAMPLE_MS / ms)))
  }
}

async function timed(run: () => unknown, passes: number, by: Stopwatch): Promise<number> {
  const begun = now(by)
  for (let pass = 0; pass < passes; pass++) {
    const answer = run()
    if (answer instanceof Promise) await answer
  }
  return now(by) - begun
}

/** Milliseconds. */
export function now(by: Stopwatch): number {
  if (by === 'wall') return performance.now()
  const { user, system } = by === 'threads' ? process.cpuUsage() : process.threadCpuUsage()
  return (user + system) / 1_000
}

export function timingOf(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b)
  const micros = quantile(sorted, 0.5)
  return { micros, noise: (sorted.at(-1)! - sorted[0]!) / 2 / micros }
}

/** Of numbers in order. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}

/** Variants that answer differently are not doing the same work: then there is nothing to time. */
export function mustAgree<T>(about: string, name: string, wanted: readonly T[], got: readonly T[]): void {
  if (wanted.length !== got.length) throw new Disagreement(`${about}: ${name} gave ${got.length} answers, not ${wanted.length}`)
  const at = wanted.findIndex((answer, i) => answer !== got[i])
  if (at >= 0) throw new Disagreement(`${about}: ${name} answers ${String(got[at])} to number ${at}, not ${String(wanted[at])}`)
}

export class Disagreement extends Error {}

/** One line of the table. */
export interface Row {
  workload: string
  /** In `unit`; so is `floor`. */
  product: number
  /** What it is held against, and by which name; null when the figure stands alone. */
  floor: number | null
  against: string
  unit: 'µs' | 'ms' | 's' | 'x' | 'MB'
  /** `product / floor` must not be above; with `isAhead`, `floor / product` must not be below. Null: no goal is set. */
  must: number | null
  aim: number | null
  isAhead?: boolean
  noise: number
}

export function ratioOf(row: Row): number | null {
  if (row.floor === null) return null
  return row.isAhead ? row.floor / row.product : row.product / row.floor
}

export function isMissed(row: Row): boolean {
  const ratio = ratioOf(row)
  if (ratio === null || row.must === null) return false
  return row.isAhead ? ratio < row.must : ratio > row.must
}
