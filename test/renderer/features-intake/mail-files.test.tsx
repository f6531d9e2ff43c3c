import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import type { Batch, BatchId } from '../../../src-main/contract/index.ts'
import { IntakeScreen } from '../../../src-renderer/features/intake/IntakeScreen.tsx'
import { NOON } from '../helpers/builders.ts'
import { fakeDesk, type Handlers, refuse } from '../helpers/fake-desk.ts'
import { aBatch, aSample } from '../helpers/intake-builders.ts'
import { renderDesk } from '../helpers/render-desk.tsx'

beforeEach(() => {
  window.location.hash = '#/intake/import'
})
const mail = (name: string, text = 'From: a@b.example\n\nhello') => new File([text], name)

/** Uploads are known by what their file is called: `a-eml`. */
const idOf = (name: string): string => name.replaceAll(/[^a-z]/g, '-')

function open(handlers: Handlers = {}) {
  let batches = 0
  const desk = fakeDesk({
    handlers: {
      'intake.beginUpload': ({ name }: { name: string }) => ({ uploadId: idOf(name) }),
      'intake.appendUpload': ({ offset, base64 }: { offset: number; base64: string }) => ({
        bytes: offset + atob(base64).length,
      }),
      'intake.kind': ({ uploadId }: { uploadId: string }) => ({ kind: uploadId.endsWith('-csv') ? 'table' : 'mails' }),
      'intake.sampleMails': () => ({ mails: [aSample()] }),
      'intake.importMails': () => ({ batchId: (batches += 1) }),
      ...handlers,
    },
  })
  const { store } = renderDesk(<IntakeScreen />, desk)
  const tell = (...changed: Batch[]): void => {
    store.receive({
      kind: 'snapshot',
      snapshot: { ...desk.snapshot(), counts: { ...desk.snapshot().counts, review: 1 }, batches: changed },
    })
    store.flush()
  }
  const inputs = (verb: string) => desk.calls.filter(({ name }) => name === `intake.${verb}`).map(({ input }) => input)
  return { desk, inputs, tell, user: userEvent.setup({ delay: null }) }
}
async function choose(user: ReturnType<typeof userEvent.setup>, ...files: File[]): Promise<void> {
  await screen.findByRole('button', { name: 'Choose a file' })
  await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, files)
}

