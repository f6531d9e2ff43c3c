/** One way of doing the work. `run` does it once over all its `ops`. */
export interface Variant {
  name: string
  ops: number
  run: () => unknown
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
 * `wall` counts waiting for the disk and for other threads as well.
 */
export type Stopwatch = 'cpu' | 'wall'

/**
 * Times the variants in rounds, each round all of them, each round another first: a busy neighbour or a warm cache hits all
 * alike.
 */
export async function race(variants: readonly Variant[], rounds = 7, by: Stopwatch = 'cpu'): Promise<Map<string, Timing>> {
  const passes: number[] = []
  for (const { run } of variants) {
    // Warm, then find out how often to repeat: the second time is nearer to the truth.
    await timed(run, 1, by)
    const onceMs = await timed(run, 1, by)
    const repeat = Math.max(1, Math.ceil(SHORTEST_SAMPLE_MS / Math.max(onceMs, 0.01)))
    passes.push(repeat)
    if (repeat > 1) await timed(run, repeat, by)
  }
  const samples = variants.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < variants.length; turn++) {
      const i = (turn + round) % variants.length
      const { run, ops } = variants[i]!
      globalThis.gc?.()
      samples[i]!.push((1_000 * (await timed(run, passes[i]!, by))) / (passes[i]! * ops))
    }
  }
  return new Map(variants.map(({ name }, i) => [name, timingOf(samples[i]!)]))
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
  const { user, system } = process.threadCpuUsage()
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
