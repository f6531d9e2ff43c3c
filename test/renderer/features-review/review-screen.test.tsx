import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { MailCard, MailDetail, MailId, SourceId } from '../../../src-main/contract/index.ts'
import { emptyDraft } from '../../../src-main/desk/empty-draft.ts'
import { ReviewScreen } from '../../../src-renderer/features/review/ReviewScreen.tsx'
import { fakeDesk, refuse } from '../helpers/fake-desk.ts'
import { renderDesk } from '../helpers/render-desk.tsx'

const aCard = (id: number, given: Partial<MailCard> = {}): MailCard => ({
  id: id as MailId,
  sourceId: 1 as SourceId,
  source: 'Sales',
  inboxId: null,
  batchId: null,
  sentAt: 1_000,
  arrivedAt: 1_000,
  from: { name: `Person ${id}`, address: `person${id}@example.org` },
  subject: `Question ${id}`,
  verdict: 'review',
  reason: 'person',
  isByHand: false,
  leadIds: [],
  parser: 'person',
  ...given,
})

const aMail = (card: MailCard): MailDetail => ({
  card,
  to: [],
  replyTo: [],
  text: `Hello <script>alert(1)</script> from ${card.id}`,
  attachments: [{ name: 'plan.pdf', type: 'application/pdf', bytes: 2_048 }],
  reading: {
    parser: 'person',
    version: 1,
    language: 'de',
    leads: [[{ field: 'email', value: `person${card.id}@example.org`, confidence: 0.95, where: 'From' }]],
  },
  draft: { ...emptyDraft(), email: `person${card.id}@example.org`, name: `Person ${card.id}` },
  raw: 'From: x',
  isRawCut: false,
})

function open(answers: Record<string, (input: never) => unknown> = {}) {
  const cards = [aCard(2), aCard(1)]
  const handlers = {
    'mail.page': ({ verdict }: { verdict: string }) => ({
      mails: cards.filter((card) => card.verdict === verdict),
      next: null,
    }),
    'mail.read': ({ mailId }: { mailId: number }) => aMail(cards.find(({ id }) => id === mailId)!),
    'mail.templates': () => [],
    ...answers,
  }
  const desk = fakeDesk({ handlers })
  renderDesk(<ReviewScreen />, desk)
  return { desk, cards }
}

describe('the review tray', () => {
  it('shows the newest mail as plain text, with what was read of it and where', async () => {
    open()
    expect(await screen.findByText('Hello <script>alert(1)</script> from 2')).toBeVisible()
    expect(screen.getByLabelText('E-mail')).toHaveValue('person2@example.org')
    expect(screen.getByText('certain: From')).toBeVisible()
    expect(screen.getByText(/written in German/)).toBeVisible()
    expect(screen.getByText('plan.pdf, 2 kB')).toBeVisible()
  })

  it('makes a lead of a corrected mail, and keeps how it was read', async () => {
    const { desk } = open({ 'mail.accept': () => ({ leadId: 7, outcome: 'added', templateId: 1, others: 2 }) })
    const company = await screen.findByLabelText('Company')
    await userEvent.type(company, 'Acme')
    await userEvent.click(screen.getByLabelText('Read mails of person2@example.org like this from now on'))
    await userEvent.click(screen.getByRole('button', { name: 'Make it a lead' }))
    expect(await screen.findByText(/2 more mails of this sender became leads/)).toBeVisible()
    expect(desk.calls.find(({ name }) => name === 'mail.accept')?.input).toMatchObject({
      mailId: 2,
      keepTemplate: true,
      lead: { company: 'Acme', email: 'person2@example.org', name: 'Person 2' },
    })
  })

  it('says at its field what the desk refuses, and loses nothing of what was written', async () => {
    const data = { field: 'email', reason: '“nobody” is no e-mail address' }
    open({ 'mail.accept': () => refuse({ code: 'bad-input', data }) })
    const email = await screen.findByLabelText('E-mail')
    await userEvent.clear(email)
    await userEvent.type(email, 'nobody')
    await userEvent.click(screen.getByRole('button', { name: 'Make it a lead' }))
    expect(await screen.findAllByText(/is no e-mail address/)).not.toHaveLength(0)
    expect(email).toHaveValue('nobody')
  })

  it('puts a mail away by D, goes on to the next, and brings it back by undo', async () => {
    const { desk } = open({ 'mail.dismiss': () => undefined, 'mail.reopen': () => undefined })
    await screen.findByText(/from 2/)
    await userEvent.keyboard('d')
    await screen.findByText(/from 1/)
    expect(desk.calls.find(({ name }) => name === 'mail.dismiss')?.input).toEqual({ mailIds: [2] })
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => {
      expect(desk.calls.some(({ name }) => name === 'mail.reopen')).toBe(true)
    })
  })

  it('says when nothing waits', async () => {
    open({ 'mail.page': () => ({ mails: [], next: null }) })
    expect(await screen.findByText('Nothing to review')).toBeVisible()
    await userEvent.click(within(screen.getByRole('radiogroup')).getByText('Templates'))
    expect(await screen.findByText('No templates yet')).toBeVisible()
  })
})
