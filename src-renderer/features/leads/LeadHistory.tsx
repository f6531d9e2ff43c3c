import { Button, Text } from '@mantine/core'
import type { LeadDetail, RepId } from '../../../src-main/contract/index.ts'
import { useDesk } from '../../state/hooks.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { formatMoment } from '../../text/formats.ts'
import { happened } from '../../text/happened.ts'
import { panelText } from '../../text/lead-panel.ts'
import { words } from '../../text/words.ts'
import { Age } from '../../ui/Age.tsx'
import classes from './LeadPanel.module.css'
import { receiversOf } from './receivers.ts'

/** Everything that happened to the lead, newest first; what can be taken back can be taken back here. */
export function LeadHistory({ detail }: { detail: LeadDetail }) {
  const reps = useDesk((state) => state.reps)
  const { undo } = useLeadActions()
  const receivers = receiversOf(detail)
  const nameOf = (repId: unknown): string | null => (typeof repId === 'number' ? (reps.get(repId as RepId)?.name ?? null) : null)
  return (
    <ol className={classes.history} aria-label={panelText.history}>
      {detail.timeline.map((entry) => {
        const { text } = entry.data
        return (
          <li key={entry.seq} className={classes.step}>
            <div className={classes.stepHead}>
              <span>{happened(entry, entry.data['repId'] ?? receivers.get(entry.seq), nameOf)}</span>
              {entry.canUndo ? (
                <Button size="compact-xs" variant="light" onClick={() => void undo([entry.seq])}>
                  {words.undo}
                </Button>
              ) : null}
            </div>
            {typeof text === 'string' ? <p className={classes.note}>{text}</p> : null}
            <Text size="xs" c="dimmed">
              {panelText.actor(entry.actor)} · <Age since={entry.at} title={formatMoment(entry.at)} /> · {formatMoment(entry.at)}
            </Text>
          </li>
        )
      })}
    </ol>
  )
}
