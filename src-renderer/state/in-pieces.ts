import { createStore } from 'zustand/vanilla'
import type { LeadId } from '../../src-main/contract/index.ts'
import type { Answer } from './hooks.ts'

export type WorkKind = 'assign' | 'hold' | 'discard' | 'route' | 'stage'

/** A command on very many leads that is under way. */
export interface LongWork {
  id: number
  kind: WorkKind
  leads: ReadonlySet<LeadId>
  done: number
  isStopping: boolean
}

/** Those of this page, in the order they were begun; what is over in a moment is not among them. */
export const longWorks = createStore<{ works: readonly LongWork[] }>()(() => ({ works: [] }))

/** Ends it behind the piece under way: what was done before stays done. */
export function stopWork(id: number): void {
  change(id, { isStopping: true })
}

function change(id: number, to: Partial<LongWork>): void {
  longWorks.setState(({ works }) => ({ works: works.map((work) => (work.id === id ? { ...work, ...to } : work)) }))
}

/** So many the desk does in a fraction of a second, and has time for others in between. */
const PIECE = 500

export interface Pieces<Value> {
  values: Value[]
  /** The leads of the pieces that were done. */
  done: LeadId[]
}

let begun = 0

/**
 * Does a command on many leads a piece at a time, and tells how far it is. A piece that is refused ends it, as stopping it does: what was done
 * before stays done, and is answered. null when nothing was.
 */
export async function inPieces<Value>(
  kind: WorkKind,
  leadIds: readonly LeadId[],
  command: (piece: LeadId[]) => Promise<Answer<Value>>,
): Promise<Pieces<Value> | null> {
  const id = ++begun
  const isLong = leadIds.length > PIECE
  if (isLong) {
    const work: LongWork = { id, kind, leads: new Set(leadIds), done: 0, isStopping: false }
    longWorks.setState(({ works }) => ({ works: [...works, work] }))
  }
  const pieces: Pieces<Value> = { values: [], done: [] }
  try {
    for (let from = 0; from < leadIds.length; from += PIECE) {
      if (longWorks.getState().works.some((work) => work.id === id && work.isStopping)) break
      const piece = leadIds.slice(from, from + PIECE)
      const answer = await command(piece)
      if (!answer.ok) break
      pieces.values.push(answer.value)
      pieces.done.push(...piece)
      if (isLong) change(id, { done: pieces.done.length })
    }
  } finally {
    if (isLong) longWorks.setState(({ works }) => ({ works: works.filter((work) => work.id !== id) }))
  }
  return pieces.values.length === 0 ? null : pieces
}
