import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Report, ReportName } from '../../../src-main/contract/index.ts'
import { ReportsScreen } from '../../../src-renderer/features/reports/ReportsScreen.tsx'
import { linkedLeads } from '../../../src-renderer/state/lead-links.ts'
import { aCell, aReport } from '../helpers/a-report.ts'
import { aLead, NOON, repId } from '../helpers/builders.ts'
import { type FakeDesk, fakeDesk, type Handlers, refuse } from '../helpers/fake-desk.ts'
import { renderDesk } from '../helpers/render-desk.tsx'

const DAY = 86_400_000
const MINUTE = 60_000
type Asked = { name: ReportName; from: number; to: number }

beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  sessionStorage.clear()
})

const speed = (p50: number): Report =>
  aReport('speed', {
    figures: {
      speedP50: aCell(p50, 40, { journey: { isAttempted: true } }),
      responseP50: aCell(null, 0),
      notTried: aCell(3, null, { journey: { isAttempted: false } }),
    },
    tables: {
      speedBands: [{ key: '0-5', cells: { leads: aCell(20), wonShare: aCell(0.3, 20) } }],
      speedByRep: [
        { key: 'Tom', repId: 2, cells: { leads: aCell(4, null, { repId: repId(2) }), withinFiveShare: aCell(null, 4) } },
        { key: 'Mia', repId: 1, cells: { leads: aCell(36, null, { repId: repId(1) }), withinFiveShare: aCell(0.5, 36) } },
      ],
    },
  })

function open(hash: string, read: (asked: Asked) => Report | Promise<Report>, more: Handlers = {}): FakeDesk {
  window.location.hash = hash
  const desk = fakeDesk({
    leads: [aLead()],
    handlers: {
      'report.read': async ({ from, to, name }: Asked) => ({ ...(await read({ from, to, name })), from, to }),
      'desk.info': () => ({ version: '1', dataFolder: '/data', isDemo: false, runsIn: 'browser' }),
      ...more,
    },
  })
  renderDesk(<ReportsScreen />, desk)
  return desk
}
const asked = (desk: FakeDesk): Asked[] =>
  desk.calls.filter(({ name }) => name === 'report.read').map(({ input }) => input as Asked)
const days = ({ from, to }: Asked): string => `${new Date(from).toISOString().slice(0, 10)} ${(to - from) / DAY}`

