import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { TimelineEntry, Why } from '../../src-main/contract/index.ts'
import { LeadPanel } from '../../src-renderer/features/leads/LeadPanel.tsx'
import { aLead, aRep, leadId, NOON, repId, someFields } from './helpers/builders.ts'
import { fakeDesk, refuse } from './helpers/fake-desk.ts'
import { renderDesk } from './helpers/render-desk.tsx'

const why: Why = {
  lead: leadId(1),
  at: NOON,
  sentence: 'Mia Berg got this by rule “Germany”: next in turn of 2. Tom Hart is busy until 14:00.',
  ruleset: 4,
  outcome: 'assigned',
  picked: repId(1),
  byHand: false,
  rule: 'Germany',
  rules: [
    { name: 'Austria', matched: false, failed: 'country is AT (it is DE)' },
    { name: 'Germany', matched: true, failed: null },
  ],
  method: 'round-robin',
  candidates: [
    {
      rep: 'mia@example.com',
      repId: repId(1),
      name: 'Mia Berg',
      rule: 'Germany',
      eligible: true,
      reasons: [],
      said: null,
      weight: 1,
      before: 1,
      after: -1,
      openLeads: 3,
      capacity: 20,
      basis: null,
    },
    {
      rep: 'tom@example.com',
      repId: repId(2),
      name: 'Tom Hart',
      rule: 'Germany',
      eligible: false,
      reasons: ['busy'],
      said: 'busy until 14:00',
      weight: 1,
      before: 0,
      after: 0,
      openLeads: 2,
      capacity: null,
      basis: null,
    },
  ],
  score: null,
  tie: null,
  isStored: true,
}
const timeline = [
  { seq: 7, at: NOON, type: 'lead-assigned', actor: 'manager', data: { by: 'hand', from: 2 }, canUndo: true },
  { seq: 3, at: NOON, type: 'lead-noted', actor: 'manager', data: { text: 'Rings back on Monday' }, canUndo: false },
  {
    seq: 1,
    at: NOON,
    type: 'lead-received',
    actor: 'desk',
    data: { by: 'rule', outcome: 'assigned', rule: 'Germany' },
    canUndo: false,
  },
] as unknown as TimelineEntry[]

function aPanel() {
  const card = aLead({ id: leadId(1), name: 'Ada Novak', grade: 'hot', repId: repId(1), phone: '+49891234' })
  const desk = fakeDesk({
    reps: [aRep({ id: repId(1), name: 'Mia Berg' }), aRep({ id: repId(2), name: 'Tom Hart' })],
    leads: [card],
    handlers: {
      'lead.why': () => why,
      'lead.read': ({ leadId: id }: { leadId: number }) =>
        id === 1
          ? {
              card: desk.lead(1),
              fields: someFields({
                name: 'Ada Novak',
                email: 'ada@example.com',
                phone: '+49891234',
                country: 'DE',
                custom: { Budget: '10k' },
              }),
              sourceId: 1,
              raw: 'Ada Novak;ada@example.com',
              rawKind: 'csv',
              batchFile: 'fair.csv',
              line: 12,
              mails: [],
              timeline,
            }
          : refuse({ code: 'lead-not-found', data: { lead: String(id) } }),
    },
  })
  return desk
}

describe('The lead beside a list', () => {
  it('says who it is, how to reach them, where it is and why', async () => {
    renderDesk(<LeadPanel leadId={leadId(1)} onClose={() => undefined} />, aPanel())
    expect(screen.getByRole('heading', { name: 'Ada Novak' })).toBeVisible()
    expect(await screen.findByText(why.sentence)).toBeVisible()
    expect(screen.getByRole('link', { name: 'ada@example.com' })).toHaveAttribute('href', 'mailto:ada@example.com')
    expect(screen.getByRole('link', { name: '+49891234' })).toHaveAttribute('href', 'tel:+49891234')
    expect(screen.getByText('Germany')).toBeVisible()
    expect(screen.getByText('10k')).toBeVisible()
    expect(screen.getByText('fair.csv, line 12')).toBeVisible()
  })

  it('shows the rules it fell through and who could not take it', async () => {
    renderDesk(<LeadPanel leadId={leadId(1)} onClose={() => undefined} />, aPanel())
    await userEvent.click(screen.getByRole('tab', { name: 'Why' }))
    expect(await screen.findByText('not: country is AT (it is DE)')).toBeVisible()
    const tom = screen.getByRole('row', { name: /Tom Hart/ })
    expect(within(tom).getByText('busy until 14:00')).toBeVisible()
    expect(within(screen.getByRole('row', { name: /Mia Berg/ })).getByText('got it')).toBeVisible()
  })

  it('tells its history in sentences and takes a step back', async () => {
    const desk = aPanel()
    renderDesk(<LeadPanel leadId={leadId(1)} onClose={() => undefined} />, desk)
    await userEvent.click(screen.getByRole('tab', { name: 'History' }))
    expect(await screen.findByText('Moved from Tom Hart to Mia Berg by hand')).toBeVisible()
    expect(screen.getByText('Came in; given to Tom Hart by rule “Germany”')).toBeVisible()
    expect(screen.getByText('Rings back on Monday')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => {
      expect(desk.calls.find(({ name }) => name === 'lead.undo')?.input).toEqual({ seqs: [7] })
    })
  })

  it('logs an attempt with E and closes with Escape', async () => {
    const desk = aPanel()
    const onClose = vi.fn<() => void>()
    renderDesk(<LeadPanel leadId={leadId(1)} onClose={onClose} />, desk)
    await screen.findByText(why.sentence)
    await userEvent.keyboard('e')
    await waitFor(() => {
      expect(desk.calls.find(({ name }) => name === 'lead.log')?.input).toEqual({ leadId: 1, kind: 'attempt' })
    })
    await userEvent.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('says when the lead is gone', async () => {
    renderDesk(<LeadPanel leadId={leadId(99)} onClose={() => undefined} />, aPanel())
    expect(await screen.findByRole('alert')).toHaveTextContent('Lead 99 is not on this desk')
  })
})
