import { IconArrowDown, IconArrowRight, IconArrowUp } from '@tabler/icons-react'
import type { Figure } from '../../../src-main/contract/index.ts'
import { figuresText, ofSaid } from '../../text/report-figures.ts'
import { termOf } from '../../text/report-terms.ts'
import { CellValue } from './CellValue.tsx'
import type { Change } from './compare-figure.ts'
import { Defined } from './Defined.tsx'
import classes from './reports.module.css'
import { useShownReport } from './shown-report.ts'

interface FigureCardProps {
  figure: Figure
  /** 'awaited' keeps its place. */
  change: Change | null | 'awaited'
}

/** One figure of a report: what it is, how much, of how many, and how it stands to the earlier period. */
export function FigureCard({ figure, change }: FigureCardProps) {
  const { id, measure, of } = figure
  const { name } = termOf(id, useShownReport().name)
  return (
    <div className={classes.card} role="group" aria-label={name}>
      <div className={classes.cardName}>
        <Defined id={id} />
      </div>
      <div className={classes.cardValue}>
        <CellValue cell={figure} id={id} measure={measure} what={name} />
        {of === null || of === 0 ? null : <span className={classes.of}>{ofSaid(of, id)}</span>}
      </div>
      {change === null ? null : change === 'awaited' ? <ChangePlace /> : <ChangeLine change={change} />}
    </div>
  )
}

/** As high as a change is. */
export function ChangePlace() {
  return <div className={classes.change}>{'\u00a0'}</div>
}

const ARROWS = { up: IconArrowUp, down: IconArrowDown, level: IconArrowRight } as const

function ChangeLine({ change: { points, said, before, verdict } }: { change: Change }) {
  const Arrow = ARROWS[points]
  return (
    <div className={classes.change}>
      <span className={classes.changeSaid}>
        <Arrow size={14} aria-hidden="true" />
        {said}
      </span>
      {verdict === null ? null : (
        <span className={classes.verdict} data-verdict={verdict}>
          {figuresText.change[verdict]}
        </span>
      )}
      {before === '' ? null : <span className={classes.before}>{before}</span>}
    </div>
  )
}
