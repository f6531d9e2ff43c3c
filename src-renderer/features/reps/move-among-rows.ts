/** Moves the focus to the same place of the row above or below, by arrows or K and J. False for other keys. */
export function moveAmongRows(row: HTMLElement, key: string): boolean {
  const step = key === 'ArrowDown' || key === 'j' ? 1 : key === 'ArrowUp' || key === 'k' ? -1 : 0
  if (step === 0) return false
  const focused = [...row.querySelectorAll<HTMLElement>(STOPS)].indexOf(document.activeElement as HTMLElement)
  const next = step === 1 ? row.nextElementSibling : row.previousElementSibling
  const stops = [...(next?.querySelectorAll<HTMLElement>(STOPS) ?? [])]
  const stop = stops[Math.min(focused, stops.length - 1)]
  stop?.focus()
  stop?.scrollIntoView({ block: 'nearest' })
  return true
}

/** The select box and the name: what every row has. */
const STOPS = 'input[type="checkbox"], [data-name]'
