import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import type { LeadCard } from '../../src-main/contract/index.ts'
import { MyDeskScreen } from '../../src-renderer/features/my-desk/MyDeskScreen.tsx'
import { aLead, aRep, leadId, NOON, repId } from './helpers/builders.ts'
import { fakeDesk } from './helpers/fake-desk.ts'
import { renderDesk } from './helpers/render-desk.tsx'

beforeEach(() => {
  sessionStorage.clear()
  // happy-dom lays nothing out: the list is told how high it is.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 600 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 900 })
})

const mia = aRep({ id: repId(1), name: 'Mia Berg', capacity: 20, dailyCap: 9, givenToday: 4 })
const own = (id: number, name: string, parts: Partial<LeadCard> = {}): LeadCard =>
  aLead({ id: leadId(id), name, repId: mia.id, status: 'assigned', receivedAt: NOON + id, ...parts })
const offer = (id: number, name: string, inMs: number): LeadCard =>
  aLead({
    id: leadId(id),
    name,
    status: 'offered',
    offeredTo: [mia.id],
    placedAt: Date.now(),
    dueKind: 'accept',
    dueAt: Date.now() + inMs,
  })

function aDesk(...leads: LeadCard[]) {
  const desk = fakeDesk({ reps: [mia, aRep({ id: repId(2), name: 'Tom Hart' })], leads })
  renderDesk(<MyDeskScreen repId={mia.id} />, desk)
  const called = (name: string) => desk.calls.filter((call) => call.name === name).map(({ input }) => input)
  return { desk, user: userEvent.setup(), called }
}
const rowNames = () => screen.getAllByRole('row').map((row) => within(row).getAllByRole('gridcell')[1]?.textContent ?? '')

describe("A rep's own desk", () => {
  it('asks whose it is when nobody has said', () => {
    renderDesk(<MyDeskScreen repId={null} />, fakeDesk({ reps: [mia] }))
    expect(screen.getByRole('heading', { name: 'Whose desk?' })).toBeVisible()
  })

  it('lists what is due first, then what nobody has tried, and only what is theirs', async () => {
    aDesk(
      own(1, 'Called already', { touchedAt: NOON + 50 }),
      own(2, 'New'),
      own(3, 'Late', { breachedAt: NOON - 9_000 }),
      aLead({ id: leadId(4), name: 'Of another', repId: repId(2), status: 'assigned' }),
    )
    await waitFor(() => {
      expect(rowNames().map((name) => name.replace(/(Late|New|Called already).*/, '$1'))).toEqual([
        'Late',
        'New',
        'Called already',
      ])
    })
    expect(screen.getByText('4 of 9 today')).toBeVisible()
    expect(screen.getByText('Leads come to you now.')).toBeVisible()
  })

  it('goes on where a lead stood that was taken away, and logs once however long the key is held', async () => {
    const { desk, user, called } = aDesk(own(1, 'First'), own(2, 'Second'), own(3, 'Third'))
    await screen.findByText('First')
    await user.keyboard('jj')
    desk.commit('lead-assigned', { leads: [{ ...desk.lead(2), repId: repId(2) }] })
    await waitFor(() => expect(rowNames()).toHaveLength(2))
    fireEvent.keyDown(window, { key: 'e' })
    fireEvent.keyDown(window, { key: 'e', repeat: true })
    fireEvent.keyDown(window, { key: 'e', repeat: true })
    await waitFor(() => {
      expect(called('lead.log')).toEqual([{ leadId: 3, kind: 'attempt' }])
    })
  })

  it('stays with an open lead that is not in the list', async () => {
    const { user, called } = aDesk(own(1, 'First'), own(2, 'Second'), own(3, 'Won', { stage: 'won' }))
    await screen.findByText('First')
    window.location.hash = '#/my-desk/lead/3'
    await user.keyboard('c')
    await waitFor(() => {
      expect(called('lead.log')).toEqual([{ leadId: 3, kind: 'contact' }])
    })
    expect(await screen.findByText('Contact logged')).toBeVisible()
    expect(window.location.hash).toBe('#/my-desk/lead/3')
  })

  it('logs a try by one key and goes on to the next lead', async () => {
    const { user, called } = aDesk(own(1, 'First'), own(2, 'Second'), own(3, 'Third'))
    await screen.findByText('First')
    await user.keyboard('j')
    await user.keyboard('e')
    await waitFor(() => {
      expect(called('lead.log')).toEqual([{ leadId: 1, kind: 'attempt' }])
    })
    // The first has gone to the end; the focus is on the second, which is now on top.
    await waitFor(() => {
      expect(rowNames()[0]).toMatch(/^Second/)
    })
    await user.keyboard('e')
    await waitFor(() => {
      expect(called('lead.log')).toEqual([
        { leadId: 1, kind: 'attempt' },
        { leadId: 2, kind: 'attempt' },
      ])
    })
  })

  it('answers the offer that runs out first by a key', async () => {
    const { user, called } = aDesk(offer(1, 'Later', 600_000), offer(2, 'Soon', 61_500))
    const offers = await screen.findByRole('region', { name: '2 leads are offered to you' })
    expect(within(offers).getAllByRole('listitem')[0]).toHaveTextContent(/Soon/)
    await user.keyboard('y')
    await waitFor(() => {
      expect(called('lead.accept')).toEqual([{ leadId: 2, repId: 1 }])
    })
    await screen.findByRole('region', { name: '1 lead is offered to you' })
    await user.keyboard('d')
    const dialog = await screen.findByRole('dialog', { name: 'Mia Berg declines the lead' })
    await user.click(within(dialog).getByRole('button', { name: 'Decline' }))
    await waitFor(() => {
      expect(called('lead.decline')).toEqual([{ leadId: 1, repId: 1 }])
    })
  })

  it('says why no leads come', async () => {
    const desk = fakeDesk({ reps: [{ ...mia, availability: 'away' }] })
    renderDesk(<MyDeskScreen repId={mia.id} />, desk)
    expect(await screen.findByText('No new leads now: away.')).toBeVisible()
    expect(await screen.findByRole('heading', { name: 'Nothing to do' })).toBeVisible()
  })
})
