import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useMemo, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { TimelineEntry, Why } from '../../src-main/contract/index.ts'
import { DeskFault } from '../../src-renderer/bridge/fault.ts'
import { LeadPanel } from '../../src-renderer/features/leads/LeadPanel.tsx'
import { DeskProvider, useDeskParts } from '../../src-renderer/state/hooks.ts'
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
const timeline = (
  [
    { seq: 7, type: 'lead-assigned', actor: 'manager', data: { by: 'hand', from: 2 }, canUndo: true, repId: repId(1) },
    {
      seq: 5,
      type: 'lead-edited',
      actor: 'tom@example.com',
      data: {
        changes: [
          { field: 'country', from: 'AT', to: 'DE' },
          { field: 'custom.Budget', from: null, to: '10k' },
        ],
      },
    },
    { seq: 3, type: 'lead-noted', actor: 'tom@example.com', data: { text: 'Rings back on Monday' } },
    { seq: 1, type: 'lead-received', actor: 'desk', data: { by: 'rule', outcome: 'assigned', rule: 'Germany' }, repId: repId(2) },
  ] as const
).map((entry) => ({ at: NOON, canUndo: false, repId: null, ...entry })) as unknown as TimelineEntry[]

function aPanel(edit: (input: { fields: object }) => unknown = () => ({ seqs: [9] })) {
  const card = aLead({ id: leadId(1), name: 'Ada Novak', grade: 'hot', repId: repId(1), phone: '+49891234' })
  const desk = fakeDesk({
    reps: [aRep({ id: repId(1), name: 'Mia Berg' }), aRep({ id: repId(2), name: 'Tom Hart', email: 'tom@example.com' })],
    leads: [card],
    handlers: {
      'lead.why': () => why,
      'lead.edit': edit,
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

  it('that is no more can be closed, and is not tried again in vain', async () => {
    const onClose = vi.fn<() => void>()
    renderDesk(<LeadPanel leadId={leadId(99)} onClose={onClose} />, aPanel())
    expect(await screen.findByText(/^Lead 99 is not on this desk\./)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(onClose).toHaveBeenCalledOnce()
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
    const edited = screen.getByText('Edited: country and “Budget”').closest('li')!
    expect(edited).toHaveTextContent('Austria → Germany')
    expect(edited).toHaveTextContent('nothing → 10k')
    expect(edited).toHaveTextContent('Tom Hart ·')
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

  const inputOf = (desk: ReturnType<typeof aPanel>, name: string): unknown[] =>
    desk.calls.filter((call) => call.name === name).map(({ input }) => input)

  it('is written over in place: Enter saves, Tab saves and goes on, Escape leaves', async () => {
    const desk = aPanel()
    renderDesk(<LeadPanel leadId={leadId(1)} onClose={() => undefined} />, desk)
    await userEvent.click(await screen.findByRole('button', { name: 'Edit: Phone' }))
    await userEvent.keyboard('+49 30 999')
    await userEvent.keyboard('{Tab}')
    const email = await screen.findByRole('textbox', { name: 'E-mail' })
    expect(email).toHaveFocus()
    expect(email).toHaveValue('ada@example.com')
    await userEvent.keyboard('x{Escape}')
    expect(screen.queryByRole('textbox', { name: 'E-mail' })).not.toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Edit: Name' }))
    await userEvent.keyboard('Ada King{Enter}')
    await waitFor(() => {
      expect(inputOf(desk, 'lead.edit')).toEqual([
        { leadId: 1, fields: { phone: '+49 30 999' } },
        { leadId: 1, fields: { name: 'Ada King' } },
      ])
    })
    expect(await screen.findByText('Changes saved')).toBeVisible()
  })

  it('is told nothing when nothing was changed', async () => {
    const desk = aPanel()
    renderDesk(<LeadPanel leadId={leadId(1)} onClose={() => undefined} />, desk)
    await userEvent.click(await screen.findByRole('button', { name: 'Edit: Country' }))
    await userEvent.keyboard('{Enter}')
    await screen.findByRole('button', { name: 'Edit: Country' })
    expect(inputOf(desk, 'lead.edit')).toEqual([])
  })

  it('says beside the field what is wrong with it, and keeps what was written', async () => {
    const desk = aPanel(() => refuse({ code: 'bad-input', data: { field: 'email', reason: 'an e-mail address … is needed' } }))
    renderDesk(<LeadPanel leadId={leadId(1)} onClose={() => undefined} />, desk)
    await screen.findByText(why.sentence)
    await userEvent.keyboard('i')
    const form = await screen.findByRole('form', { name: 'Edit all fields' })
    await userEvent.type(within(form).getByRole('textbox', { name: 'Value' }), 'much{Enter}')
    expect(await within(form).findByText('This is no number.')).toBeVisible()
    await userEvent.clear(within(form).getByRole('textbox', { name: 'Value' }))
    const email = within(form).getByRole('textbox', { name: 'E-mail' })
    await userEvent.clear(email)
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }))
    expect(await within(form).findByText('An e-mail address, a phone number or a website is needed.')).toBeVisible()
    expect(email).toHaveValue('')
    expect(email).toHaveAttribute('aria-invalid', 'true')
    expect(inputOf(desk, 'lead.edit')).toEqual([{ leadId: 1, fields: { email: null } }])
  })

  it('takes a note with N and Ctrl+Enter, a stage with S, arrows and Enter, and says what can be taken back', async () => {
    const desk = aPanel()
    renderDesk(<LeadPanel leadId={leadId(1)} onClose={() => undefined} />, desk)
    await screen.findByText(why.sentence)
    await userEvent.keyboard('n')
    await userEvent.keyboard('Likes blue{Control>}{Enter}{/Control}')
    await waitFor(() => {
      expect(inputOf(desk, 'lead.note')).toEqual([{ leadId: 1, text: 'Likes blue' }])
    })
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('')
    expect(within(await screen.findByRole('status')).getByRole('button', { name: 'Undo' })).toBeVisible()
    await userEvent.keyboard('s{ArrowRight}{ArrowRight}{Enter}')
    await waitFor(() => {
      expect(inputOf(desk, 'lead.setStage')).toEqual([{ leadIds: [1], stage: 'qualified' }])
    })
    expect(within(screen.getByRole('group', { name: 'Stage' })).getByRole('button', { pressed: true })).toHaveTextContent(
      'Qualified',
    )
  })

  it('calls, writes and copies with a key', async () => {
    const opened: string[] = []
    const onClick = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      opened.push(this.href)
    })
    renderDesk(<LeadPanel leadId={leadId(1)} onClose={() => undefined} />, aPanel())
    await screen.findByRole('link', { name: '+49891234' })
    await userEvent.keyboard('twy')
    expect(opened).toEqual(['tel:+49891234', 'mailto:ada@example.com'])
    expect(await screen.findByText('Copied: ada@example.com')).toBeVisible()
    expect(await navigator.clipboard.readText()).toBe('ada@example.com')
    onClick.mockRestore()
  })

  it('shows an offer without a way to reach the person, and says when there will be one', async () => {
    const card = aLead({ id: leadId(1), status: 'offered', offeredTo: [repId(1)], email: 'a…@example.com', phone: '+49 … 34' })
    const desk = fakeDesk({
      reps: [aRep({ id: repId(1), name: 'Mia Berg' })],
      leads: [card],
      handlers: {
        'lead.why': () => why,
        'lead.read': () => ({
          card,
          fields: someFields({ email: card.email, phone: card.phone, website: null }),
          sourceId: 1,
          raw: null,
          rawKind: null,
          batchFile: null,
          line: null,
          mails: [],
          timeline: [],
        }),
      },
    })
    renderDesk(<LeadPanel leadId={leadId(1)} onClose={() => undefined} />, desk)
    expect(await screen.findByText('Phone and e-mail are shown in full once the offer is accepted.')).toBeVisible()
    expect(screen.getByText('a…@example.com')).toBeVisible()
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('says when the lead is gone', async () => {
    renderDesk(<LeadPanel leadId={leadId(99)} onClose={() => undefined} />, aPanel())
    expect(await screen.findByRole('alert')).toHaveTextContent('Lead 99 is not on this desk')
  })
})

it('keeps what was begun of a note for who began it, and not for the next at that window', async () => {
  const desk = aPanel()
  function Seats() {
    const [seat, setSeat] = useState(0)
    const [isShown, setIsShown] = useState(true)
    const parts = useDeskParts()
    // A desk of one's own, as the page makes one for whoever sits down.
    const own = useMemo(() => ({ ...parts, key: seat }), [parts, seat])
    return (
      <DeskProvider value={own} key={seat}>
        <button type="button" onClick={() => setSeat(seat + 1)}>
          Next person
        </button>
        <button type="button" onClick={() => setIsShown(!isShown)}>
          Away and back
        </button>
        {isShown ? <LeadPanel leadId={leadId(1)} onClose={() => undefined} /> : null}
      </DeskProvider>
    )
  }
  renderDesk(<Seats />, desk)
  const away = () => userEvent.click(screen.getByRole('button', { name: 'Away and back' }))
  await userEvent.type(await screen.findByRole('textbox', { name: 'Note' }), 'half a')
  await away()
  await away()
  expect(await screen.findByRole('textbox', { name: 'Note' })).toHaveValue('half a')
  await userEvent.click(screen.getByRole('button', { name: 'Next person' }))
  expect(await screen.findByRole('textbox', { name: 'Note' })).toHaveValue('')
})

describe('The lead in the window of a rep', () => {
  const me = { repId: repId(1), role: 'rep', isLocked: false } as const
  /** As the desk tells Mia, who sits down there. */
  function inMiasWindow(desk: ReturnType<typeof aPanel>) {
    const { store } = renderDesk(<LeadPanel leadId={leadId(1)} onClose={() => undefined} />, desk)
    store.sitDown(me)
    store.receive({ kind: 'snapshot', snapshot: desk.snapshot() })
    store.flush()
    return store
  }

  it('of an offer has its answer for themselves, and nothing the desk would refuse', async () => {
    const desk = aPanel()
    desk.commit('lead-offered', {
      leads: [
        { ...desk.lead(1), status: 'offered', repId: null, offeredTo: [repId(1), repId(2)], possibleDuplicateOf: leadId(2) },
      ],
    })
    inMiasWindow(desk)
    expect(await screen.findByRole('button', { name: 'Accept' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Decline…' })).toBeVisible()
    await screen.findByText(why.sentence)
    for (const name of [/^Edit/, /^Log /, 'Merge…', 'Accept for…', /duplicate/i])
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument()
    expect(screen.queryByRole('group', { name: 'Stage' })).not.toBeInTheDocument()
    expect(screen.queryByRole('textbox', { name: 'Note' })).not.toBeInTheDocument()
    await userEvent.keyboard('eciA')
    await userEvent.click(screen.getByRole('tab', { name: 'Why' }))
    expect(await screen.findByRole('row', { name: /Tom Hart/ })).toBeVisible()
    expect(screen.queryByRole('button', { name: /^What if/ })).not.toBeInTheDocument()
    expect(screen.queryByRole('region', { name: /^What if/ })).not.toBeInTheDocument()
    expect(desk.calls.filter(({ name }) => name === 'lead.log' || name === 'lead.edit')).toEqual([])
  })

  it('is answered without being told one’s own name', async () => {
    const desk = aPanel()
    desk.commit('lead-offered', { leads: [{ ...desk.lead(1), status: 'offered', repId: null, offeredTo: [repId(1)] }] })
    inMiasWindow(desk)
    await userEvent.click(await screen.findByRole('button', { name: 'Decline…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Decline the lead' })
    expect(within(dialog).getByText('It is routed again at once, without you.')).toBeVisible()
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    await userEvent.click(screen.getByRole('button', { name: 'Accept' }))
    expect(await screen.findByText('Accepted: the lead is yours')).toBeVisible()
  })

  it('can be worked when it is theirs, and undone where they did it', async () => {
    const desk = aPanel()
    inMiasWindow(desk)
    expect(await screen.findByRole('button', { name: 'Edit: Phone' })).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Note' })).toBeVisible()
    await userEvent.click(screen.getByRole('tab', { name: 'History' }))
    expect(await screen.findByText('Moved from Tom Hart to Mia Berg by hand')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
  })

  it('is not shown any longer when it was given to another', async () => {
    const desk = aPanel()
    const read = vi.spyOn(desk.client.lead, 'read')
    inMiasWindow(desk)
    expect(await screen.findByRole('link', { name: 'ada@example.com' })).toBeVisible()
    read.mockRejectedValue(new DeskFault({ code: 'not-allowed', data: { because: 'not-your-lead' } }))
    desk.commit('lead-assigned', { removed: [leadId(1)] })
    expect(await screen.findByText(/^That lead is not yours\./)).toBeVisible()
    expect(screen.queryByText('ada@example.com')).not.toBeInTheDocument()
  })
})
