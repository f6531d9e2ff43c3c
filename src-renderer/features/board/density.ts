import { createContext, useContext, useEffect, useState } from 'react'

/** Width of a column with its gap at scale 1. */
const PITCH = 260
/** A team that is folded. */
const STRIP = 60

/** From these widths of the board on everything on it is so much larger: a wide screen hangs on a wall. */
const SCALES = [
  { from: 2_900, scale: 1.6 },
  { from: 1_500, scale: 1.2 },
] as const

export const scaleOf = (width: number): number => SCALES.find(({ from }) => width >= from)?.scale ?? 1
export const pitchOf = (scale: number): number => Math.round(PITCH * scale)
export const stripOf = (scale: number): number => Math.round(STRIP * scale)

export const ScaleContext = createContext(1)
export const useScale = (): number => useContext(ScaleContext)

/** By how much the board is enlarged for the room it has. */
export function useScaleOf(board: HTMLElement | null): number {
  const [scale, setScale] = useState(1)
  useEffect(() => {
    if (board === null) return undefined
    const observer = new ResizeObserver(() => {
      setScale(scaleOf(board.clientWidth))
    })
    observer.observe(board)
    return () => {
      observer.disconnect()
    }
  }, [board])
  return scale
}
