import { createStore } from 'zustand/vanilla'
import type { Answer } from './hooks.ts'

/** A command on very many leads that is under way. */
export interface LongWork {
  done: number
  all: number
}

/** Of this page: it does one such thing at a time. null when nothing is under way, or only what is over in a moment. */
export const longWork = createStore<{ work: LongWork | null }>()(() => ({ work: null }))

/** So many the desk does in a fraction of a second, and has time for others in between. */
const PIECE = 500

export interface Pieces<Item, Value> {
  values: Value[]
  /** What the pieces held that were done. */
  done: Item[]
}

/**
 * Does a command on many things a piece at a time, and tells how far it is. A piece that is refused ends it: what was done before stays
 * done, and is answered. null when nothing was.
 */
export async function inPieces<Item, Value>(
  items: readonly Item[],
  command: (piece: Item[]) => Promise<Answer<Value>>,
): Promise<Pieces<Item, Value> | null> {
  const isLong = items.length > PIECE
  const pieces: Pieces<Item, Value> = { values: [], done: [] }
  try {
    for (let from = 0; from < items.length; from += PIECE) {
      if (isLong) longWork.setState({ work: { done: from, all: items.length } })
      const piece = items.slice(from, from + PIECE)
      const answer = await command(piece)
      if (!answer.ok) break
      pieces.values.push(answer.value)
      pieces.done.push(...piece)
    }
  } finally {
    if (isLong) longWork.setState({ work: null })
  }
  return pieces.values.length === 0 ? null : pieces
}
