import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import type { RepDetail } from '../../../src-main/contract/index.ts'
import { RepsScreen } from '../../../src-renderer/features/reps/RepsScreen.tsx'
import { aRep, repId } from '../helpers/builders.ts'
import { fakeDesk, type Handlers, refuse } from '../helpers/fake-desk.ts'
import { renderDesk } from '../helpers/render-desk.tsx'

const DAY = 24 * 3_600_000
const midnight = Math.floor(Date.now() / DAY) * DAY
const mia = aRep({ id: repId(1), name: 'Mia' })

beforeEach(() => {
  window.location.hash = '#/reps/1'
  sessionStorage.clear()
})

/** The drawer of Mia at what takes her off. The fake keeps what it is told. */
async function offDaysOf(parts: Partial<RepDetail> = {}, handlers: Handlers = {}) {
  let detail: RepDetail = {
    card: mia,
    timeOff: [],
    calendars: [],
    spells: [],
    toHandOver: { untouched: 0, touched: 0 },
    ...parts,
  }
  const desk = fakeDesk({
    reps: [mia],
    handlers: {
      'rep.read': () => detail,
      'rep.addTimeOff': ({ from, to, reason }: { from: number; to: number; reason?: string }) => {
        const added = { id: 9, repId: 1, from, to, reason: reason ?? null } as RepDetail['timeOff'][number]
        detail = { ...detail, timeOff: [...detail.timeOff, added] }
        return { timeOffId: 9 }
      },
      'rep.removeTimeOff': ({ timeOffId }: { timeOffId: number }) => {
        detail = { ...detail, timeOff: detail.timeOff.filter(({ id }) => id !== timeOffId) }
      },
      'rep.removeCalendar': () => {
        detail = { ...detail, calendars: [] }
      },
      ...handlers,
    },
  })
  renderDesk(<RepsScreen />, desk)
  const user = userEvent.setup()
  const dialog = await screen.findByRole('dialog', { name: 'Edit a rep' })
  await user.click(within(dialog).getByRole('tab', { name: 'Time off' }))
  return { desk, user, dialog }
}
const last = (desk: ReturnType<typeof fakeDesk>, name: string) => desk.calls.findLast((call) => call.name === name)?.input

describe('Time off', () => {
  it('is noted for the whole of today with two clicks', async () => {
    const { desk, user, dialog } = await offDaysOf()
    expect(await within(dialog).findByText('No time off ahead.')).toBeVisible()
    await user.click(within(dialog).getByRole('button', { name: 'Add time off' }))
    await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Dentist')
    await user.click(within(dialog).getByRole('form', { name: 'Add time off' }).querySelector('button[type=submit]')!)
    expect(await within(dialog).findByText('Dentist')).toBeVisible()
    expect(last(desk, 'rep.addTimeOff')).toEqual({ repId: 1, from: midnight, to: midnight + DAY, reason: 'Dentist' })
    expect(within(dialog).getByText('now')).toBeVisible()
  })

  it('says what is wrong with the times', async () => {
    const { user, dialog } = await offDaysOf()
    await user.click(await within(dialog).findByRole('button', { name: 'Add time off' }))
    await user.click(within(dialog).getByRole('switch', { name: 'All day' }))
    await user.clear(within(dialog).getByLabelText('Until'))
    await user.type(within(dialog).getByLabelText('Until'), '08:00')
    await user.click(within(dialog).getByRole('form', { name: 'Add time off' }).querySelector('button[type=submit]')!)
    expect(await within(dialog).findByText('The end is before the beginning.')).toBeVisible()
  })

  it('is removed, and comes back by undo', async () => {
    const spell = {
      id: 3,
      repId: 1,
      from: midnight + DAY,
      to: midnight + 3 * DAY,
      reason: 'Sailing',
    } as RepDetail['timeOff'][number]
    const { desk, user, dialog } = await offDaysOf({ timeOff: [spell] })
    await user.click(await within(dialog).findByRole('button', { name: /^Remove time off/ }))
    await waitFor(() => {
      expect(within(dialog).queryByText('Sailing')).toBeNull()
    })
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await within(dialog).findByText('Sailing')).toBeVisible()
    expect(last(desk, 'rep.addTimeOff')).toEqual({ repId: 1, from: spell.from, to: spell.to, reason: 'Sailing' })
  })
})

