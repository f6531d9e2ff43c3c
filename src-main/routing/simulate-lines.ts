import type { Decision, LeadFacts, RepId } from '../contract/index.ts'

/** A lead that waits in a simulation. */
export interface Waiting {
  lead: LeadFacts
  /** Its place in the order of arrival. */
  index: number
  /** Best grade first (R25). */
  rank: number
  /** Why it waits. */
  decision: Decision
  line: Line | null
}

/**
 * Waiting leads that fare alike: of one grade, waiting for the same reason at the same rules for the same reps. When the first of
 * them can't be given, the others can't either; so a queue of thousands costs one try a line, whatever happens.
 */
export interface Line {
  key: string
  reach: readonly RepId[]
  /** Oldest first; those that have left it are skipped. */
  leads: Waiting[]
  /** All before have left. */
  head: number
}

/** Best grade first, then age (R25). */
const isAhead = (a: Waiting, b: Waiting): boolean =>
  a.rank !== b.rank
    ? a.rank < b.rank
    : a.lead.receivedAt !== b.lead.receivedAt
      ? a.lead.receivedAt < b.lead.receivedAt
      : a.index < b.index

export const inQueueOrder = (a: Waiting, b: Waiting): number => (isAhead(a, b) ? -1 : 1)

/** The queue of a simulation. */
export class Lines {
  readonly #byKey = new Map<string, Line>()
  readonly #all = new Set<Waiting>()

  get isEmpty(): boolean {
    return this.#all.size === 0
  }

  has(waiting: Waiting): boolean {
    return this.#all.has(waiting)
  }

  /** Everyone who waits, in the order of arrival. */
  everyone(): Iterable<Waiting> {
    return this.#all
  }

  /** Puts a lead into the line of this key, or moves it there; one whom no rep can reach waits by itself. */
  put(waiting: Waiting, key: string, reach: readonly RepId[]): void {
    this.#all.add(waiting)
    if (waiting.line?.key === key) return
    if (reach.length === 0) {
      waiting.line = null
      return
    }
    let line = this.#byKey.get(key)
    if (!line) this.#byKey.set(key, (line = { key, reach, leads: [], head: 0 }))
    waiting.line = line
    const { leads } = line
    let place = leads.length
    while (place > line.head && isAhead(waiting, leads[place - 1]!)) place--
    leads.splice(place, 0, waiting)
  }

  remove(waiting: Waiting): void {
    this.#all.delete(waiting)
    waiting.line = null
  }

  /** Walks those whom one of `open` could take, in the order of the queue. */
  walk(open: ReadonlySet<RepId>): Walk {
    const lines: Line[] = []
    for (const line of this.#byKey.values()) {
      while (line.head < line.leads.length && line.leads[line.head]!.line !== line) line.head++
      if (line.head > line.leads.length / 2) {
        line.leads.splice(0, line.head)
        line.head = 0
      }
      if (line.leads.length === 0) this.#byKey.delete(line.key)
      else if (line.reach.some((repId) => open.has(repId))) lines.push(line)
    }
    return new Walk(lines, open)
  }
}

/** One walk through the queue; whoever tries a lead says how to go on. */
export class Walk {
  readonly #open: ReadonlySet<RepId>
  readonly #places: { line: Line; at: number }[]

  constructor(lines: readonly Line[], open: ReadonlySet<RepId>) {
    this.#open = open
    this.#places = lines.map((line) => ({ line, at: line.head }))
  }

  /** The next in the order of the queue; null when nobody is left whom an open rep could take. */
  next(): Waiting | null {
    let best: { line: Line; at: number } | null = null
    for (let i = 0; i < this.#places.length; i++) {
      const place = this.#places[i]!
      const { line } = place
      while (place.at < line.leads.length && line.leads[place.at]!.line !== line) place.at++
      if (place.at >= line.leads.length || !line.reach.some((repId) => this.#open.has(repId))) {
        this.#places[i--] = this.#places.at(-1)!
        this.#places.pop()
        continue
      }
      if (best === null || isAhead(line.leads[place.at]!, best.line.leads[best.at]!)) best = place
    }
    return best === null ? null : best.line.leads[best.at++]!
  }

  /** The others of this line fare as this one did. */
  giveUp(line: Line): void {
    const i = this.#places.findIndex((place) => place.line === line)
    if (i < 0) return
    this.#places[i] = this.#places.at(-1)!
    this.#places.pop()
  }
}