it('shows how the mails of a file would be read, and what became of them', async () => {
  const { inputs, tell, user } = open({
    'intake.report': () => ({
      ...aBatch(),
      report: {
        ...aBatch(),
        problems: [],
        ignoredMails: [
          { message: 'message 2', reason: 'bounce' },
          { message: 'message 3', reason: 'newsletter' },
        ],
        columns: [],
        encoding: '',
        delimiter: '',
        batch: 1,
        byRep: {},
      },
    }),
  })
  await choose(user, mail('old leads.mbox'))
  expect(await screen.findByRole('heading', { name: 'Are the mails read right?' })).toBeVisible()
  expect(await screen.findByText('Ada Byron')).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Name of the source' })).toHaveValue('old leads')
  await user.click(screen.getByRole('radio', { name: 'Those, and plain mails of people' }))
  await waitFor(() => expect(inputs('sampleMails').at(-1)).toMatchObject({ options: { takes: 'people' } }))
  await screen.findByText('Ada Byron')
  await user.click(screen.getByRole('button', { name: 'Import the mails' }))
  await waitFor(() =>
    expect(inputs('importMails')).toEqual([
      { uploadId: 'old-leads-mbox', options: { source: 'old leads', route: 'now', takes: 'people' } },
    ]),
  )

  tell(aBatch({ status: 'running', bytesRead: 10 }))
  expect(await screen.findByRole('progressbar', { name: 'Progress of mails.mbox' })).toHaveAttribute('aria-valuenow', '25')
  tell(aBatch())
  expect(await screen.findByRole('heading', { name: '1 lead is in' })).toBeVisible()
  const figures = screen.getByText('To review').closest('dl')
  expect(figures).toHaveTextContent('Mails4Added1')
  expect(figures).toHaveTextContent('To review1No leads2')
  await user.click(screen.getByRole('button', { name: 'Mails that are no leads' }))
  expect(await screen.findByRole('row', { name: 'message 2 could not be delivered' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Open the review tray' }))
  expect(window.location.hash).toBe('#/review')
})

it('takes several files one after another, and one that cannot be read keeps none of the others', async () => {
  const { inputs, tell, user } = open({
    'intake.importMails': ({ uploadId }: { uploadId: string }) =>
      uploadId === 'bad-eml'
        ? refuse({ code: 'file-unreadable', data: { file: 'bad.eml', reason: 'it is torn' } })
        : { batchId: uploadId === 'a-eml' ? 1 : 2 },
  })
  await choose(user, mail('a.eml'), mail('empty.eml', ''), mail('leads.csv', 'Name'), mail('bad.eml'), mail('b.eml'))
  const left = await screen.findByText('2 files not taken:')
  const note = left.closest('[role=status]')
  expect(note).toHaveTextContent('empty.eml is empty.')
  expect(note).toHaveTextContent('leads.csv is a table.')
  expect(screen.getByRole('textbox', { name: 'Name of the source' })).toHaveValue('Mail files')
  await user.click(screen.getByRole('button', { name: 'Import the mails' }))

  expect(await screen.findByText('File 1 of 3')).toBeVisible()
  expect(inputs('importMails')).toHaveLength(1)
  tell(aBatch({ file: 'a.eml' }))
  await waitFor(() => expect(inputs('importMails')).toHaveLength(3))
  tell(aBatch({ file: 'a.eml' }), aBatch({ id: 2 as BatchId, file: 'b.eml', added: 3, startedAt: NOON + 1 }))
  expect(await screen.findByRole('heading', { name: '4 leads are in' })).toBeVisible()
  expect(screen.getByText(/^bad.eml: bad.eml could not be read: it is torn\./)).toBeVisible()
})

it('stops between two files', async () => {
  const { inputs, tell, user } = open({ 'intake.cancel': () => undefined })
  await choose(user, mail('a.eml'), mail('b.eml'))
  await user.click(await screen.findByRole('button', { name: 'Import the mails' }))
  await waitFor(() => expect(inputs('importMails')).toHaveLength(1))
  tell(aBatch({ status: 'running' }))
  await user.click(await screen.findByRole('button', { name: 'Stop' }))
  await waitFor(() => expect(inputs('cancel')).toEqual([{ batchId: 1 }]))
  tell(aBatch({ status: 'cancelled' }))
  expect(await screen.findByRole('heading', { name: 'Stopped with 1 lead in' })).toBeVisible()
  expect(inputs('importMails')).toHaveLength(1)
})

it('takes files dropped anywhere on the Intake page', async () => {
  window.location.hash = '#/intake'
  const { inputs } = open()
  const files = [mail('a.eml'), mail('b.eml')]
  const dataTransfer = { types: ['Files'], files, items: files.map(() => ({ kind: 'file', webkitGetAsEntry: () => null })) }
  fireEvent.drop(await screen.findByRole('heading', { name: 'Intake' }), { dataTransfer })
  expect(await screen.findByRole('heading', { name: 'Are the mails read right?' })).toBeVisible()
  expect(inputs('beginUpload')).toMatchObject([{ name: 'a.eml' }, { name: 'b.eml' }])
})

it('lists what waits for review and what was no lead in the history', async () => {
  window.location.hash = '#/intake'
  const { tell } = open()
  tell(aBatch())
  const history = await screen.findByRole('table', { name: 'Imports' })
  expect(history).toHaveTextContent('1 added · 2 no leads · 1 to review')
  expect(within(history).getByRole('link', { name: '1 mail of mails.mbox in the review tray' })).toHaveAttribute(
    'href',
    '#/review',
  )
  expect(within(history).getByRole('button', { name: 'Undo the import of mails.mbox' })).toBeVisible()
})
