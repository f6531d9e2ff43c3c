import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { LeadCard, Why } from '../../src-main/contract/index.ts'
import { LeadPanel } from '../../src-renderer/features/leads/LeadPanel.tsx'
import { aLead, aRep, leadId, repId, someFields } from './helpers/builders.ts'
import { fakeDesk, type Handlers, refuse } from './helpers/fake-desk.ts'
import { renderDesk } from './helpers/render-desk.tsx'
import { aWhy, aCandidate } from './helpers/why.ts'

const mia = aRep({ id: repId(1), name: 'Mia Berg' })
const tom = aRep({ id: repId(2), name: 'Tom Hart' })

function aPanel(card: Partial<LeadCard>, handlers: Handlers = {}, why: Why = aWhy()) {
  const desk = fakeDesk({
    reps: [mia, tom],
    leads: [aLead({ id: leadId(1), name: 'Ada Novak', ...card }), aLead({ id: leadId(2), name: 'A. Novak', phone: '+4989777' })],
    handlers: { 'lead.why': () => why, ...handlers },
  })
  renderDesk(<LeadPanel leadId={leadId(1)} onClose={() => undefined} />, desk)
  return { desk, user: userEvent.setup() }
}
const offered = (...ids: number[]): Partial<LeadCard> => ({
  status: 'offered',
  offeredTo: ids.map(repId),
  dueKind: 'accept',
  dueAt: Date.now() + 252_500,
})
const inputOf = (desk: ReturnType<typeof aPanel>['desk'], name: string) => desk.calls.find((call) => call.name === name)?.input

describe('An offered lead (R20)', () => {
  it('says to whom and for how long, and is accepted in the name of the rep', async () => {
    const { desk, user } = aPanel(offered(1))
    expect(await screen.findByText('Offered to Mia Berg')).toBeVisible()
    expect(screen.getByText(/^4:1[12] left$/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Accept for Mia Berg' }))
    expect(await screen.findByText('Accepted for Mia Berg')).toBeVisible()
    expect(inputOf(desk, 'lead.accept')).toEqual({ leadId: 1, repId: 1 })
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: 'Accept for Mia Berg' })).toBeNull()
    })
  })

  it('is declined with a reason, or without', async () => {
    const { desk, user } = aPanel(offered(1))
    await user.click(await screen.findByRole('button', { name: 'Decline… for Mia Berg' }))
    const dialog = await screen.findByRole('dialog', { name: 'Mia Berg declines the lead' })
    await user.click(within(dialog).getByRole('radio', { name: 'No time' }))
    await user.click(within(dialog).getByRole('button', { name: 'Decline' }))
    await waitFor(() => {
      expect(inputOf(desk, 'lead.decline')).toEqual({ leadId: 1, repId: 1, reason: 'No time' })
    })
  })

  it('asks whose answer it is when several may claim it', async () => {
    const { desk, user } = aPanel(offered(1, 2))
    expect(await screen.findByText('Offered to 2 reps')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Accept for…' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Tom Hart' }))
    await waitFor(() => {
      expect(inputOf(desk, 'lead.accept')).toEqual({ leadId: 1, repId: 2 })
    })
  })

  it('says when it is too late', async () => {
    const { user } = aPanel(offered(1), {
      'lead.accept': () => refuse({ code: 'offer-gone', data: { lead: '1', reason: 'expired' } }),
    })
    await user.click(await screen.findByRole('button', { name: 'Accept for Mia Berg' }))
    expect(await screen.findByText('The time to accept this lead is over. It was routed again.')).toBeVisible()
  })
})

