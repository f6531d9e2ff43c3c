import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { REP_COLUMNS } from '../../../src-main/contract/index.ts'
import { readRepsCsv } from '../../../src-main/intake/team/read-reps-csv.ts'
import { findReps } from '../../../src-renderer/features/reps/find-reps.ts'
import { repsCsv } from '../../../src-renderer/features/reps/reps-csv.ts'
import { RepsScreen } from '../../../src-renderer/features/reps/RepsScreen.tsx'
import { nextSorting, sortReps } from '../../../src-renderer/features/reps/sort-reps.ts'
import { aRep, repId } from '../helpers/builders.ts'
import { fakeDesk } from '../helpers/fake-desk.ts'
import { renderDesk } from '../helpers/render-desk.tsx'

beforeEach(() => {
  window.location.hash = '#/reps'
  sessionStorage.clear()
})

const team = [
  aRep({ id: repId(1), name: 'Ada', team: 'North', capacity: 10, weight: 1 }),
  aRep({ id: repId(2), name: 'Ben', team: 'North', availability: 'away', weight: 3 }),
  aRep({ id: repId(3), name: 'Cid', team: 'South', isPaused: true, weight: 2 }),
]
const names = () =>
  screen.getAllByRole('button', { name: /^Edit / }).map((button) => button.textContent.replace(/Paused|Leaving/, ''))

describe('The table of reps', () => {
  it('is sorted by a column, the other way, and then by team again', async () => {
    renderDesk(<RepsScreen />, fakeDesk({ reps: team }))
    const weight = screen.getByRole('button', { name: 'Weight' })
    await userEvent.click(weight)
    expect(names()).toEqual(['Ben', 'Cid', 'Ada'])
    expect(screen.getByRole('columnheader', { name: 'Weight' })).toHaveAttribute('aria-sort', 'descending')
    await userEvent.click(weight)
    expect(names()).toEqual(['Ada', 'Cid', 'Ben'])
    await userEvent.click(weight)
    expect(names()).toEqual(['Ada', 'Ben', 'Cid'])
    expect(screen.getByRole('columnheader', { name: 'Weight' })).toHaveAttribute('aria-sort', 'none')
  })

  it('is narrowed to a team and to who is here', () => {
    const all = { search: '', team: null, standing: null }
    expect(findReps(team, { ...all, standing: 'here' }).map(({ name }) => name)).toEqual(['Ada'])
    expect(findReps(team, { ...all, standing: 'not-here' }).map(({ name }) => name)).toEqual(['Ben'])
    expect(findReps(team, { ...all, standing: 'held-back' }).map(({ name }) => name)).toEqual(['Cid'])
    expect(findReps(team, { ...all, team: 'North', standing: 'held-back' })).toEqual([])
  })

  it('puts those who get leads first when sorted by status', () => {
    const sorting = nextSorting({ key: null, isDescending: false }, 'status')
    const reps = [...team.toReversed(), aRep({ id: repId(4), name: 'Dov', isActive: false })]
    expect(sortReps(reps, sorting).map(({ name }) => name)).toEqual(['Ada', 'Ben', 'Cid', 'Dov'])
  })

  it('goes from row to row by arrows, and selects by X', async () => {
    renderDesk(<RepsScreen />, fakeDesk({ reps: team }))
    screen.getByRole('button', { name: 'Edit Ada' }).focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(screen.getByRole('button', { name: 'Edit Ben' })).toHaveFocus()
    await userEvent.keyboard('x')
    expect(screen.getByRole('checkbox', { name: 'Select Ben' })).toBeChecked()
    expect(screen.getByRole('toolbar', { name: 'With the selected reps' })).toHaveTextContent('1 selected')
  })
})

