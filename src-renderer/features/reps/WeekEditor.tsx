import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { dayName, repsText } from '../../text/reps.ts'
import { type DaySpan, type Week, WEEKDAYS } from './hours.ts'
import classes from './reps.module.css'

const text = repsText.hours

interface WeekEditorProps {
  week: Week
  error: string | null
  onChange: (week: Week) => void
}

/** From and to for each day; a day may have several spans, or none. */
export function WeekEditor({ week, error, onChange }: WeekEditorProps) {
  const setDay = (weekday: number, spans: DaySpan[]): void => {
    onChange(week.with(weekday - 1, spans))
  }
  return (
    <div role="group" aria-label={text.legend}>
      <div className={classes.week}>
        {WEEKDAYS.map((weekday) => {
          const spans = week[weekday - 1] ?? []
          return (
            <Day
              key={weekday}
              weekday={weekday}
              spans={spans}
              onChange={(changed) => {
                setDay(weekday, changed)
              }}
            />
          )
        })}
      </div>
      {error !== null && (
        <Text size="sm" c="var(--desk-trouble)" role="alert" mt="xs">
          {error}
        </Text>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        mt="xs"
        onClick={() => {
          const monday = week[0] ?? []
          onChange(week.map((spans, at) => (at < 5 ? monday.map((span) => ({ ...span })) : spans)))
        }}
      >
        {text.copy}
      </Button>
    </div>
  )
}

function Day({ weekday, spans, onChange }: { weekday: number; spans: DaySpan[]; onChange: (spans: DaySpan[]) => void }) {
  return (
    <>
      <Text size="sm">{dayName(weekday)}</Text>
      <Group gap={6}>
        {spans.length === 0 && (
          <Text size="sm" c="dimmed">
            {text.off}
          </Text>
        )}
        {spans.map((span, at) => (
          <Group key={at} gap={4} wrap="nowrap">
            <TextInput
              type="time"
              size="xs"
              className={classes.time}
              aria-label={text.from(weekday)}
              value={span.from}
              onChange={(event) => {
                onChange(spans.with(at, { ...span, from: event.currentTarget.value }))
              }}
            />
            <span aria-hidden="true">–</span>
            <TextInput
              type="time"
              size="xs"
              className={classes.time}
              aria-label={text.to(weekday)}
              value={span.to === '24:00' ? '00:00' : span.to}
              onChange={(event) => {
                onChange(spans.with(at, { ...span, to: event.currentTarget.value }))
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={text.remove(weekday)}
              onClick={() => {
                onChange(spans.toSpliced(at, 1))
              }}
            >
              <IconX size={14} />
            </ActionIcon>
          </Group>
        ))}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={text.add(weekday)}
          onClick={() => {
            const last = spans.at(-1)
            onChange([...spans, last === undefined ? { from: '09:00', to: '17:00' } : { from: last.to, to: '20:00' }])
          }}
        >
          <IconPlus size={14} />
        </ActionIcon>
      </Group>
    </>
  )
}
