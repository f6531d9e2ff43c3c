import { Tooltip } from '@mantine/core'
import { termOf } from '../../text/report-terms.ts'
import classes from './reports.module.css'
import { useShownReport } from './shown-report.ts'

/** The name of a figure, with what it means one hover, focus or touch away. */
export function Defined({ id }: { id: string }) {
  const report = useShownReport()
  const { name, means } = termOf(id, report.name)
  const note = report.notes.get(id)
  return (
    <Tooltip label={means} multiline w={300} events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className={classes.defined} aria-label={name}>
        {name}
        {note === undefined ? null : <sup className={classes.printed}>{note}</sup>}
      </button>
    </Tooltip>
  )
}