describe('a report', () => {
  it('is read for the days of its address, and then for those it is compared with', async () => {
    const desk = open('/reports/speed/2026-10-01..2026-10-31/previous', ({ from }) =>
      speed(from === Date.UTC(2026, 9, 1) ? 4 * MINUTE : 12 * MINUTE),
    )
    const card = await screen.findByRole('group', { name: 'Speed to lead, median' })
    await waitFor(() => {
      expect(card).toHaveTextContent('4 minof 40 leads8 min fasterbetterbefore: 12 min')
    })
    expect(asked(desk).map(days)).toEqual(['2026-10-01 31', '2026-09-01 30'])
    expect(screen.getByText(/compared with Sep 1.+30, 2026/)).toBeVisible()
    expect(screen.getByRole('group', { name: 'Response of reps, median' })).toHaveTextContent('nothing measured')
  })

  it('is asked once where nothing is compared', async () => {
    const desk = open('/reports/speed/last-7/none', () => speed(MINUTE))
    await screen.findByRole('group', { name: 'Not tried yet' })
    expect(asked(desk).map(days)).toEqual(['2026-10-27 7'])
  })

  it('opens the leads behind a figure and behind a number of a table', async () => {
    const user = userEvent.setup()
    open('/reports/speed/last-7/none', () => speed(MINUTE))
    await user.click(await screen.findByRole('button', { name: '3, Not tried yet: show the leads' }))
    const linked = () => linkedLeads(window.location.hash.replace(/^#?\/leads\//, ''))
    expect(linked()).toMatchObject({ title: 'Not tried yet', filter: { journey: { isAttempted: false } } })
    window.location.hash = '/reports/speed/last-7/none'
    const byRep = within(await screen.findByRole('grid', { name: 'Speed by rep' }))
    await user.click(byRep.getByRole('button', { name: '36, Leads, Mia: show the leads' }))
    expect(linked()).toMatchObject({ title: 'Leads, Mia', filter: { repId: 1 }, from: '#/reports/speed/last-7/none' })
  })

  it('hides a rate of few leads and says why, and ranks no people unasked', async () => {
    const user = userEvent.setup()
    open('/reports/speed/last-7/none', () => speed(MINUTE))
    const table = await screen.findByRole('grid', { name: 'Speed by rep' })
    const names = () =>
      within(table)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent)
    expect(names()).toEqual(['Mia', 'Tom'])
    expect(within(table).getByRole('row', { name: /Tom/ })).toHaveTextContent(/too few Only 4 leads: a rate of fewer than 10/)
    const head = within(table).getByRole('button', { name: 'Leads' })
    await user.click(head)
    expect(head.closest('th')).toHaveAttribute('aria-sort', 'descending')
    await user.click(head)
    expect(names()).toEqual(['Tom', 'Mia'])
  })

  it('is moved through by keys, with one stop of Tab for all the numbers of a table', async () => {
    const user = userEvent.setup()
    open('/reports/speed/last-7/none', () => speed(MINUTE))
    const table = await screen.findByRole('grid', { name: 'Speed by rep' })
    const [first, second] = within(table).getAllByRole('button', { name: /show the leads/ })
    expect([first?.tabIndex, second?.tabIndex]).toEqual([0, -1])
    first?.focus()
    await user.keyboard('{ArrowDown}')
    expect(second).toHaveFocus()
    expect([first?.tabIndex, second?.tabIndex]).toEqual([-1, 0])
    await user.keyboard('{ArrowDown}{ArrowLeft}')
    expect(second).toHaveFocus()
  })

  it('has a table behind its picture', async () => {
    const user = userEvent.setup()
    open('/reports/speed/last-7/none', () => speed(MINUTE))
    const section = await screen.findByRole('region', { name: 'What speed brings' })
    expect(within(section).getByRole('grid', { hidden: true }).parentElement?.parentElement?.className).toMatch(/printed/)
    await user.click(within(section).getByRole('radio', { name: 'Table' }))
    expect(within(section).getByRole('grid', { name: 'What speed brings' })).toHaveTextContent('0 – 5 min200%0%30%')
  })

  it('tells a rep by their share and the time they were there, side by side', async () => {
    const rows = [{ key: 'Mia', repId: 1, cells: { gap: aCell(-3), availableShare: aCell(0.5, 80), value: aCell(9) } }]
    open('/reports/fairness/last-7/none', () => aReport('fairness', { tables: { fairnessByRep: rows } }))
    const section = await screen.findByRole('region', { name: 'Share and time by rep' })
    await userEvent.click(within(section).getByRole('radio', { name: 'Table' }))
    const heads = within(section)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent)
    expect(heads.slice(3, 6)).toEqual(
      ['Gap3', 'Gap in %4', 'Available5'].map((head) => expect.stringContaining(head.replace(/\d/, ''))),
    )
    expect(within(section).getByRole('row', { name: /Mia/ })).toHaveTextContent('−3')
  })

  it('tells when a rep was there, day by day, as bars and as hours', async () => {
    const from = Date.UTC(2026, 9, 31, 9)
    const spells = [
      { from, to: from + 3_600_000, state: 'available' as const },
      { from: from + 3_600_000, to: from + 5_400_000, state: 'busy' as const },
    ]
    open('/reports/availability/2026-10-30..2026-10-31/none', () =>
      aReport('availability', { timeline: [{ repId: repId(1), name: 'Mia', spells }] }),
    )
    const section = await screen.findByRole('region', { name: 'When each rep was there' })
    expect(within(section).getByRole('img', { name: '09:00 to 10:00 Available, 10:00 to 10:30 Busy' })).toBeVisible()
    expect(within(section).getByRole('img', { name: 'off shift' })).toBeVisible()
    await userEvent.click(within(section).getByRole('radio', { name: 'Table' }))
    expect(within(section).getByRole('row', { name: /Mia/ })).toHaveTextContent('Miaoff shift1 hr Available30 min Busy')
  })
})

