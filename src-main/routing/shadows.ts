import { type Box, type BoxMaker, EVERYTHING, isBoxWithin } from './boxes.ts'
import type { TextSet } from './value-sets.ts'

/** A rule that keeps every lead its conditions hold for, as boxes of such leads. */
interface Kept {
  rule: number
  box: Box
}

/** What was found out about one rule. */
export interface Shadow {
  /** `shadowed`: each lead it could take is taken above, by `by`. `never`: its conditions contradict each other. */
  kind: 'shadowed' | 'never'
  by: readonly number[]
}

/** Comparisons of boxes, and cuts, in one check of a whole ruleset; then nothing more is claimed. */
const MOST_STEPS = 500_000
const MOST_CUTS = 10_000
/** With more than this kept, what they keep together is not worked out. */
const MOST_KEPT = 300
/** Pieces a box may be cut into by the rules above it. */
const MOST_PIECES = 200

/**
 * Asked rule by rule from the top, works out which can take no lead. What it claims is so; what it can't work out in bounded time it
 * does not claim.
 */
export class ShadowFinder {
  readonly #maker: BoxMaker
  readonly #kept: Kept[] = []
  /** Kept boxes by one of the values they ask of a field: only they can hold a box that asks for the same value. */
  readonly #byValue = new Map<string, Kept[]>()
  /** Those that ask for no value in particular. */
  readonly #wide: Kept[] = []
  readonly #byText = new Map<string, number>()
  #steps = 0
  #cuts = 0

  constructor(maker: BoxMaker) {
    this.#maker = maker
  }

  /** `boxes` null: too many to look into. `text` is the condition as written; `keeps` is true when no lead it matches goes on down. */
  next(rule: number, boxes: readonly Box[] | null, text: string, keeps: boolean): Shadow | null {
    const found = this.#examine(boxes, text)
    if (found?.kind !== 'never' && keeps) {
      if (!this.#byText.has(text)) this.#byText.set(text, rule)
      for (const box of boxes ?? []) this.#keep({ rule, box })
    }
    return found
  }

  /** What no rule so far keeps, as boxes; empty when everything is kept, null when it can't be worked out. */
  left(): Box[] | null {
    if (this.#kept.some(({ box }) => box.size === 0)) return []
    this.#cuts = 0
    return this.#cut(EVERYTHING, MOST_PIECES)?.left ?? null
  }

  #examine(boxes: readonly Box[] | null, text: string): Shadow | null {
    const same = this.#byText.get(text)
    if (boxes?.length === 0) return { kind: 'never', by: [] }
    if (same !== undefined) return { kind: 'shadowed', by: [same] }
    const by = new Set<number>()
    for (const box of boxes ?? [EVERYTHING]) {
      const above = this.#above(box)
      if (!above) return null
      for (const rule of above) by.add(rule)
    }
    return { kind: 'shadowed', by: [...by].sort((a, b) => a - b) }
  }

  /** The rules above that together keep all of a box; null when some of it is left, or it can't be told. */
  #above(box: Box): readonly number[] | null {
    for (const { rule, box: kept } of this.#candidates(box)) {
      if (++this.#steps > MOST_STEPS) return null
      if (isBoxWithin(box, kept)) return [rule]
    }
    const pieces = this.#cut(box, MOST_PIECES)
    return pieces && pieces.left.length === 0 ? pieces.by : null
  }

  /** Cuts away from a box what each kept one holds. Null when the pieces or the steps grow too many. */
  #cut(box: Box, most: number): { left: Box[]; by: number[] } | null {
    if (this.#kept.length > MOST_KEPT || this.#cuts > MOST_CUTS) return null
    let left: Box[] = [box]
    const by: number[] = []
    for (const { rule, box: other } of this.#kept) {
      if (left.length === 0) break
      this.#cuts += left.length
      if (this.#cuts > MOST_CUTS) return null
      let isTouched = false
      left = left.flatMap((piece) => {
        if (!this.#maker.meet(piece, other)) return [piece]
        isTouched = true
        return this.#maker.subtract(piece, other)
      })
      if (isTouched) by.push(rule)
      if (left.length > most) return null
    }
    return { left, by: [...new Set(by)] }
  }

  #keep(kept: Kept): void {
    this.#kept.push(kept)
    const [field, values] = narrowest(kept.box) ?? []
    if (field === undefined || values === undefined) {
      this.#wide.push(kept)
      return
    }
    for (const value of values) {
      const key = `${field}\n${value}`
      const list = this.#byValue.get(key)
      if (list) list.push(kept)
      else this.#byValue.set(key, [kept])
    }
  }

  *#candidates(box: Box): Iterable<Kept> {
    yield* this.#wide
    for (const [field, set] of box) {
      if (set.kind !== 'text' || set.isAllBut) continue
      // A box that holds this one holds each of its values.
      const [first] = set.missing ? [MISSING] : set.values
      if (first !== undefined) yield* this.#byValue.get(`${field}\n${first}`) ?? []
    }
  }
}

const MISSING = '\0missing'

/** The field of which a box names the fewest values; null when it names none of any. */
function narrowest(box: Box): [field: string, values: readonly string[]] | null {
  let best: [string, TextSet] | null = null
  for (const [field, set] of box)
    if (set.kind === 'text' && !set.isAllBut && (best === null || set.values.size < best[1].values.size)) best = [field, set]
  return best && [best[0], best[1].missing ? [...best[1].values, MISSING] : [...best[1].values]]
}
