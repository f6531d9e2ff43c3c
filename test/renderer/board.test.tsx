import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { BoardScreen } from '../../src-renderer/features/board/BoardScreen.tsx'
import { aLead, aRep, leadId, repId } from './helpers/builders.ts'
import { fakeDesk, type Handlers } from './helpers/fake-desk.ts'
import { renderDesk } from './helpers/render-desk.tsx'

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 600 })
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 60 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 1600 })
})

function aBoard(handlers: Handlers = {}) {
  const desk = fakeDesk({
    handlers,
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
    await user.hover(await within(column('Leads that wait')).findByText('Ada Waits'))
    await user.click(screen.getByRole('button', { name: 'Actions for Ada Waits', hidden: true }))
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
    const offer = (await within(column('Leads of Mia Berg')).findByText('Ed Offered')).closest('[data-offered]')
    expect(offer).toHaveTextContent(/Offered4:1\d/)
    expect(await within(column('Leads that wait')).findByText('Flo Claim')).toBeVisible()
    expect(within(column('Leads that wait')).getByText('Offered to 2')).toBeVisible()
    expect(within(column('Leads of Tom Hart')).getByText('Gus Due').closest('li')).toHaveTextContent(/contact due in 4:1\d/)
  })

  it('R14 says who is next in turn, and in what', async () => {
    aBoard({
      'rule.nextInTurn': () => [
        { pool: 'Enterprise', rule: 'Large', by: 'weighted', repIds: [1] },
        { pool: 'everyone', rule: 'Rest', by: 'round-robin', repIds: [1, 2] },
      ],
    })
    const mark = await within(column('Leads of Mia Berg')).findByRole('note')
    expect(mark).toHaveTextContent('Next')
    expect(mark).toHaveAccessibleName('Next in turn in Enterprise; Next in turn in everyone, level with 1 more')
    expect(within(column('Leads of Tom Hart')).getByRole('note')).toHaveTextContent('1 of 2 next')
  })

  it('folds a team, and keeps it folded', async () => {
    const { user } = aBoard()
    await user.click(await screen.findByRole('button', { name: 'Team Sales: 2 reps, 1 here' }))
    expect(screen.queryByRole('region', { name: 'Leads of Mia Berg' })).toBeNull()
    expect(screen.getByText('1 of 2 here')).toBeVisible()
    expect(JSON.parse(localStorage.getItem('lead-desk.board-folded') ?? '')).toEqual(['Sales'])
    await user.type(screen.getByRole('textbox', { name: 'Rep or team' }), 'mia')
    expect(await screen.findByRole('region', { name: 'Leads of Mia Berg' })).toBeVisible()
  })

  it('shows the cards that are looked for, and those that come in meanwhile', async () => {
    const { desk, user } = aBoard()
    await screen.findByText('Bo Owned')
    await user.type(screen.getByRole('textbox', { name: 'Find leads' }), 'ada')
    await waitFor(() => {
      expect(screen.queryByText('Bo Owned')).toBeNull()
    })
    expect(screen.getByText('Ada Waits')).toBeVisible()
    desk.commit('lead-assigned', { leads: [aLead({ id: leadId(8), name: 'Ada Late', repId: repId(1) })] })
    desk.commit('lead-assigned', { leads: [aLead({ id: leadId(9), name: 'Cleo Late', repId: repId(1) })] })
    expect(await within(column('Leads of Mia Berg')).findByText('Ada Late')).toBeVisible()
    expect(screen.queryByText('Cleo Late')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Show all leads' }))
    expect(await screen.findByText('Cleo Late')).toBeVisible()
  })

  it('reads on where a column has more than the page knows', async () => {
    const many = Array.from({ length: 150 }, (_, at) => aLead({ id: leadId(100 + at), name: `Many ${at}`, repId: repId(1) }))
    const desk = fakeDesk({ reps: [aRep({ id: repId(1), name: 'Mia Berg' })], leads: many })
    renderDesk(<BoardScreen />, desk)
    const mia = await screen.findByRole('region', { name: 'Leads of Mia Berg' })
    expect(await within(mia).findByText('Many 149')).toBeVisible()
    await userEvent.setup().click(within(mia).getByRole('button', { name: '130 more' }))
    expect(await within(mia).findByRole('button', { name: '50 more' })).toBeVisible()
    // As many cards are rendered as fit, not as many as are known.
    expect(mia.querySelectorAll('[data-card]').length).toBeLessThan(40)
  })

  it('opens the menu of a card by M, and gives the focus back', async () => {
    const { user } = aBoard()
    const card = (await screen.findByText('Bo Owned')).closest('button')
    card?.focus()
    await user.keyboard('m')
    expect(await screen.findByRole('menuitem', { name: /Assign to/ })).toBeVisible()
    await user.keyboard('{Escape}')
    await waitFor(() => {
      expect(card).toHaveFocus()
    })
  })

  it('has one stop for Tab in each column', async () => {
    aBoard()
    await screen.findByText('Bo Owned')
    for (const region of screen.getAllByRole('region').filter((one) => one.hasAttribute('data-column')))
      expect(region.querySelectorAll('[data-card][tabindex="0"]').length).toBeLessThanOrEqual(1)
  })
})

describe('The board by stage', () => {
  const byStage = async () => {
    localStorage.setItem('lead-desk.board-by', JSON.stringify('stage'))
    const board = aBoard()
    await screen.findByText('Bo Owned')
    return board
  }

  it('has what reps have in the column of its stage, with count and worth', async () => {
    const { desk } = await byStage()
    expect(within(column('Leads in the stage New')).getByText('Bo Owned')).toBeVisible()
    expect(within(column('Leads in the stage Won')).getByText('Cy Won')).toBeVisible()
    expect(screen.queryByText('Ada Waits')).toBeNull()
    desk.commit('lead-edited', {
      leads: [aLead({ id: leadId(3), name: 'Cy Won', repId: repId(1), stage: 'won', value: 900, currency: 'EUR' })],
    })
    expect(await within(column('Leads in the stage Won')).findByText(/900/)).toBeVisible()
    expect(within(column('Leads in the stage New')).getByText('No value named')).toBeVisible()
  })

  it('sets the stage by a card’s menu, and takes it back', async () => {
    const { desk, user } = await byStage()
    await user.hover(screen.getByText('Bo Owned'))
    await user.click(screen.getByRole('button', { name: 'Actions for Bo Owned', hidden: true }))
    await user.click(await screen.findByRole('menuitem', { name: 'Qualified' }))
    expect(await within(column('Leads in the stage Qualified')).findByText('Bo Owned')).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await within(column('Leads in the stage New')).findByText('Bo Owned')).toBeVisible()
    expect(desk.lead(2).stage).toBe('new')
  })

  it('is narrowed to a rep or a team', async () => {
    const { user } = await byStage()
    await user.type(screen.getByRole('textbox', { name: 'Rep or team' }), 'tom')
    await waitFor(() => {
      expect(screen.queryByText('Bo Owned')).toBeNull()
    })
  })
})
