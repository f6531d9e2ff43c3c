import { Button, Text } from '@mantine/core'
import type { LeadDetail, LeadDraft, RepId, TimelineEntry } from '../../../src-main/contract/index.ts'
import { useDesk } from '../../state/hooks.ts'
import { useMe } from '../../state/seat.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { formatMoment } from '../../text/formats.ts'
import { happened } from '../../text/happened.ts'
import { leadEditText } from '../../text/lead-edit.ts'
import { panelText } from '../../text/lead-panel.ts'
import { words } from '../../text/words.ts'
import { Age } from '../../ui/Age.tsx'
import { type FieldKey, labelOf, shownOf } from './lead-fields.ts'
import classes from './LeadPanel.module.css'
import { changesIn, takenBackIn } from './timeline.ts'
import { useActorName } from './use-actor-name.ts'

/** Everything that happened to the lead, newest first; what can be taken back can be taken back here. */
export function LeadHistory({ detail }: { detail: LeadDetail }) {
  const reps = useDesk((state) => state.reps)
  const { isManager, rep: me } = useMe()
  const { undo } = useLeadActions()
  const nameOfActor = useActorName()
  const takenBack = takenBackIn(detail)
  const nameOf = (repId: unknown): string | null => (typeof repId === 'number' ? (reps.get(repId as RepId)?.name ?? null) : null)
  return (
    <ol className={classes.history} aria-label={panelText.history}>
      {detail.timeline.map((entry) => {
        const { text } = entry.data
        const isTakenBack = takenBack.has(entry.seq)
        return (
          <li key={entry.seq} className={classes.step} data-taken-back={isTakenBack || undefined}>
            <div className={classes.stepHead}>
              <span>{happened(entry, entry.repId, nameOf)}</span>
              {entry.canUndo && (isManager || entry.actor === me?.email) ? (
                <Button size="compact-xs" variant="light" onClick={() => void undo([entry.seq])}>
                  {words.undo}
                </Button>
              ) : isTakenBack ? (
                <span className={classes.dim}>{leadEditText.takenBack}</span>
              ) : null}
            </div>
            {typeof text === 'string' ? <p className={classes.note}>{text}</p> : null}
            <Changes entry={entry} fields={detail.fields} />
            <Text size="xs" c="dimmed">
              {nameOfActor(entry.actor)} · <Age since={entry.at} title={formatMoment(entry.at)} /> · {formatMoment(entry.at)}
            </Text>
          </li>
        )
      })}
    </ol>
  )
}

/** What an edit wrote, over what stood there. */
function Changes({ entry, fields }: { entry: TimelineEntry; fields: LeadDraft }) {
  const changes = changesIn(entry)
  if (changes.length === 0) return null
  return (
    <dl className={classes.changes}>
      {changes.map(({ field, from, to }) => (
        <div key={field} className={classes.fieldLine}>
          <dt>{labelOf(field as FieldKey)}</dt>
          <dd>
            <del>{valueSaid(fields, field, from)}</del> → <ins>{valueSaid(fields, field, to)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A value of then, written as the field's value of now is. */
function valueSaid(fields: LeadDraft, field: string, value: unknown): string {
  const then = field.startsWith('custom.')
    ? { ...fields, custom: { [field.slice('custom.'.length)]: typeof value === 'string' ? value : '' } }
    : { ...fields, [field]: value ?? (field === 'tags' ? [] : null) }
  const said = shownOf(then, field as FieldKey)
  return said === null || said === '' ? leadEditText.nothing : said
}
