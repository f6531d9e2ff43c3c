import { KeyboardSensor } from '@dnd-kit/dom'

/** How far a press of up or down moves a lifted card, in pixels. */
const STEP = 60

/** The keyboard's drag: left and right go from column to column, however wide they are, and bring the next one into sight. */
export class ColumnSensor extends KeyboardSensor {
  protected override handleMove(direction: 'up' | 'down' | 'left' | 'right', event: KeyboardEvent): void {
    const { shape, source } = this.manager.dragOperation
    if (!shape) return
    event.preventDefault()
    if (direction === 'up' || direction === 'down') {
      this.manager.actions.move({ event, by: { x: 0, y: direction === 'up' ? -STEP : STEP } })
      return
    }
    const board = source?.element?.closest('[data-board]')
    const columns = [...(board?.querySelectorAll('[data-column]') ?? [])]
    const { center } = shape.current
    const next = nextColumn(columns, center.x, direction === 'left' ? -1 : 1)
    if (next === undefined) return
    next.scrollIntoView({ inline: 'nearest', block: 'nearest' })
    const { left, width } = next.getBoundingClientRect()
    this.manager.actions.move({ event, to: { x: left + width / 2, y: center.y } })
  }
}

/** The column beside the one that lies under `x`, by what a person sees; the first of them stays in place while the others scroll. */
function nextColumn(columns: readonly Element[], x: number, step: -1 | 1): Element | undefined {
  const middles = columns.map((column) => {
    const { left, width } = column.getBoundingClientRect()
    return { column, middle: left + width / 2, half: width / 2 }
  })
  const under = middles.findIndex(({ middle, half }) => Math.abs(middle - x) <= half)
  return middles[under + step]?.column
}
