import type { Condition } from '../contract/index.ts'
import { type Formula, leafBoxes } from './leaf-boxes.ts'
import type { PlaceBook } from './places.ts'
import {
  complement,
  intersect,
  isEmpty,
  isWithinSet,
  type Span,
  span,
  spansSet,
  type TextSet,
  textSet,
  type ValueSet,
} from './value-sets.ts'
import { universeOf } from './universe.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * A condition as boxes: it holds for a lead in any of them, and a lead is in a box when each field it names has one of the values it
 * leaves. (The disjunctive normal form, with a limit.)
 */
export type Box = ReadonlyMap<string, ValueSet>

export const EVERYTHING: Box = new Map()

/** More boxes than this and a condition is not looked into: nothing is claimed about it. */
const MOST_BOXES = 300

export interface BoxMaker {
  /** The boxes of a condition, none of them provably empty; null when there are too many. */
  boxesOf(condition: Condition | undefined): readonly Box[] | null
  /** Leads in both; null when there can be none. */
  meet(a: Box, b: Box): Box | null
  /** Leads in `a` and not in `b`, as boxes that together are them. */
  subtract(a: Box, b: Box): Box[]
}

/** The grades by score, when they follow the ruleset's thresholds. */
export interface Thresholds {
  hotFrom: number
  warmFrom: number
  /** True when every lead has a score, and so a grade. */
  isScored: boolean
}

export function boxMaker(words: Vocabulary, places: PlaceBook, thresholds: Thresholds): BoxMaker {
  const formulaOf = leafBoxes(words, places)
  const gradeSpans = spansOfGrades(thresholds)

  /** Narrows fields by each other, so that a lead can be like that at all; null when none can. */
  function settle(box: Map<string, ValueSet>): Box | null {
    for (const [field, set] of box) {
      const known = universeOf(field, thresholds.isScored)
      if (known) box.set(field, intersect(set, known))
    }
    const region = box.get('region')
    const country = box.get('country')
    if (region?.kind === 'text' && !region.isAllBut && !region.missing) {
      const codes = [...region.values]
      if (codes.every((code) => /^[a-z]{2}-[a-z0-9]{1,3}$/.test(code))) {
        const homes = textSet(codes.map((code) => code.slice(0, 2)))
        const within = country ? (intersect(country, homes) as TextSet) : homes
        box.set('country', within)
        box.set('region', textSet(codes.filter((code) => within.values.has(code.slice(0, 2)))))
      }
    }
    const grade = box.get('grade')
    if (grade?.kind === 'text' && !grade.isAllBut) {
      const values = [...grade.values].flatMap((value) => gradeSpans.get(value) ?? [])
      const scores = spansSet(values, grade.missing)
      box.set('score', box.has('score') ? intersect(box.get('score')!, scores) : scores)
    }
    for (const set of box.values()) if (isEmpty(set)) return null
    return box
  }

  function meet(a: Box, b: Box): Box | null {
    // Most boxes have nothing in common: that is found out before anything is built.
    for (const [field, set] of b) {
      const other = a.get(field)
      if (other && isEmpty(intersect(other, set))) return null
    }
    const both = new Map(a)
    for (const [field, set] of b) {
      const other = both.get(field)
      both.set(field, other ? intersect(other, set) : set)
    }
    return settle(both)
  }

  function boxesOf(condition: Condition | undefined): readonly Box[] | null {
    if (condition === undefined) return [EVERYTHING]
    try {
      return boxesUnder(condition, false)
    } catch (error) {
      if (error === TOO_MANY) return null
      throw error
    }
  }

  function boxesUnder(condition: Condition, isNot: boolean): Box[] {
    if ('not' in condition) return boxesUnder(condition.not, !isNot)
    if ('all' in condition) return joined(condition.all, !isNot, (part) => boxesUnder(part, isNot))
    if ('any' in condition) return joined(condition.any, isNot, (part) => boxesUnder(part, isNot))
    return boxesIn(formulaOf(condition), isNot)
  }

  function boxesIn(formula: Formula, isNot: boolean): Box[] {
    if ('not' in formula) return boxesIn(formula.not, !isNot)
    if ('all' in formula) return joined(formula.all, !isNot, (part) => boxesIn(part, isNot))
    if ('any' in formula) return joined(formula.any, isNot, (part) => boxesIn(part, isNot))
    if (isNot) return joined(formula.boxes, true, outside)
    return formula.boxes.flatMap((box) => settle(new Map(box)) ?? [])
  }

  /** All that a box leaves out. */
  function outside(box: Box): Box[] {
    return [...box].flatMap(([field, set]) => complement(set).flatMap((part) => settle(new Map([[field, part]])) ?? []))
  }

  function joined<Part>(parts: readonly Part[], isAll: boolean, boxesOfPart: (part: Part) => Box[]): Box[] {
    if (!isAll) return limited(parts.flatMap(boxesOfPart))
    let found: Box[] = [EVERYTHING]
    for (const part of parts) {
      const next = boxesOfPart(part)
      if (found.length * next.length > MOST_BOXES * 10) throw TOO_MANY
      found = limited(found.flatMap((a) => next.flatMap((b) => meet(a, b) ?? [])))
    }
    return found
  }

  function subtract(a: Box, b: Box): Box[] {
    const pieces: Box[] = []
    let rest: Box | null = a
    for (const [field, set] of b) {
      for (const outside of complement(set)) {
        const piece: Box | null = rest && meet(rest, new Map([[field, outside]]))
        if (piece) pieces.push(piece)
      }
      rest = rest && meet(rest, new Map([[field, set]]))
    }
    return pieces
  }

  return { boxesOf, meet, subtract }
}

const TOO_MANY = new Error('too many boxes')

function limited(boxes: Box[]): Box[] {
  if (boxes.length <= MOST_BOXES) return boxes
  throw TOO_MANY
}

/** True only when every lead in `a` is in `b`. */
export function isBoxWithin(a: Box, b: Box): boolean {
  for (const [field, set] of b) {
    const narrow = a.get(field)
    if (!narrow || !isWithinSet(narrow, set)) return false
  }
  return true
}

function spansOfGrades({ hotFrom, warmFrom }: Thresholds): Map<string, Span[]> {
  // Scores are brought between 0 and 100 before they are graded.
  const [hot, warm] = [hotFrom, warmFrom].map((from) => (from <= 0 ? Number.NEGATIVE_INFINITY : from)) as [number, number]
  return new Map([
    ['hot', [span(hot, Number.POSITIVE_INFINITY)]],
    ['warm', [span(warm, hot, true, false)]],
    ['cold', [span(Number.NEGATIVE_INFINITY, Math.min(warm, hot), true, false)]],
  ])
}