describe('the screen of reports', () => {
  it('keeps report, days and comparison in its address', async () => {
    const user = userEvent.setup()
    const desk = open('/reports', ({ name }) =>
      name === 'speed' ? speed(MINUTE) : aReport(name, { figures: { received: aCell(1) } }),
    )
    await user.click(await screen.findByRole('tab', { name: 'Speed' }))
    expect(window.location.hash).toBe('#/reports/speed/last-30/previous')
    await user.keyboard('{ArrowRight}')
    expect(screen.getByRole('tab', { name: 'Offers' })).toHaveAttribute('aria-selected', 'true')
    await user.click(screen.getByRole('button', { name: /^Period: Last 30 days, Oct 4/ }))
    await user.click(await screen.findByRole('button', { name: 'Last month' }))
    expect(window.location.hash).toBe('#/reports/offers/last-month/previous')
    await user.click(screen.getByRole('button', { name: /^Period/ }))
    await user.click(await screen.findByRole('button', { name: /Oct 5/ }))
    await user.click(screen.getByRole('button', { name: /Oct 9/ }))
    expect(window.location.hash).toBe('#/reports/offers/2026-10-05..2026-10-09/previous')
    await waitFor(() => {
      expect(asked(desk).map(({ name, ...bounds }) => `${name} ${days({ name, ...bounds })}`)).toContain('offers 2026-10-05 5')
    })
  })

  it('says when there are newer figures and waits to be asked for them', async () => {
    let read = 0
    const desk = open('/reports/speed/last-7/none', () => speed(++read * MINUTE))
    const card = await screen.findByRole('group', { name: 'Speed to lead, median' })
    desk.commit('lead-noted', { leads: [aLead()] })
    desk.commit('lead-attempted', { leads: [aLead({ touchedAt: NOON })] })
    const news = await screen.findByRole('button', { name: 'Newer figures' })
    expect(card).toHaveTextContent('1 min')
    vi.setSystemTime(NOON + 1_000)
    await userEvent.click(news)
    await waitFor(() => {
      expect(screen.getByRole('group', { name: 'Speed to lead, median' })).toHaveTextContent('2 min')
    })
    expect(screen.queryByRole('button', { name: 'Newer figures' })).toBeNull()
  })

  it('says so when there were no leads, with two ways on', async () => {
    open('/reports/overview/today/none', ({ name }) => aReport(name))
    expect(await screen.findByText('No leads in this period')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Show the last 90 days' }))
    expect(window.location.hash).toBe('#/reports/overview/last-90/none')
    await userEvent.click(await screen.findByRole('button', { name: 'Import leads' }))
    expect(window.location.hash).toBe('#/intake/import')
  })

  it('shows a fault as a sentence with a way to try again', async () => {
    let tries = 0
    open('/reports/speed/last-7/none', () => (tries++ === 0 ? refuse({ code: 'internal', data: {} }) : speed(MINUTE)))
    expect(await screen.findByRole('alert')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('group', { name: 'Not tried yet' })).toBeVisible()
  })

  it('never shows the figures of one report under the name of another', async () => {
    const slow = Promise.withResolvers<Report>()
    open('/reports/speed/last-7/none', ({ name }) => (name === 'offers' ? slow.promise : speed(MINUTE)))
    await screen.findByRole('group', { name: 'Not tried yet' })
    await userEvent.click(screen.getByRole('tab', { name: 'Offers' }))
    expect(screen.queryByRole('group', { name: 'Not tried yet' })).toBeNull()
    expect(screen.getByRole('status', { name: 'Loading…' })).toBeInTheDocument()
    slow.resolve(aReport('offers', { figures: { made: aCell(7) } }))
    expect(await screen.findByRole('group', { name: 'Offers made' })).toHaveTextContent('7')
  })

  it('stands at once as it was last read for who comes back, and is read again', async () => {
    const user = userEvent.setup()
    let again: PromiseWithResolvers<Report> | null = null
    open('/reports/speed/last-7/none', ({ name }) => (name === 'offers' ? aReport(name) : (again?.promise ?? speed(MINUTE))))
    await screen.findByRole('group', { name: 'Not tried yet' })
    await user.click(screen.getByRole('tab', { name: 'Offers' }))
    again = Promise.withResolvers<Report>()
    await user.click(screen.getByRole('tab', { name: 'Speed' }))
    const card = screen.getByRole('group', { name: 'Speed to lead, median' })
    expect(card).toHaveTextContent('1 min')
    again.resolve(speed(2 * MINUTE))
    await waitFor(() => {
      expect(screen.getByRole('group', { name: 'Speed to lead, median' })).toHaveTextContent('2 min')
    })
  })

  it('saves a PDF in the window of the program, and prints in a browser', async () => {
    const window = () => ({ version: '1', dataFolder: '/data', isDemo: false, runsIn: 'window' as const })
    const desk = open('/reports/speed/2026-10-01..2026-10-31/none', () => speed(MINUTE), {
      'desk.info': window,
      'window.savePdf': () => ({ file: '/home/me/report.pdf' }),
    })
    await screen.findByRole('group', { name: 'Not tried yet' })
    await userEvent.click(screen.getByRole('button', { name: 'Export' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Save as PDF' }))
    expect(await screen.findByText('Saved: /home/me/report.pdf')).toBeVisible()
    expect(desk.calls.find(({ name }) => name === 'window.savePdf')?.input).toEqual({
      name: 'report-speed-2026-10-01-2026-10-31',
    })
  })
})
