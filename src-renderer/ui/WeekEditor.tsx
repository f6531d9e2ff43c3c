import { ActionIcon, Group, Menu, Text, TextInput } from '@mantine/core'
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react'
import { type DaySpan, isOverMidnight, type Week, WEEKDAYS } from '../lib/week-hours.ts'
import classes from './WeekEditor.module.css'

/** Monday is 1. */
export interface WeekWords {
  legend: string
  off: string
  copyWeek: string
  copyAll: string
  day: (weekday: number) => string
  from: (weekday: number) => string
  to: (weekday: number) => string
  add: (weekday: number) => string
  remove: (weekday: number) => string
  copyMenu: (weekday: number) => string
  /** Beside hours that go on over midnight. */
  over: (weekday: number) => string
}

interface WeekEditorProps {
  words: WeekWords
  week: Week
  error: string | null
  onChange: (week: Week) => void
}

/** From and to for each day; a day may have several spans, or none, and one may go on over midnight. */
export function WeekEditor({ words, week, error, onChange }: WeekEditorProps) {
  const copyTo = (spans: readonly DaySpan[], days: number): void => {
    onChange(week.map((old, at) => (at < days ? spans.map((span) => ({ ...span })) : old)))
  }
  return (
    <div role="group" aria-label={words.legend}>
      <div className={classes.week}>
        {WEEKDAYS.map((weekday) => {
          const spans = week[weekday - 1] ?? []
          return (
            <Day
              key={weekday}
              words={words}
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
  words: WeekWords
  weekday: number
  spans: DaySpan[]
  onChange: (spans: DaySpan[]) => void
  /** To so many days from Monday on. */
  onCopy: (days: number) => void
}

function Day({ words, weekday, spans, onChange, onCopy }: DayProps) {
  return (
    <>
      <Text size="sm">{words.day(weekday)}</Text>
      <Group gap={6}>
        {spans.length === 0 && (
          <Text size="sm" c="dimmed">
            {words.off}
          </Text>
        )}
        {spans.map((span, at) => (
          <Span
            key={at}
            words={words}
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
          aria-label={words.add(weekday)}
          onClick={() => {
            const last = spans.at(-1)
            onChange([...spans, last === undefined ? { from: '09:00', to: '17:00' } : { from: last.to, to: '20:00' }])
          }}
        >
          <IconPlus size={14} />
        </ActionIcon>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={words.copyMenu(weekday)} title={words.copyMenu(weekday)}>
              <IconCopy size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onCopy(5)}>{words.copyWeek}</Menu.Item>
            <Menu.Item onClick={() => onCopy(7)}>{words.copyAll}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </>
  )
}

interface SpanProps {
  words: WeekWords
  weekday: number
  span: DaySpan
  onChange: (span: DaySpan) => void
  onRemove: () => void
}

function Span({ words, weekday, span, onChange, onRemove }: SpanProps) {
  return (
    <Group gap={4} wrap="nowrap">
      <TextInput
        type="time"
        size="xs"
        className={classes.time}
        aria-label={words.from(weekday)}
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
        aria-label={words.to(weekday)}
        value={span.to === '24:00' ? '00:00' : span.to}
        onChange={(event) => {
          onChange({ ...span, to: event.currentTarget.value })
        }}
      />
      {isOverMidnight(span) ? (
        <Text size="xs" c="dimmed">
          {words.over(weekday)}
        </Text>
      ) : null}
      <ActionIcon variant="subtle" color="gray" aria-label={words.remove(weekday)} onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </Group>
  )
}
