import { Checkbox } from '@mantine/core'
import { IconPinFilled } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import type { Due } from '../lib/due.ts'
import { Age } from './Age.tsx'
import { DueClock } from './DueClock.tsx'
import { GradeBadge } from './GradeBadge.tsx'
import classes from './LeadLine.module.css'
import type { Grade } from './words.tsx'

interface LeadLineProps {
  grade: Grade | null
  name: string
  company: string | null
  source: string
  since: number
  received: string
  where: string
  /** The clock that runs on it. An offer's is told where the lead is, the contact's in a column of its own. */
  due: Due | null
  face?: ReactNode
  isWaiting: boolean
  isPinned: boolean
  pinnedLabel: string
  rule: string | null
  isSelected: boolean
  selectLabel: string
  onSelect: (isRange: boolean) => void
}

/** A lead in one line of a list; narrow lists leave out the rule, then the source. */
export const LeadLine = memo(function LeadLine(props: LeadLineProps) {
  return (
    <div className={classes.line} role="presentation">
      {/* The row opens the lead; the box selects it. */}
      <span
        role="gridcell"
        className={classes.check}
        onClick={(event) => {
          event.stopPropagation()
          props.onSelect(event.shiftKey)
        }}
      >
        {/* The browser's own: a library's, made anew for each row that scrolls in, was a third of the row. */}
        <input
          type="checkbox"
          className={classes.box}
          checked={props.isSelected}
          readOnly
          tabIndex={-1}
          aria-label={props.selectLabel}
        />
      </span>
      <span role="gridcell">
        <GradeBadge grade={props.grade} />
      </span>
      <span role="gridcell" className={classes.who}>
        <span className={classes.name}>{props.name}</span>
        {props.company === null ? null : <span className={classes.company}>{props.company}</span>}
      </span>
      <span role="gridcell" className={classes.source} title={props.source}>
        {props.source}
      </span>
      <span role="gridcell" className={classes.age}>
        <Age since={props.since} title={props.received} />
      </span>
      <span role="gridcell" className={classes.where} data-waiting={props.isWaiting || undefined} title={props.where}>
        {props.face}
        <span className={classes.cut}>{props.where}</span>
        {props.due === null ? null : (
          <span className={props.due.kind === 'contact' ? classes.narrowDue : undefined}>
            <DueClock due={props.due} isShort="narrow" />
          </span>
        )}
        {props.isPinned ? <IconPinFilled size={13} className={classes.pin} aria-label={props.pinnedLabel} /> : null}
      </span>
      <span role="gridcell" className={classes.due}>
        {props.due?.kind === 'contact' ? <DueClock due={props.due} /> : null}
      </span>
      <span role="gridcell" className={classes.rule} title={props.rule ?? undefined}>
        {props.rule}
      </span>
    </div>
  )
})

export interface LeadLineHeadProps {
  words: { grade: string; lead: string; source: string; age: string; where: string; due: string; rule: string; select: string }
  isAllSelected: boolean
  isSomeSelected: boolean
  onSelectAll: () => void
}

export function LeadLineHead({ words, isAllSelected, isSomeSelected, onSelectAll }: LeadLineHeadProps) {
  return (
    <div className={classes.head} role="rowgroup">
      <div className={classes.line} role="row">
        <span role="columnheader" className={classes.check}>
          <Checkbox
            size="xs"
            checked={isAllSelected}
            indeterminate={isSomeSelected && !isAllSelected}
            onChange={onSelectAll}
            aria-label={words.select}
          />
        </span>
        <span role="columnheader">{words.grade}</span>
        <span role="columnheader">{words.lead}</span>
        <span role="columnheader" className={classes.source}>
          {words.source}
        </span>
        <span role="columnheader" className={classes.age}>
          {words.age}
        </span>
        <span role="columnheader">{words.where}</span>
        <span role="columnheader" className={classes.due}>
          {words.due}
        </span>
        <span role="columnheader" className={classes.rule}>
          {words.rule}
        </span>
      </div>
    </div>
  )
}
