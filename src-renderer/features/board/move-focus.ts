/** Moves the focus among the cards: up and down (K and J) in a column, left and right to the next column. False for other keys. */
export function moveFocus(card: HTMLElement, key: string): boolean {
  const column = card.closest('[data-column]')
  const board = card.closest('[role="region"]:not([data-column])')
  if (column === null || board === null) return false
  const cards = cardsOf(column)
  const at = cards.indexOf(card)
  switch (key) {
    case 'ArrowDown':
    case 'j':
      cards[at + 1]?.focus()
      return true
    case 'ArrowUp':
    case 'k':
      cards[at - 1]?.focus()
      return true
    case 'ArrowLeft':
    case 'ArrowRight': {
      const columns = [...board.querySelectorAll('[data-column]')].filter((one) => one === column || cardsOf(one).length > 0)
      const next = columns[columns.indexOf(column) + (key === 'ArrowRight' ? 1 : -1)]
      if (next === undefined) return true
      nearest(cardsOf(next), card)?.focus()
      next.scrollIntoView({ inline: 'nearest', block: 'nearest' })
      return true
    }
    default:
      return false
  }
}

/** The cards that are rendered, from the top. */
function cardsOf(column: Element): HTMLElement[] {
  return [...column.querySelectorAll<HTMLElement>('[data-card]')]
}

/** The one at the same height, as far as columns can be scrolled apart. */
function nearest(cards: readonly HTMLElement[], card: HTMLElement): HTMLElement | undefined {
  const { top } = card.getBoundingClientRect()
  const away = (one: HTMLElement): number => Math.abs(one.getBoundingClientRect().top - top)
  return cards.reduce<HTMLElement | undefined>(
    (best, one) => (best === undefined || away(one) < away(best) ? one : best),
    undefined,
  )
}
