import { ActionIcon, Group, Menu, Text, TextInput } from '@mantine/core'
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react'
import { dayName, repsText } from '../../text/reps.ts'
import { type DaySpan, isOverMidnight, type Week, WEEKDAYS } from './hours.ts'
import classes from './reps.module.css'

const text = repsText.hours

interface WeekEditorProps {
  week: Week
  error: string | null
  onChange: (week: Week) => void
}

/** From and to for each day; a day may have several spans, or none, and one may go on over midnight. */
export function WeekEditor({ week, error, onChange }: WeekEditorProps) {
  const copyTo = (spans: readonly DaySpan[], days: number): void => {
    onChange(week.map((old, at) => (at < days ? spans.map((span) => ({ ...span })) : old)))
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
                onChange(week.with(weekday - 1, changed))
              }}
              onCopy={(days) => {
                copyTo(spans, days)
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
    </div>
  )
}

interface DayProps {
  weekday: number
  spans: DaySpan[]
  onChange: (spans: DaySpan[]) => void
  /** To so many days from Monday on. */
  onCopy: (days: number) => void
}

function Day({ weekday, spans, onChange, onCopy }: DayProps) {
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
          <Span
            key={at}
            weekday={weekday}
            span={span}
            onChange={(changed) => {
              onChange(spans.with(at, changed))
            }}
            onRemove={() => {
              onChange(spans.toSpliced(at, 1))
            }}
          />
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
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={text.copyMenu(weekday)} title={text.copyMenu(weekday)}>
              <IconCopy size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onCopy(5)}>{text.copyWeek}</Menu.Item>
            <Menu.Item onClick={() => onCopy(7)}>{text.copyAll}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </>
  )
}

interface SpanProps {
  weekday: number
  span: DaySpan
  onChange: (span: DaySpan) => void
  onRemove: () => void
}

function Span({ weekday, span, onChange, onRemove }: SpanProps) {
  return (
    <Group gap={4} wrap="nowrap">
      <TextInput
        type="time"
        size="xs"
        className={classes.time}
        aria-label={text.from(weekday)}
        value={span.from}
        onChange={(event) => {
          onChange({ ...span, from: event.currentTarget.value })
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
          onChange({ ...span, to: event.currentTarget.value })
        }}
      />
      {isOverMidnight(span) ? (
        <Text size="xs" c="dimmed">
          {text.over(weekday)}
        </Text>
      ) : null}
      <ActionIcon variant="subtle" color="gray" aria-label={text.remove(weekday)} onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </Group>
  )
}
