import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Batch, BatchId, FileCheck, FileLook, ImportReport, SourceId } from '../../../src-main/contract/index.ts'
import { IntakeScreen } from '../../../src-renderer/features/intake/IntakeScreen.tsx'
import { aRep, NOON } from '../helpers/builders.ts'
import { fakeDesk, type Handlers, refuse } from '../helpers/fake-desk.ts'
import { renderDesk } from '../helpers/render-desk.tsx'

const look: FileLook = {
  name: 'fair.csv',
  bytes: 40,
  encoding: 'utf-8',
  delimiter: ',',
  sheets: [],
  sheet: null,
  hasHeader: true,
  headerLine: 1,
  columns: [
    { header: 'Name', field: 'name', matchedBy: 'alias', samples: ['Ada'] },
    { header: 'Mail', field: 'email', matchedBy: 'memory', samples: ['ada@x.de'] },
    { header: 'Plan', field: 'custom.Plan', matchedBy: 'none', samples: ['Pro'] },
  ],
  sample: [['Ada', 'ada@x.de', 'Pro']],
}
const clean: FileCheck = { rows: 2, good: 2, flagged: 0, leftOut: 0, problems: [], hasMore: false, cells: {} }
const flawed: FileCheck = {
  rows: 2,
  good: 1,
  flagged: 0,
  leftOut: 1,
  problems: [{ line: 3, field: 'email', code: 'bad-email', message: '“tom@” is no e-mail address', leftOut: true }],
  hasMore: false,
  cells: { 3: ['Tom', 'tom@', ''] },
}
const report: ImportReport = {
  rows: 2,
  added: 2,
  matched: 0,
  leftOut: 0,
  review: 0,
  ignored: 0,
  assigned: 1,
  waiting: 1,
  problems: [],
  ignoredMails: [],
  columns: [],
  encoding: 'utf-8',
  delimiter: ',',
  batch: null,
  byRep: { 'rep1@example.com': 1 },
}
const batch: Batch = {
  id: 1 as BatchId,
  sourceId: 1 as SourceId,
  source: 'fair',
  file: 'fair.csv',
  status: 'finished',
  startedAt: NOON,
  finishedAt: NOON + 1000,
  bytesRead: 40,
  bytes: 40,
  error: null,
  rows: 2,
  added: 2,
  matched: 0,
  leftOut: 0,
  review: 0,
  ignored: 0,
  assigned: 1,
  waiting: 1,
}
const happy: Handlers = {
  'intake.beginUpload': () => ({ uploadId: 'u-1' }),
  'intake.appendUpload': ({ offset, base64 }: { offset: number; base64: string }) => ({ bytes: offset + atob(base64).length }),
  'intake.kind': () => ({ kind: 'table' }),
  'intake.look': () => look,
  'intake.check': () => clean,
  'intake.rehearse': () => report,
  'intake.import': () => ({ batchId: 1 }),
  'intake.report': () => ({ ...batch, report: { ...report, batch: 1 } }),
  'intake.undo': () => ({ removed: 1, kept: 1 }),
}
const file = (text = 'Name,Mail,Plan\nAda,ada@x.de,Pro\n', name = 'fair.csv') => new File([text], name, { type: 'text/csv' })

beforeEach(() => {
  window.location.hash = '#/intake/import'
  // Without a layout every element is 0 high, and a virtual list shows no row.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
})

function open(handlers: Handlers = {}) {
  const desk = fakeDesk({ reps: [aRep({ name: 'Mia' })], handlers: { ...happy, ...handlers } })
  const { store } = renderDesk(<IntakeScreen />, desk)
  const tell = (changed: Batch): void => {
    store.receive({ kind: 'snapshot', snapshot: { ...desk.snapshot(), batches: [changed] } })
    store.flush()
  }
  return { desk, tell, user: userEvent.setup() }
}
const choose = async (user: ReturnType<typeof userEvent.setup>, chosen: File): Promise<void> => {
  await screen.findByRole('button', { name: 'Choose a file' })
  await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, chosen)
}

