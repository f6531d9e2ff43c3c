import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { leadId } from '../helpers/builders.ts'
import { aRule, callsOf, documentOf, openRules } from './open-rules.tsx'
import { aReport, aSide } from './reports.ts'

const past = async (options: Parameters<typeof openRules>[1] = {}) => {
  const opened = openRules(documentOf(aRule('a', 'Germans')), options)
  await opened.user.click(await screen.findByRole('tab', { name: 'Past leads' }))
  return opened
}
const DAY = 86_400_000

it('tries the draft on the leads of a period and reports all of it (R35)', async () => {
  const report = aReport({
    moved: 12,
    draft: aSide({
      ruleset: null,
      neverHit: ['Nobody’s rule'],
      uncovered: { leads: 2, examples: [{ leadId: leadId(7), name: 'Ada' }] },
      toll: [
        { rule: 'Germans', ruleIndex: 0, condition: 'country is within DACH', turnedAway: 4 },
        { rule: 'Rest', ruleIndex: 1, condition: 'employees ≥ 500', turnedAway: 40 },
      ],
      poolToll: [{ rule: 'Germans', ruleIndex: 0, reason: 'at-capacity', times: 3 }],
    }),
    moves: [{ from: 'Mia', to: null, leads: 12, value: 5_000 }],
    examples: [{ leadId: leadId(8), name: 'Bob', from: 'Mia', to: null }],
  })
  const { desk, user } = await past({
    updates: [
      { kind: 'progress', done: 1, total: 100 },
      { kind: 'report', report },
    ],
  })
  await user.click(screen.getByRole('radio', { name: 'Last 7 days' }))
  await user.click(screen.getByRole('button', { name: 'Try them' }))
  expect(await screen.findByText('12 of 100 leads would go elsewhere; as many would wait as now.')).toBeVisible()
  const [asked] = callsOf(desk, 'rule.simulate') as { leads: { from: number; to: number } }[]
  expect((asked!.leads.to - asked!.leads.from) / DAY).toBe(7)

  expect(screen.getByRole('table', { name: 'What moves' })).toHaveTextContent('MiaNobody125,000')
  const gaps = screen.getByRole('region', { name: 'Rules and gaps' })
  expect(gaps).toHaveTextContent('1 rule never decided a lead:Nobody’s rule')
  expect(gaps).toHaveTextContent('2 leads fit no rule and would wait for you:Ada')
  expect(screen.getByRole('region', { name: 'Taken for granted' })).toHaveTextContent('Offers are taken to be accepted.')
  expect(screen.getByRole('table', { name: 'Why reps were passed over' })).toHaveTextContent('Germansat capacity3')

  const toll = screen.getByRole('table', { name: 'What each condition turns away' })
  const firstRule = () => within(toll).getAllByRole('row')[1]
  expect(firstRule()).toHaveTextContent('Rest')
  await user.click(within(toll).getByRole('button', { name: 'Rule' }))
  expect(firstRule()).toHaveTextContent('Germans')
  expect(within(toll).getByRole('columnheader', { name: 'Rule' })).toHaveAttribute('aria-sort', 'ascending')

  const shares = within(screen.getByRole('region', { name: 'Who gets how many' }))
  expect(shares.getByRole('list')).toHaveTextContent('Mia60 → 60')
  await user.click(shares.getByRole('button', { name: 'As a table' }))
  expect(shares.getByRole('table')).toHaveTextContent('Tom13030302,000')
})

it('shows how far it is, and stops when asked', async () => {
  const { user } = await past({ updates: [{ kind: 'progress', done: 50, total: 200 }] })
  await user.click(screen.getByRole('button', { name: 'Try them' }))
  expect(await screen.findByText('50 of 200 leads')).toBeVisible()
  expect(screen.getByRole('progressbar', { name: 'Trying leads' })).toHaveAttribute('aria-valuenow', '25')
  await user.click(screen.getByRole('button', { name: 'Stop' }))
  expect(screen.queryByText('50 of 200 leads')).toBeNull()
  expect(screen.getByRole('button', { name: 'Try them' })).toBeEnabled()
})

it('says that a period has no leads, and that one ends before it begins', async () => {
  const { user } = await past()
  await user.click(screen.getByRole('button', { name: 'Try them' }))
  expect(await screen.findByText('No leads in this period')).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'From – to' }))
  const from = screen.getByLabelText('From')
  await user.clear(from)
  await user.type(from, '2999-01-01')
  expect(await screen.findByText('The period ends before it begins.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDisabled()
})

it('tries the leads of a file, and says what it found in it', async () => {
  const { desk, user } = await past({
    updates: [{ kind: 'report', report: aReport({ kind: 'file', moved: 1 }) }],
    handlers: {
      'intake.beginUpload': () => ({ uploadId: 'u1' }),
      'intake.appendUpload': () => ({ bytes: 20 }),
      'intake.look': () => ({
        name: 'fair.csv',
        bytes: 20,
        encoding: 'utf-8',
        delimiter: ',',
        sheets: [],
        sheet: null,
        hasHeader: true,
        headerLine: 1,
        columns: [
          { header: 'Mail', field: 'email', matchedBy: 'alias', samples: [] },
          { header: 'Hall', field: null, matchedBy: 'none', samples: [] },
        ],
        sample: [],
      }),
    },
  })
  await user.click(screen.getByRole('radio', { name: 'A file (CSV, Excel)' }))
  expect(screen.getByRole('button', { name: 'Try them' })).toBeDisabled()
  const input = document.querySelector<HTMLInputElement>('input[type="file"][accept*=".csv"]')
  await user.upload(input!, new File(['Mail,Hall\na@b.de,3'], 'fair.csv', { type: 'text/csv' }))
  expect(await screen.findByText('fair.csv is read.')).toBeVisible()
  expect(screen.getByText(/Taken from it: E-mail. Kept as it is: Hall./)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Try them' }))
  await waitFor(() => expect(callsOf(desk, 'rule.simulate')).toMatchObject([{ leads: { kind: 'file', uploadId: 'u1' } }]))
})

it('says that a report is of a draft that has changed since', async () => {
  const { user } = await past({ updates: [{ kind: 'report', report: aReport() }] })
  await user.click(screen.getByRole('button', { name: 'Try them' }))
  await screen.findByText(/None of 100 leads/)
  await user.click(screen.getByRole('tab', { name: 'Rules' }))
  await user.click(await screen.findByRole('switch', { name: 'Germans is on' }))
  await user.click(screen.getByRole('tab', { name: 'Past leads' }))
  expect(await screen.findByText('The draft has changed since.')).toBeVisible()
})
