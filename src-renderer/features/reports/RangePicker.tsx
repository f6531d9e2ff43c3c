import { Button, Popover, Text, UnstyledButton } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { PRESETS, type RangeChoice, rangeOf } from '../../lib/date-range.ts'
import { dayLong, daysSaid } from '../../text/report-figures.ts'
import { reportsText } from '../../text/reports.ts'
import classes from './reports.module.css'

const text = reportsText.period

interface RangePickerProps {
  choice: RangeChoice
  /** In the desk's zone. */
  today: string
  onChoose: (choice: RangeChoice) => void
}

/** The period of a report: one of the usual ones, or two days of a calendar. */
export function RangePicker({ choice, today, onChoose }: RangePickerProps) {
  const [isOpen, setIsOpen] = useState(false)
  const range = rangeOf(choice, today)
  const [picked, setPicked] = useState<[string | null, string | null]>([range.from, range.to])
  const open = (): void => {
    setPicked([range.from, range.to])
    setIsOpen(true)
  }
  const choose = (chosen: RangeChoice): void => {
    setIsOpen(false)
    onChoose(chosen)
  }
  const pick = ([from, to]: [string | null, string | null]): void => {
    setPicked([from, to])
    if (from !== null && to !== null) choose({ from, to })
  }
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" trapFocus returnFocus withinPortal shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconCalendar size={14} aria-hidden="true" />}
          aria-label={`${text.label}: ${typeof choice === 'string' ? `${text.presets[choice]}, ` : ''}${daysSaid(range.from, range.to)}`}
          onClick={isOpen ? () => setIsOpen(false) : open}
        >
          {typeof choice === 'string' ? text.presets[choice] : daysSaid(range.from, range.to)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={text.label}>
        <div className={classes.picker}>
          <div role="group" aria-label={text.presetsLabel} className={classes.presets}>
            {PRESETS.map((preset) => (
              <UnstyledButton
                key={preset}
                className={classes.preset}
                aria-pressed={preset === choice}
                onClick={() => {
                  choose(preset)
                }}
              >
                {text.presets[preset]}
                {preset === choice ? <IconCheck size={14} aria-hidden="true" /> : null}
              </UnstyledButton>
            ))}
          </div>
          <div role="group" aria-label={text.calendar}>
            <DatePicker
              type="range"
              size="sm"
              allowSingleDateInRange
              hideOutsideDates
              // Weekends are days like others, and their red is too pale for the dark.
              weekendDays={[]}
              value={picked}
              onChange={pick}
              defaultDate={range.to}
              maxDate={today}
              getDayAriaLabel={dayLong}
              ariaLabels={{ nextMonth: text.nextMonth, previousMonth: text.previousMonth }}
            />
          </div>
        </div>
        <Text size="xs" c="dimmed" mt="xs" maw={420}>
          {text.hint}
        </Text>
      </Popover.Dropdown>
    </Popover>
  )
}
