const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Steps a person counts time in. */
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 5, 10, 20, 50, 100].map((count) => count * DAY),
]
const MOST_STEPS = 5

/** Where an axis of time is marked, from 0 to past the longest span (ms): 0, 2 hr, 4 hr and not 0, 1 hr 40 min, 3 hr 20 min. */
export function spanTicks(longest: number): number[] {
  const step = STEPS.find((one) => longest / one <= MOST_STEPS) ?? Math.ceil(longest / MOST_STEPS / DAY) * DAY
  const count = Math.max(1, Math.ceil(longest / step))
  return Array.from({ length: count + 1 }, (_, at) => at * step)
}
