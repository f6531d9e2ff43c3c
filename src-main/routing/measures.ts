/** Numbers of which percentiles are asked at the end. */
export class Sample {
  readonly #numbers: number[] = []
  #isSorted = true

  get count(): number {
    return this.#numbers.length
  }

  add(number: number): void {
    this.#numbers.push(number)
    this.#isSorted = false
  }

  /** The value that so large a part (0 to 1) is not above; null of nothing. */
  percentile(part: number): number | null {
    if (!this.#isSorted) this.#numbers.sort((a, b) => a - b)
    this.#isSorted = true
    return this.#numbers[Math.max(0, Math.ceil(part * this.#numbers.length) - 1)] ?? null
  }
}

/** 1 is even, 1/n is one takes all; null with fewer than two, or when nobody has any. */
export function jainIndex(shares: readonly number[]): number | null {
  const sum = shares.reduce((total, share) => total + share, 0)
  if (shares.length < 2 || sum === 0) return null
  return (sum * sum) / (shares.length * shares.reduce((total, share) => total + share * share, 0))
}
