import { Button, Text } from '@mantine/core'
import type { LeadDetail } from '../../../src-main/contract/index.ts'
import { formatMoment } from '../../text/formats.ts'
import { leadEditText } from '../../text/lead-edit.ts'
import { Age } from '../../ui/Age.tsx'
import classes from './LeadPanel.module.css'
import { notesOf } from './timeline.ts'
import { useActorName } from './use-actor-name.ts'

/** As many as are read at a glance; the rest are in the history. */
const SHOWN = 3

export function LeadNotes({ detail, onHistory }: { detail: LeadDetail; onHistory: () => void }) {
  const nameOfActor = useActorName()
  const notes = notesOf(detail)
  if (notes.length === 0) return null
  return (
    <section className={classes.section} aria-label={leadEditText.note.title}>
      <h3 className={classes.heading}>{leadEditText.note.title}</h3>
      {notes.slice(0, SHOWN).map(({ seq, at, actor, data }) => (
        <div key={seq}>
          <p className={classes.note}>{String(data['text'])}</p>
          <Text size="xs" c="dimmed">
            {nameOfActor(actor)} · <Age since={at} title={formatMoment(at)} />
          </Text>
        </div>
      ))}
      {notes.length <= SHOWN ? null : (
        <Button size="compact-xs" variant="subtle" onClick={onHistory}>
          {leadEditText.note.more(notes.length)}
        </Button>
      )}
    </section>
  )
}