describe('Several reps at once', () => {
  it('are paused together, those who are already left alone, and all of it taken back', async () => {
    const desk = fakeDesk({ reps: team })
    renderDesk(<RepsScreen />, desk)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select all that are listed' }))
    await userEvent.click(within(screen.getByRole('toolbar')).getByRole('button', { name: 'Pause' }))
    expect(await screen.findByText('2 reps changed')).toBeVisible()
    expect(desk.snapshot().reps.every(({ isPaused }) => isPaused)).toBe(true)
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => {
      expect(desk.snapshot().reps.map(({ isPaused }) => isPaused)).toEqual([false, false, true])
    })
  })

  it('are sent away and come back as they were, each in their own way', async () => {
    const until = Date.now() + 3_600_000
    const desk = fakeDesk({ reps: [team[0]!, { ...team[1]!, availability: 'busy', availableAgainAt: until }] })
    renderDesk(<RepsScreen />, desk)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select all that are listed' }))
    await userEvent.click(screen.getByRole('button', { name: 'Availability' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Away' }))
    await screen.findByText('2 reps changed')
    expect(desk.snapshot().reps.map(({ availability }) => availability)).toEqual(['away', 'away'])
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => {
      expect(desk.snapshot().reps.map(({ availability, availableAgainAt }) => [availability, availableAgainAt])).toEqual([
        ['available', null],
        ['busy', until],
      ])
    })
  })

  it('move to another team', async () => {
    const desk = fakeDesk({ reps: team })
    renderDesk(<RepsScreen />, desk)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select Ada' }))
    await userEvent.click(screen.getByRole('button', { name: 'Team…' }))
    await userEvent.type(await screen.findByLabelText('New team', { selector: 'input' }), 'West')
    await userEvent.click(screen.getByRole('button', { name: 'Set the team' }))
    await screen.findByText('1 rep changed')
    expect(desk.snapshot().reps.map((rep) => rep.team)).toEqual(['West', 'North', 'South'])
  })
})

describe('reps.csv', () => {
  it('has the columns that the import reads', () => {
    expect(repsCsv([], 'UTC').replace('\ufeff', '').trim().split(',')).toEqual([...REP_COLUMNS])
  })

  it('brings the same team in again, whatever it is called and whenever it works', () => {
    const word = fc.stringMatching(/^['=+@-]{0,2}[a-zA-Zäöü"', ;]{1,12}[a-z]$/).map((text) => text.trim())
    const label = fc.stringMatching(/^[a-z][a-z -]{0,8}[a-z]$/)
    const span = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      fromMinute: fc.integer({ min: 0, max: 700 }),
      toMinute: fc.integer({ min: 701, max: 1440 }),
    })
    const hours = fc.option(
      fc
        .uniqueArray(span, { selector: ({ weekday }) => weekday })
        .map((spans) => spans.toSorted((a, b) => a.weekday - b.weekday)),
    )
    const rep = fc.record({
      name: word,
      team: fc.option(word),
      role: fc.constantFrom('rep' as const, 'manager' as const),
      skills: fc.uniqueArray(label, { maxLength: 3 }),
      weight: fc.constantFrom(0, 0.5, 1, 12.25),
      capacity: fc.option(fc.nat(500)),
      hourlyCap: fc.option(fc.nat(500)),
      timeZone: fc.constantFrom(null, 'Europe/Berlin', 'America/New_York'),
      hours,
      rampPercent: fc.option(fc.nat(100)),
      holidays: fc.constantFrom(null, 'none', 'DE-BY'),
    })
    fc.assert(
      fc.property(fc.array(rep, { minLength: 1, maxLength: 4 }), (parts) => {
        const reps = parts.map((part, at) => aRep({ ...part, id: repId(at + 1), email: `rep${at}@example.com` }))
        const read = readRepsCsv(repsCsv(reps, 'UTC'))
        expect(read.problems).toEqual([])
        expect(read.reps.map(({ rep: one }) => one)).toEqual(
          parts.map((part, at) => expect.objectContaining({ ...part, email: `rep${at}@example.com` })),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('has the day a ramp ends by the clock of the rep', () => {
    const midnight = Date.parse('2026-12-01T00:00-05:00')
    const rep = aRep({ rampPercent: 50, rampUntil: midnight, timeZone: 'America/New_York' })
    expect(readRepsCsv(repsCsv([rep], 'UTC')).reps[0]?.rampUntil).toBe('2026-12-01')
  })
})
