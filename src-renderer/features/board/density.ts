import { createContext, useCallback, useContext, useState } from 'react'

/** Width of a column with its gap at scale 1. */
const PITCH = 260
/** A team that is folded. */
const STRIP = 60
/** What a board takes of the height of its columns, and the usual head of one at scale 1. */
const [FRAME, HEAD] = [38, 85]

/** From these widths of the board on everything on it is so much larger: a wide screen hangs on a wall. */
const SCALES = [
  { from: 2_900, scale: 1.6 },
  { from: 1_500, scale: 1.2 },
] as const

export const scaleOf = (width: number): number => SCALES.find(({ from }) => width >= from)?.scale ?? 1
export const pitchOf = (scale: number): number => Math.round(PITCH * scale)
export const stripOf = (scale: number): number => Math.round(STRIP * scale)

export interface BoardSize {
  scale: number
  /** About how much of it the cards of a column have, for as long as nobody has measured one. */
  cardsHeight: number
}

export const BoardSizeContext = createContext<BoardSize>({ scale: 1, cardsHeight: 0 })
export const useBoardSize = (): BoardSize => useContext(BoardSizeContext)
export const useScale = (): number => useContext(BoardSizeContext).scale

interface MeasuredBoard {
  /** For the board's element; columns are drawn once it is there, and then at once as large as they will be. */
  ref: (board: HTMLDivElement) => () => void
  board: HTMLDivElement | null
  size: BoardSize
}

/** By how much the board is enlarged for the room it has. */
export function useMeasuredBoard(): MeasuredBoard {
  const [seen, setSeen] = useState<Omit<MeasuredBoard, 'ref'>>({ board: null, size: { scale: 1, cardsHeight: 0 } })
  const ref = useCallback((board: HTMLDivElement) => {
    const look = (): void => {
      const scale = scaleOf(board.clientWidth)
      const cardsHeight = Math.max(0, board.clientHeight - FRAME - HEAD * scale)
      setSeen((before) =>
        before.board === board && before.size.scale === scale ? before : { board, size: { scale, cardsHeight } },
      )
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(board)
    return () => {
      observer.disconnect()
    }
  }, [])
  return { ref, ...seen }
}