describe('Calendars', () => {
  it('are taken in from a file, with what could not be read', async () => {
    const { desk, dialog } = await offDaysOf(
      {},
      {
        'rep.addCalendar': () => ({ calendarId: 4, busy: 12, problems: ['line 7: no end'] }),
      },
    )
    await within(dialog).findByText('No holidays or busy spells ahead.')
    await userEvent.upload(
      dialog.querySelector<HTMLInputElement>('input[type=file]') ??
        document.querySelector<HTMLInputElement>('input[accept*=ics]')!,
      new File(['BEGIN:VCALENDAR'], 'Mia work.ics', { type: 'text/calendar' }),
    )
    expect(await screen.findByText('Mia work: 12 busy spells.')).toBeVisible()
    expect(within(dialog).getByText('line 7: no end')).toBeVisible()
    expect(last(desk, 'rep.addCalendar')).toEqual({ repId: 1, name: 'Mia work', text: 'BEGIN:VCALENDAR' })
  })

  it('are read from an https address only, and say what went wrong beside it', async () => {
    const { desk, user, dialog } = await offDaysOf(
      {},
      {
        'rep.addCalendar': () => refuse({ code: 'calendar-bad', data: { file: 'cal.example', reason: 'it is a web page' } }),
      },
    )
    const address = await within(dialog).findByRole('textbox', { name: 'Or its address' })
    await user.type(address, 'http://cal.example/mia.ics{Enter}')
    expect(await within(dialog).findByText('An address beginning with https:// is needed.')).toBeVisible()
    await user.clear(address)
    await user.type(address, 'https://cal.example/mia.ics{Enter}')
    expect(await within(dialog).findByText(/^cal.example could not be used as a calendar: it is a web page\./)).toBeVisible()
    expect(last(desk, 'rep.addCalendar')).toEqual({ repId: 1, name: 'cal.example', address: 'https://cal.example/mia.ics' })
  })

  it('show how they were last read, and ask before a file is let go', async () => {
    const { desk, user, dialog } = await offDaysOf({
      calendars: [
        {
          id: 5,
          repId: 1,
          name: 'Old file',
          address: null,
          readAt: Date.now() - 2 * DAY,
          busy: 3,
          problem: 'two entries without an end',
        },
      ] as unknown as RepDetail['calendars'],
    })
    expect(await within(dialog).findByText('two entries without an end')).toBeVisible()
    await user.click(within(dialog).getByRole('button', { name: 'Remove calendar Old file' }))
    const question = await screen.findByRole('dialog', { name: 'Calendars' })
    await user.click(within(question).getByRole('button', { name: 'Remove' }))
    await waitFor(() => {
      expect(last(desk, 'rep.removeCalendar')).toEqual({ calendarId: 5 })
    })
  })
})

it('lists holidays and busy spells to come', async () => {
  const spells = Array.from({ length: 8 }, (_, at) => ({
    from: midnight + at * DAY,
    to: midnight + (at + 1) * DAY,
    name: `Day ${at}`,
    kind: 'holiday' as const,
  }))
  const { user, dialog } = await offDaysOf({ spells })
  expect(await within(dialog).findByText('Day 0')).toBeVisible()
  expect(within(dialog).queryByText('Day 7')).toBeNull()
  await user.click(within(dialog).getByRole('button', { name: '2 more' }))
  expect(within(dialog).getByText('Day 7')).toBeVisible()
})

it('R23 says what is to be handed over and opens it in the queue', async () => {
  const { user, dialog } = await offDaysOf({ toHandOver: { untouched: 3, touched: 5 } })
  expect(await within(dialog).findByText('3 untouched and 5 touched leads are with Mia, who is not here.')).toBeVisible()
  await user.click(within(dialog).getByRole('button', { name: 'Show them in the queue' }))
  expect(window.location.hash).toBe('#/queue')
  expect(JSON.parse(sessionStorage.getItem('queue-choice') ?? '{}')).toEqual({ listId: 'open', narrowing: { repIds: [1] } })
})
