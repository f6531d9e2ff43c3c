import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { OverviewReport } from '../../../src-main/contract/index.ts'
import { ReportsScreen } from '../../../src-renderer/features/reports/ReportsScreen.tsx'
import { NOON, repId } from '../helpers/builders.ts'
import { fakeDesk } from '../helpers/fake-desk.ts'
import { renderDesk } from '../helpers/render-desk.tsx'

const report: OverviewReport = {
  from: NOON - 86_400_000,
  to: NOON,
  received: 40,
  matched: 2,
  assigned: 30,
  waiting: 10,
  won: 3,
  lost: 1,
  timeToAssignP50: 400,
  timeToAssignP95: 65_000,
  speedToLeadP50: 600_000,
  speedToLeadP95: null,
  fairness: 0.98,
  byRep: [
    { repId: repId(1), rep: 'mia@x.de', name: 'Mia', weight: 2, assigned: 21, attempted: 7, won: 3, open: 4 },
    { repId: repId(2), rep: 'tom@x.de', name: 'Tom', weight: 1, assigned: 9, attempted: 9, won: 0, open: 9 },
  ],
  bySource: [{ source: 'Fair', received: 40, assigned: 30, won: 3 }],
  byRule: [{ rule: 'All leads', leads: 30 }],
  byDay: [{ day: '2026-11-01', received: 40, assigned: 30 }],
}

it('answers whether the desk is fast and fair, with a table behind the chart', async () => {
  renderDesk(<ReportsScreen />, fakeDesk({ handlers: { 'report.overview': () => report } }))
  const speed = await screen.findByRole('region', { name: 'Fast?' })
  expect(speed).toHaveTextContent('< 1 sec')
  expect(speed).toHaveTextContent('1 min')
  expect(screen.getByRole('region', { name: 'Fair?' })).toHaveTextContent('0.98even')
  expect(screen.getByRole('row', { name: /Mia 21 70% 67% 33% 3 14% 4/ })).toBeVisible()
  expect(screen.getByRole('row', { name: /Tom 9 30% 33% too few 0 too few 9/ })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Show as a table' }))
  expect(
    within(screen.getByRole('table', { name: /received and assigned a day/ })).getByRole('row', { name: /40 30/ }),
  ).toBeVisible()
})

it('asks for the period chosen, from midnight to midnight', async () => {
  const desk = fakeDesk({ handlers: { 'report.overview': () => report } })
  renderDesk(<ReportsScreen />, desk)
  await userEvent.click(await screen.findByRole('radio', { name: '7 days' }))
  await screen.findByRole('region', { name: 'Fast?' })
  const input = desk.calls.at(-1)?.input as { from: number; to: number }
  expect((input.to - input.from) / 86_400_000).toBe(7)
  expect(input.to % 86_400_000).toBe(0)
})

it('says so when nothing happened', async () => {
  const none = { ...report, received: 0, assigned: 0, byRep: [], bySource: [], byRule: [], byDay: [] }
  renderDesk(<ReportsScreen />, fakeDesk({ handlers: { 'report.overview': () => none } }))
  expect(await screen.findByText('Nothing happened in this period')).toBeVisible()
})

it('shows a fault as a sentence with a way to try again', async () => {
  let tries = 0
  const desk = fakeDesk({
    handlers: {
      'report.overview': () => {
        if (tries++ === 0) throw new Error('broken')
        return report
      },
    },
  })
  renderDesk(<ReportsScreen />, desk)
  expect(await screen.findByRole('alert')).toHaveTextContent('did not foresee')
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('region', { name: 'Fast?' })).toBeVisible()
})
