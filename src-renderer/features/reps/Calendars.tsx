import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconFile, IconWorld, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { RepCalendar, RepCard } from '../../../src-main/contract/index.ts'
import { useCommand } from '../../state/hooks.ts'
import { formatMoment } from '../../text/formats.ts'
import { repsText } from '../../text/reps.ts'
import { toldReasonText } from '../../text/told-reasons.ts'
import { words } from '../../text/words.ts'
import { Age } from '../../ui/Age.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { showNotice, showUndoNotice } from '../../ui/undo-notice.tsx'
import { AddCalendar } from './AddCalendar.tsx'
import classes from './reps.module.css'

const text = repsText.calendars

interface CalendarsProps {
  rep: RepCard
  calendars: readonly RepCalendar[]
  onChanged: () => void
}

/** The calendars of a rep, how they were last read, and one more. */
export function Calendars({ rep, calendars, onChanged }: CalendarsProps) {
  const run = useCommand()
  const [asked, setAsked] = useState<RepCalendar | null>(null)
  const remove = async ({ id, name, address }: RepCalendar): Promise<void> => {
    const answer = await run((client) => client.rep.removeCalendar({ calendarId: id }))
    onChanged()
    if (!answer.ok) return
    if (address === null) return showNotice(text.removed(name))
    showUndoNotice({
      message: text.removed(name),
      undoLabel: words.undo,
      onUndo: () => {
        void run((client) => client.rep.addCalendar({ repId: rep.id, name, address })).then(onChanged)
      },
    })
  }
  return (
    <section aria-label={text.title}>
      <h3 className={classes.legend}>{text.title}</h3>
      <Text size="xs" c="dimmed" mb="xs">
        {text.hint}
      </Text>
      <ul className={classes.lines}>
        {calendars.map((calendar) => (
          <li key={calendar.id} className={classes.line}>
            <CalendarLine calendar={calendar} />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={text.remove(calendar.name)}
              onClick={() => {
                // The page has no file to bring back: that is asked before.
                if (calendar.address === null) setAsked(calendar)
                else void remove(calendar)
              }}
            >
              <IconX size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <AddCalendar rep={rep} onAdded={onChanged} />
      <Dialog
        isOpen={asked !== null}
        title={text.title}
        onClose={() => {
          setAsked(null)
        }}
      >
        <Text mb="md">{text.removeFile(asked?.name ?? '')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            data-autofocus
            onClick={() => {
              setAsked(null)
            }}
          >
            {words.cancel}
          </Button>
          <Button
            onClick={() => {
              setAsked(null)
              if (asked !== null) void remove(asked)
            }}
          >
            {text.doRemove}
          </Button>
        </Group>
      </Dialog>
    </section>
  )
}

function CalendarLine({ calendar: { name, address, readAt, busy, problem } }: { calendar: RepCalendar }) {
  const Icon = address === null ? IconFile : IconWorld
  return (
    <div className={classes.calendar}>
      <Text size="sm" truncate title={address ?? name}>
        <Icon size={14} aria-hidden="true" className={classes.icon} /> {name}
      </Text>
      <Text size="xs" c="dimmed">
        {address === null ? `${text.file} · ` : ''}
        {text.busy(busy)} · {text.read} <Age since={readAt} title={formatMoment(readAt)} /> {text.ago}
      </Text>
      {problem === null ? null : (
        <Text size="xs" c="var(--desk-trouble)">
          <IconAlertTriangle size={13} aria-hidden="true" className={classes.icon} /> {toldReasonText.said(problem)}
        </Text>
      )}
    </div>
  )
}
