import { Tooltip, VisuallyHidden } from '@mantine/core'
import { type Cell, LEAST_FOR_A_RATE, type Measure } from '../../../src-main/contract/index.ts'
import { openLeads } from '../../state/lead-links.ts'
import { figuresText, ofWhat, valueSaid } from '../../text/report-figures.ts'
import { reportsText } from '../../text/reports.ts'
import classes from './reports.module.css'
import { useShownReport } from './shown-report.ts'

interface CellValueProps {
  cell: Cell
  id: string
  measure: Measure
  /** What the number is, for the list behind it and for who can't see where it stands: "Won, Trade fair". */
  what: string
  /** The place in a grid, for its keys; the first one is reached by Tab. */
  at?: { row: number; column: number; isFirst: boolean }
}

/** A number in its unit; a way to its leads where there are some, and the reason where there is no number. */
export function CellValue({ cell, id, measure, what, at }: CellValueProps) {
  const { currency } = useShownReport()
  const inGrid = at === undefined ? {} : { 'data-at': `${at.row},${at.column}`, tabIndex: at.isFirst ? 0 : -1 }
  const { value, leads } = cell
  if (value === null) return <NoValue cell={cell} id={id} />
  const said = valueSaid(value, measure, id, currency)
  if (leads === null) return <span>{said}</span>
  return (
    <button
      type="button"
      className={classes.drill}
      aria-label={`${said}, ${reportsText.showLeads(what)}`}
      {...inGrid}
      onClick={() => {
        openLeads(leads, what)
      }}
    >
      {said}
    </button>
  )
}

function NoValue({ cell: { of }, id }: { cell: Cell; id: string }) {
  if (of !== null && of > 0 && of < LEAST_FOR_A_RATE) {
    const why = figuresText.tooFewOf(of, LEAST_FOR_A_RATE, ofWhat(id))
    return (
      <Tooltip label={why} multiline w={260}>
        <span className={classes.none}>
          {figuresText.tooFew}
          <VisuallyHidden> {why}</VisuallyHidden>
        </span>
      </Tooltip>
    )
  }
  return (
    <span className={classes.none}>
      <span aria-hidden="true">{figuresText.notMeasured}</span>
      <VisuallyHidden>{figuresText.nothing}</VisuallyHidden>
    </span>
  )
}