describe('A lead beside the rules', () => {
  it('R21 marks a contact that is late, by word', async () => {
    aPanel({ repId: repId(1), breachedAt: Date.now() - 12 * 60_000 - 5_000 })
    expect(await screen.findByText('breached 12 min ago')).toBeVisible()
  })

  it('R28 shows that it is pinned, and unpins it', async () => {
    const { desk, user } = aPanel({ repId: repId(1), isPinned: true })
    expect(await screen.findByText('Pinned: routing leaves it alone')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Unpin' }))
    await waitFor(() => {
      expect(desk.lead(1).isPinned).toBe(false)
    })
  })
})

describe('What if (R34)', () => {
  const why = aWhy({
    picked: repId(1),
    candidates: [
      aCandidate({ repId: repId(1), name: 'Mia Berg' }),
      aCandidate({ repId: repId(2), name: 'Tom Hart', eligible: false, reasons: ['busy'], said: 'busy until 14:00' }),
      aCandidate({ repId: repId(3), name: 'Ada Lund', eligible: false, reasons: ['missing-skill'], said: 'lacks a skill' }),
    ],
  })
  const whatIf = {
    before: why,
    after: { ...why, picked: repId(2) },
    isSame: false,
    sentence: 'Tom Hart would have got it: he was next.',
  }

  it('is asked beside a rep who was not free, and answers in a sentence', async () => {
    const { desk, user } = aPanel({ repId: repId(1) }, { 'lead.whatIf': () => whatIf }, why)
    await user.click(screen.getByRole('tab', { name: 'Why' }))
    expect(await screen.findByText('lacks a skill')).toBeVisible()
    expect(screen.queryByRole('button', { name: /What if Ada Lund/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'What if Tom Hart had been free?' }))
    expect(await screen.findByText('Tom Hart would have got it: he was next.')).toBeVisible()
    expect(inputOf(desk, 'lead.whatIf')).toEqual({ leadId: 1, suppose: [{ repId: 2, is: 'free' }], language: 'en' })
  })

  it('supposes several things at once', async () => {
    const { desk, user } = aPanel({ repId: repId(1) }, { 'lead.whatIf': () => ({ ...whatIf, isSame: true }) }, why)
    await user.click(screen.getByRole('tab', { name: 'Why' }))
    await user.click(await screen.findByRole('button', { name: 'What if Mia Berg had been away?' }))
    await user.click(screen.getByRole('combobox', { name: 'Rep' }))
    await user.click(await screen.findByRole('option', { name: 'Tom Hart' }))
    await user.click(screen.getByRole('button', { name: 'And…' }))
    await waitFor(() => {
      expect(desk.calls.findLast(({ name }) => name === 'lead.whatIf')?.input).toEqual({
        leadId: 1,
        suppose: [
          { repId: 1, is: 'away' },
          { repId: 2, is: 'free' },
        ],
        language: 'en',
      })
    })
    expect(await screen.findByText('Nothing would have been different.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Leave out: Mia Berg away' }))
    expect(screen.queryByRole('button', { name: 'Leave out: Mia Berg away' })).toBeNull()
  })
})

describe('Merging (R30)', () => {
  const fields: Record<number, object> = {
    1: { name: 'Ada Novak', email: 'ada@example.com', city: 'Graz' },
    2: { name: 'A. Novak', phone: '+4989777', city: 'Graz' },
  }
  const handlers = (lead: (id: number) => LeadCard): Handlers => ({
    'lead.read': ({ leadId: id }: { leadId: number }) => ({
      card: lead(id),
      fields: someFields(fields[id]),
      sourceId: 1,
      raw: null,
      rawKind: null,
      batchFile: null,
      line: null,
      mails: [],
      timeline: [],
    }),
  })

  it('finds the other, shows what differs, and makes one that can be undone', async () => {
    let lead: (id: number) => LeadCard = () => aLead()
    const { desk, user } = aPanel(
      {},
      handlers((id) => lead(id)),
    )
    lead = desk.lead
    await screen.findByText('ada@example.com')
    await user.keyboard('m')
    const dialog = await screen.findByRole('dialog', { name: 'Merge with another lead' })
    await user.type(within(dialog).getByRole('textbox', { name: 'Find the other lead' }), 'novak')
    await user.click(await within(dialog).findByRole('button', { name: /A\. Novak/ }))
    expect(await within(dialog).findByRole('row', { name: /Phone – \+4989777 \(added\)/ })).toBeVisible()
    expect(within(dialog).getByRole('row', { name: /Name Ada Novak A\. Novak \(not taken over\)/ })).toBeVisible()
    expect(within(dialog).queryByRole('row', { name: /City/ })).toBeNull()
    await user.click(within(dialog).getByRole('button', { name: 'Merge' }))
    await waitFor(() => {
      expect(inputOf(desk, 'lead.merge')).toEqual({ leadId: 1, otherId: 2 })
    })
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => {
      expect(desk.lead(2).status).toBe('waiting')
    })
  })

  it('begins with the lead that may be the same, and lets the other one stay', async () => {
    let lead: (id: number) => LeadCard = () => aLead()
    const { desk, user } = aPanel(
      { possibleDuplicateOf: leadId(2) },
      handlers((id) => lead(id)),
    )
    lead = desk.lead
    await user.click(await screen.findByRole('button', { name: 'Compare and merge' }))
    const dialog = await screen.findByRole('dialog', { name: 'Merge with another lead' })
    await user.click(await within(dialog).findByRole('radio', { name: 'Lead 2, A. Novak' }))
    await user.click(within(dialog).getByRole('button', { name: 'Merge' }))
    await waitFor(() => {
      expect(inputOf(desk, 'lead.merge')).toEqual({ leadId: 2, otherId: 1 })
    })
    await waitFor(() => {
      expect(window.location.hash).toContain('/lead/2')
    })
  })
})