it('takes a file through every step to its result and back again', async () => {
  const { desk, tell, user } = open()
  await choose(user, file())

  expect(await screen.findByRole('columnheader', { name: 'Mail' })).toBeVisible()
  expect(screen.getByRole('cell', { name: 'ada@x.de' })).toBeVisible()
  expect(await screen.findByText('2 rows, nothing wrong. 2 columns matched.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Next' }))

  expect(screen.getByRole('row', { name: /Mail.*remembered/ })).toBeVisible()
  expect(screen.getByRole('row', { name: /Name.*by name/ })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Next' }))

  expect(await screen.findByText('Nothing wrong in any row.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Next' }))

  await user.click(screen.getByRole('button', { name: 'Try it without saving' }))
  const bars = await screen.findByRole('list', { name: 'Who gets how many' })
  expect(within(bars).getByText('Mia')).toBeVisible()
  expect(within(bars).getByText('Waiting')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Import 2 rows' }))

  await waitFor(() => expect(desk.calls.some((call) => call.name === 'intake.import')).toBe(true))
  tell({ ...batch, status: 'running', rows: 1, bytesRead: 20 })
  expect(await screen.findByRole('progressbar', { name: 'Progress of fair.csv' })).toHaveAttribute('aria-valuenow', '50')
  tell(batch)
  expect(await screen.findByRole('heading', { name: '2 leads are in' })).toBeVisible()

  await user.click(screen.getByRole('button', { name: 'Undo this import' }))
  await user.click(await screen.findByRole('button', { name: 'Undo the import' }))
  expect(await screen.findByText('1 taken back, 1 kept because someone worked on them.')).toBeVisible()
})

it('imports at once when nothing is wrong', async () => {
  const { desk, user } = open()
  await choose(user, file())
  await user.click(await screen.findByRole('button', { name: 'Import now' }))
  await waitFor(() =>
    expect(desk.calls.find((call) => call.name === 'intake.import')?.input).toEqual({
      uploadId: 'u-1',
      options: { source: 'fair', route: 'now' },
    }),
  )
})

it('refuses an empty file and a file that is no table with a sentence', async () => {
  const { desk, user } = open({
    'intake.look': () => refuse({ code: 'file-not-text', data: { file: 'offer.csv', looksLike: 'a PDF' } }),
  })
  await choose(user, file('', 'empty.csv'))
  expect(await screen.findByText(/^empty.csv is empty\./)).toBeVisible()
  expect(desk.calls.some((call) => call.name === 'intake.beginUpload')).toBe(false)
  await choose(user, file('%PDF-1.7', 'offer.csv'))
  expect(await screen.findByText(/looks like a PDF/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Choose a file' })).toBeVisible()
})

it('warns when no column reaches a person, and lets nobody past it', async () => {
  const blind: FileLook = { ...look, columns: look.columns.map((column) => ({ ...column, field: null, matchedBy: 'none' })) }
  const { user } = open({ 'intake.look': () => blind })
  await choose(user, file())
  await user.click(await screen.findByRole('button', { name: 'Next' }))
  expect(screen.getByText(/^No column says how to reach a person/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled()
})

it('mends a cell in place and checks again with it', async () => {
  let checks = 0
  const { desk, user } = open({ 'intake.check': () => (checks++ === 0 ? flawed : clean) })
  await choose(user, file())
  await user.click(await screen.findByRole('button', { name: 'Next' }))
  await user.click(screen.getByRole('button', { name: 'Next' }))
  const cell = await screen.findByRole('textbox', { name: 'Mail in line 3' })
  expect(cell).toHaveValue('tom@')
  await user.clear(cell)
  await user.type(cell, 'tom@x.de')
  await user.tab()
  await user.click(await screen.findByRole('button', { name: 'Check again' }))
  expect(await screen.findByText('Nothing wrong in any row.')).toBeVisible()
  expect(desk.calls.findLast((call) => call.name === 'intake.check')?.input).toMatchObject({
    options: { fixes: { 3: { Mail: 'tom@x.de' } } },
  })
})

it('lists imports with what became of them', async () => {
  window.location.hash = '#/intake'
  const { tell } = open()
  tell({ ...batch, leftOut: 3, rows: 5 })
  expect(await screen.findByText('2 added · 3 left out')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Download the rows left out of fair.csv' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Undo the import of fair.csv' })).toBeVisible()
})

it('shows the sheets of an Excel file, and reads the one a person chooses', async () => {
  const workbook: FileLook = {
    ...look,
    name: 'fair.xlsx',
    encoding: 'xlsx',
    delimiter: '',
    sheets: ['Stand', 'Visitors'],
    sheet: 'Stand',
  }
  const { desk, user } = open({
    'intake.look': ({ options }: { options: { sheet?: string } }) => ({ ...workbook, sheet: options.sheet ?? 'Stand' }),
  })
  await choose(user, file('PK', 'fair.xlsx'))
  expect(screen.queryByLabelText('Encoding')).toBeNull()
  await user.click(await screen.findByRole('combobox', { name: 'Sheet' }))
  await user.click(await screen.findByRole('option', { name: 'Visitors' }))
  await waitFor(() =>
    expect(desk.calls.findLast((call) => call.name === 'intake.look')?.input).toMatchObject({ options: { sheet: 'Visitors' } }),
  )
  expect(screen.getByRole('combobox', { name: 'Sheet' })).toHaveValue('Visitors')
})
