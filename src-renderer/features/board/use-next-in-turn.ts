import type { NextInTurn, RepId } from '../../../src-main/contract/index.ts'
import { useFresh } from '../../state/use-fresh.ts'
import { boardText } from '../../text/board.ts'

/** More than so many who are level tell nobody anything: nobody in particular is next. */
const MOST_LEVEL = 5

/** Who is next, and in what: `short` for the head of a column, `said` in full. */
export interface NextMark {
  short: string
  said: string
}

/** Reps who would be given the next lead of some pool, as the desk's own routing says now. */
export function useNextInTurn(): ReadonlyMap<RepId, NextMark> {
  const { value } = useFresh(
    (client, signal) => client.rule.nextInTurn(undefined, { signal }),
    (type) => /^(?:lead|offer|rep|rules|step|import|settings)-/.test(type),
  )
  return marksOf(value ?? [])
}

export function marksOf(pools: readonly NextInTurn[]): Map<RepId, NextMark> {
  const marks = new Map<RepId, NextMark & { level: number }>()
  for (const { pool, repIds } of pools) {
    if (repIds.length > MOST_LEVEL) continue
    for (const repId of repIds) {
      const before = marks.get(repId)
      const said = boardText.nextIn(pool, repIds.length)
      const level = Math.min(before?.level ?? Infinity, repIds.length)
      marks.set(repId, { level, short: boardText.next(level), said: before === undefined ? said : `${before.said}\n${said}` })
    }
  }
  return marks
}
