import { Table } from '@mantine/core'
import { useMemo } from 'react'
import type { Report } from '../../../src-main/contract/index.ts'
import { momentIn, wallClock } from '../../lib/zone-time.ts'
import { useDesk } from '../../state/hooks.ts'
import { dayShort, spanSaid } from '../../text/report-figures.ts'
import { reportsText } from '../../text/reports.ts'
import { availabilityWords } from '../../text/words.ts'
import { SectionFrame, useView } from './SectionFrame.tsx'
import classes from './reports.module.css'
import { type DayOfRep, spellsByDay, type TimelineDay, timelineDays } from './timeline-days.ts'

const text = reportsText.timeline
const STATES = ['available', 'busy', 'away'] as const
/** How high a state stands, of 20: told apart without colour. */
const HEIGHTS = { available: 20, busy: 10, away: 3 } as const
/** Marked in each day. */
const HOURS = ['06:00', '12:00', '18:00'] as const

/** Rep by day: a bar from midnight to midnight, and as a table the hours of each. */
export function Timeline({ report }: { report: Report }) {
  const timeZone = useDesk((state) => state.settings.timeZone)
  const [view, setView] = useView('chart')
  const days = useMemo(() => timelineDays(report, timeZone), [report, timeZone])
  // Once for each day: with each rep's there are thousands.
  const hours = useMemo(
    () => days.map((day) => HOURS.map((hour) => `M${xOf(day, momentIn(day.day, hour, timeZone))} 0V20`).join('')),
    [days, timeZone],
  )
  const lines = useMemo(
    () =>
      report.timeline
        .map(({ repId, name, spells }) => ({ repId, name, days: spellsByDay(spells, days) }))
        .sort((one, other) => one.name.localeCompare(other.name)),
    [report, days],
  )
  if (lines.length === 0) return null
  return (
    <SectionFrame title={text.title} width="full" view={view} onView={setView}>
      {view === 'chart' ? <p className={classes.caption}>{text.hint}</p> : null}
      <div className={classes.tableBox}>
        <Table className={classes.timeline} data-view={view} aria-label={text.title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{reportsText.by.rep}</Table.Th>
              {days.map(({ day }) => (
                <Table.Th key={day} scope="col" ta={view === 'chart' ? 'left' : 'right'}>
                  {dayShort(day)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ repId, name, days: parts }) => (
              <Table.Tr key={repId}>
                <Table.Th scope="row" className={classes.rowName}>
                  {name}
                </Table.Th>
                {parts.map((part, at) => {
                  const day = days[at]
                  if (day === undefined) return null
                  return (
                    <Table.Td key={day.day} ta={view === 'chart' ? 'left' : 'right'}>
                      {view === 'chart' ? (
                        <DayBar part={part} day={day} hours={hours[at] ?? ''} timeZone={timeZone} />
                      ) : (
                        <DayHours part={part} />
                      )}
                    </Table.Td>
                  )
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </SectionFrame>
  )
}

const xOf = (day: TimelineDay, at: number): string => ((96 * (at - day.from)) / (day.to - day.from)).toFixed(2)

interface DayBarProps {
  part: DayOfRep
  day: TimelineDay
  /** Where its hours are marked, as a path. */
  hours: string
  timeZone: string
}

function DayBar({ part, day, hours, timeZone }: DayBarProps) {
  const x = (at: number): string => xOf(day, at)
  const clock = (at: number): string => (at === day.to ? '24:00' : wallClock(at, timeZone).time)
  const said = part.pieces
    .map(({ from, to, state }) => `${text.fromTo(clock(from), clock(to))} ${availabilityWords[state]}`)
    .join(', ')
  return (
    <svg className={classes.dayBar} viewBox="0 0 96 20" preserveAspectRatio="none" role="img" aria-label={said || text.none}>
      <title>{said || text.none}</title>
      {STATES.filter((state) => part.pieces.some((piece) => piece.state === state)).map((state) => (
        <path
          key={state}
          data-state={state}
          d={part.pieces
            .filter((piece) => piece.state === state)
            .map(({ from, to }) => `M${x(from)} 20V${20 - HEIGHTS[state]}H${x(to)}V20Z`)
            .join('')}
        />
      ))}
      <path className={classes.hour} d={hours} />
    </svg>
  )
}

function DayHours({ part: { spent } }: { part: DayOfRep }) {
  const told = STATES.filter((state) => spent[state] > 0)
  if (told.length === 0) return <span className={classes.none}>{text.none}</span>
  return (
    <>
      {told.map((state) => (
        <div key={state}>
          {spanSaid(spent[state])} <span className={classes.none}>{availabilityWords[state]}</span>
        </div>
      ))}
    </>
  )
}
