import { type KeyboardEvent, useCallback } from 'react'

const STEPS: Readonly<Partial<Record<string, readonly [rows: number, columns: number]>>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/**
 * Arrows, Home and End move the focus among the elements with `data-at="row,column"` in a grid, over those that can't have it. One of them
 * is reached by Tab: the one that had the focus last.
 */
export function useGridKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback((event) => {
    const from = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-at]') : null
    if (from === null || event.altKey || event.ctrlKey || event.metaKey) return
    const to = next(event.currentTarget, from, event.key)
    if (to === null) return
    event.preventDefault()
    from.tabIndex = -1
    to.tabIndex = 0
    to.focus()
  }, [])
}

function next(grid: HTMLElement, from: HTMLElement, key: string): HTMLElement | null {
  const cells = new Map([...grid.querySelectorAll<HTMLElement>('[data-at]')].map((cell) => [cell.dataset['at'], cell]))
  const [row = 0, column = 0] = (from.dataset['at'] ?? '').split(',').map(Number)
  if (key === 'Home' || key === 'End') {
    const inRow = [...cells.values()].filter((cell) => cell.dataset['at']?.startsWith(`${row},`))
    return inRow.at(key === 'Home' ? 0 : -1) ?? null
  }
  const step = STEPS[key]
  if (step === undefined) return null
  const most = grid.querySelectorAll('tr').length + 50
  for (let far = 1; far <= most; far += 1) {
    const cell = cells.get(`${row + step[0] * far},${column + step[1] * far}`)
    if (cell !== undefined) return cell
  }
  return null
}
