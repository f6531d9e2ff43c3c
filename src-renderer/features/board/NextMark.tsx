import { Tooltip } from '@mantine/core'
import { IconPlayerTrackNextFilled } from '@tabler/icons-react'
import classes from './board.module.css'

/** Who is next in turn; in which pools, on hover. */
export function NextMark({ short, said }: { short: string; said: string }) {
  return (
    <Tooltip label={said} multiline style={{ whiteSpace: 'pre-line' }} withinPortal>
      <span className={classes.next} role="note" aria-label={said.replaceAll('\n', '; ')}>
        <IconPlayerTrackNextFilled size={11} aria-hidden="true" />
        <span aria-hidden="true">{short}</span>
      </span>
    </Tooltip>
  )
}
