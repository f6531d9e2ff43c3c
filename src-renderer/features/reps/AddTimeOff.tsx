import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core'
import { type DateFormatter, DatePickerInput } from '@mantine/dates'
import { useState } from 'react'
import type { RepCard } from '../../../src-main/contract/index.ts'
import { useCommand, useDesk } from '../../state/hooks.ts'
import { dateSaid, repsText } from '../../text/reps.ts'
import { say } from '../../text/say.ts'
import { showNotice } from '../../ui/undo-notice.tsx'
import { blankTimeOff, type TimeOffForm, timeOffOf } from './time-off-form.ts'
import classes from './reps.module.css'

const text = repsText.off
const dayFormat: DateFormatter = ({ date }) => (typeof date === 'string' ? dateSaid(date) : '')

/** Notes a stretch off: whole days, or with times, where the rep is. */
export function AddTimeOff({ rep, zone, onAdded }: { rep: RepCard; zone: string; onAdded: () => void }) {
  const run = useCommand()
  const deskZone = useDesk((state) => state.settings.timeZone)
  const [isOpen, setIsOpen] = useState(false)
  const [form, setForm] = useState<TimeOffForm>(() => blankTimeOff(Date.now(), zone))
  const [error, setError] = useState<string | null>(null)
  const change = (parts: Partial<TimeOffForm>): void => {
    setForm({ ...form, ...parts })
    setError(null)
  }
  const add = async (): Promise<void> => {
    const read = timeOffOf(form, zone, Date.now())
    if ('error' in read) return setError(read.error)
    const answer = await run((client) => client.rep.addTimeOff({ repId: rep.id, ...read }), { isQuiet: true })
    if (!answer.ok) return setError(say(answer.fault))
    setIsOpen(false)
    setForm(blankTimeOff(Date.now(), zone))
    showNotice(text.added(rep.name))
    onAdded()
  }
  if (!isOpen) {
    return (
      <Button
        variant="default"
        size="xs"
        onClick={() => {
          setIsOpen(true)
        }}
      >
        {text.add}
      </Button>
    )
  }
  return (
    <form
      className={classes.box}
      aria-label={text.add}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Stack gap="sm">
        <Group grow>
          <DatePickerInput
            label={text.first}
            valueFormatter={dayFormat}
            value={form.first}
            onChange={(first) => {
              // The last day follows, so that a single day is chosen once.
              if (first !== null) change({ first, last: form.last < first || form.last === form.first ? first : form.last })
            }}
          />
          <DatePickerInput
            label={text.last}
            valueFormatter={dayFormat}
            minDate={form.first}
            value={form.last}
            onChange={(last) => {
              if (last !== null) change({ last })
            }}
          />
        </Group>
        <Switch
          label={text.allDay}
          checked={form.allDay}
          onChange={(event) => {
            change({ allDay: event.currentTarget.checked })
          }}
        />
        {form.allDay ? null : (
          <Group grow>
            {(['from', 'to'] as const).map((end) => (
              <TextInput
                key={end}
                type="time"
                label={text[end]}
                value={form[end]}
                onChange={(event) => {
                  change({ [end]: event.currentTarget.value })
                }}
              />
            ))}
          </Group>
        )}
        <TextInput
          label={text.reason}
          placeholder={text.reasonHint}
          maxLength={200}
          value={form.reason}
          onChange={(event) => {
            change({ reason: event.currentTarget.value })
          }}
        />
        {zone === deskZone ? null : (
          <Text size="xs" c="dimmed">
            {text.zone(zone)}
          </Text>
        )}
        {error === null ? null : (
          <Text size="sm" c="var(--desk-trouble)" role="alert">
            {error}
          </Text>
        )}
        <Group gap="xs" justify="flex-end">
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setIsOpen(false)
            }}
          >
            {repsText.cancel}
          </Button>
          <Button size="xs" type="submit">
            {text.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
