import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { BoardScreen } from '../../src-renderer/features/board/BoardScreen.tsx'
import { aLead, aRep, leadId, repId } from './helpers/builders.ts'
import { fakeDesk } from './helpers/fake-desk.ts'
import { renderDesk } from './helpers/render-desk.tsx'

beforeEach(() => {
  sessionStorage.clear()
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 600 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 1600 })
})

function aBoard() {
  const desk = fakeDesk({
    reps: [
      aRep({ id: repId(1), name: 'Mia Berg', capacity: 1 }),
      aRep({ id: repId(2), name: 'Tom Hart', availability: 'away', availableAgainAt: new Date().setHours(23, 59, 0, 0) }),
      aRep({ id: repId(3), name: 'Old Timer', isActive: false }),
    ],
    leads: [
      aLead({ id: leadId(1), name: 'Ada Waits' }),
      aLead({ id: leadId(2), name: 'Bo Owned', repId: repId(1) }),
      aLead({ id: leadId(3), name: 'Cy Won', repId: repId(1), stage: 'won' }),
    ],
  })
  renderDesk(<BoardScreen />, desk)
  return { desk, user: userEvent.setup() }
}
const column = (name: string) => screen.getByRole('region', { name })

describe('The board', () => {
  it('has a column for each rep who works, and one for what waits', async () => {
    aBoard()
    await within(column('Leads that wait')).findByText('Ada Waits')
    await screen.findByRole('region', { name: 'Leads of Mia Berg' })
    expect(within(column('Leads of Mia Berg')).getByText('Bo Owned')).toBeVisible()
    expect(screen.queryByText('Cy Won')).toBeNull()
    expect(screen.queryByText('Old Timer')).toBeNull()
  })

  it('says why a rep gets nothing now', async () => {
    aBoard()
    await screen.findByRole('region', { name: 'Leads of Mia Berg' })
    expect(within(column('Leads of Mia Berg')).getByText('Gets nothing: at capacity 1/1')).toBeVisible()
    expect(within(column('Leads of Tom Hart')).getByText(/^Gets nothing: away until /)).toBeVisible()
  })

  it('moves a card by its menu', async () => {
    const { desk, user } = aBoard()
    await user.click(await screen.findByRole('button', { name: 'Actions for Ada Waits', hidden: true }))
    await user.click(await screen.findByRole('menuitem', { name: /Assign to/ }))
    expect(await screen.findByText(/over capacity 2\/1/)).toBeVisible()
    await user.type(screen.getByRole('combobox', { name: 'Name or team' }), 'mia{Enter}')
    await waitFor(() => {
      expect(desk.lead(1).repId).toBe(1)
    })
    expect(await within(column('Leads of Mia Berg')).findByText('Ada Waits')).toBeVisible()
  })

  it('switches a rep from the head of their column', async () => {
    const { desk, user } = aBoard()
    await user.click(await screen.findByRole('button', { name: 'Mia Berg is available. Change availability' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Busy for 15 minutes' }))
    await waitFor(() => {
      expect(desk.calls.find(({ name }) => name === 'rep.setAvailability')?.input).toMatchObject({
        repId: 1,
        availability: 'busy',
      })
    })
    expect(await screen.findByRole('button', { name: 'Mia Berg is busy. Change availability' })).toBeVisible()
  })

  it('walks among cards with the arrow keys and marks them with X', async () => {
    const { user } = aBoard()
    const waits = await within(column('Leads that wait')).findByText('Ada Waits')
    waits.closest('button')?.focus()
    await user.keyboard('x{ArrowRight}x')
    expect(screen.getByRole('toolbar', { name: 'With the selected leads' })).toHaveTextContent('2 selected')
  })

  it('R20 shows an offer in the column of its rep, and a claim with what waits', async () => {
    const { desk } = aBoard()
    await screen.findByRole('region', { name: 'Leads of Mia Berg' })
    const dueAt = Date.now() + 252_000
    desk.commit('lead-offered', {
      leads: [
        aLead({ id: leadId(7), name: 'Ed Offered', status: 'offered', offeredTo: [repId(1)], dueKind: 'accept', dueAt }),
        aLead({ id: leadId(8), name: 'Flo Claim', status: 'offered', offeredTo: [repId(1), repId(2)], dueKind: 'accept', dueAt }),
        aLead({ id: leadId(9), name: 'Gus Due', repId: repId(2), dueKind: 'contact', dueAt }),
      ],
    })
    const offer = (await within(column('Leads of Mia Berg')).findByText('Ed Offered')).closest('li')
    expect(offer).toHaveAttribute('data-offered')
    expect(offer).toHaveTextContent(/Offered4:1\d/)
    expect(await within(column('Leads that wait')).findByText('Flo Claim')).toBeVisible()
    expect(within(column('Leads that wait')).getByText('Offered to 2')).toBeVisible()
    expect(within(column('Leads of Tom Hart')).getByText('Gus Due').closest('li')).toHaveTextContent(/contact due in 4:1\d/)
  })
})
