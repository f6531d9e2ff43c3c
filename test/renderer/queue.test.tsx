import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { QueueView } from '../../src-renderer/app/QueueView.tsx'
import { LeadsScreen } from '../../src-renderer/features/leads/LeadsScreen.tsx'
import { openLeads } from '../../src-renderer/state/lead-links.ts'
import { aLead, aRep, leadId, NOON, repId } from './helpers/builders.ts'
import { fakeDesk, type Handlers, refuse } from './helpers/fake-desk.ts'
import { renderDesk } from './helpers/render-desk.tsx'

beforeEach(() => {
  sessionStorage.clear()
  // happy-dom lays nothing out: the list is told how high it is.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 600 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 900 })
})

const aDesk = (handlers: Handlers = {}) =>
  fakeDesk({
    reps: [aRep({ id: repId(1), name: 'Mia Berg' }), aRep({ id: repId(2), name: 'Tom Hart', availability: 'away', capacity: 1 })],
    leads: [
      aLead({ id: leadId(1), name: 'Ada Cold', grade: 'cold', waitCode: 'nobody-eligible', waitDetail: 'Enterprise' }),
      aLead({ id: leadId(2), name: 'Bo Hot', grade: 'hot', waitCode: 'no-rule-matched' }),
      aLead({ id: leadId(3), name: 'Cy Owned', repId: repId(1) }),
    ],
    handlers,
  })

function aQueue(handlers: Handlers = {}) {
  const desk = aDesk(handlers)
  return { desk, user: userEvent.setup(), ...renderDesk(<QueueView />, desk) }
}
const rows = () => screen.getAllByRole('row').slice(1)
const names = () => rows().map((row) => within(row).getAllByRole('gridcell')[2]?.firstChild?.textContent)

describe('The queue', () => {
  it('shows what waits, the best grade first, and says why it waits', async () => {
    aQueue()
    await waitFor(() => {
      expect(names()).toEqual(['Bo Hot', 'Ada Cold'])
    })
    expect(screen.getByText('Waiting: no rule fits')).toBeVisible()
    expect(screen.getByText('Waiting: nobody in Enterprise is free')).toBeVisible()
    expect(within(screen.getByRole('group', { name: 'Waiting' })).getByText('2')).toBeVisible()
  })

  it('takes in a lead that arrives, without being asked', async () => {
    const { desk } = aQueue()
    await waitFor(() => {
      expect(rows()).toHaveLength(2)
    })
    desk.commit('lead-received', { leads: [aLead({ id: leadId(9), name: 'Di New', grade: 'warm' })] })
    await waitFor(() => {
      expect(names()).toEqual(['Bo Hot', 'Di New', 'Ada Cold'])
    })
  })

  it('assigns the lead under the keys: J, A, a name, Enter', async () => {
    const { desk, user } = aQueue()
    await screen.findByText('Bo Hot')
    await user.keyboard('ja')
    const list = await screen.findByRole('listbox')
    expect(within(list).getByText(/away, over capacity|away/)).toBeVisible()
    await user.type(screen.getByRole('combobox', { name: 'Name or team' }), 'mia{Enter}')
    await waitFor(() => {
      expect(desk.lead(2).repId).toBe(1)
    })
    expect(await screen.findByText('1 lead assigned to Mia Berg')).toBeVisible()
    await waitFor(() => {
      expect(names()).toEqual(['Ada Cold'])
    })
  })

  it('takes the step back from the notice', async () => {
    const { desk, user } = aQueue()
    await screen.findByText('Bo Hot')
    await user.keyboard('jh')
    await waitFor(() => {
      expect(desk.lead(2).isHeld).toBe(true)
    })
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => {
      expect(names()).toEqual(['Bo Hot', 'Ada Cold'])
    })
    expect(await screen.findByText('Taken back')).toBeVisible()
  })

  it('discards several at once, with a reason', async () => {
    const { desk, user } = aQueue()
    await screen.findByText('Bo Hot')
    await user.keyboard('jxjx')
    expect(screen.getByText('2 selected')).toBeVisible()
    await user.keyboard('d')
    await user.type(await screen.findByLabelText('Why'), 'Spam{Enter}')
    await waitFor(() => {
      expect(desk.calls.find(({ name }) => name === 'lead.discard')?.input).toEqual({ leadIds: [2, 1], reason: 'Spam' })
    })
    expect(await screen.findByText('Nothing is waiting')).toBeVisible()
  })

  it('searches everything, also what does not wait', async () => {
    const { user } = aQueue()
    await screen.findByText('Bo Hot')
    await user.keyboard('/')
    await user.keyboard('owned')
    await waitFor(() => {
      expect(names()).toEqual(['Cy Owned'])
    })
  })

  it('asks one question at a time: what was typed while one is under way is asked when its answer is there', async () => {
    const asked: string[] = []
    const answers: (() => void)[] = []
    const { user } = aQueue({
      'lead.page': async ({ filter: { text } }: { filter: { text?: string } }) => {
        if (text === undefined) return { leads: [aLead({ id: leadId(2), name: 'Bo Hot' })], next: null }
        asked.push(text)
        await new Promise<void>((resolve) => answers.push(resolve))
        return { leads: [aLead({ id: leadId(3), name: `Found ${text}`, repId: repId(1) })], next: null }
      },
    })
    await screen.findByText('Bo Hot')
    await user.keyboard('/')
    await user.keyboard('f')
    await waitFor(() => {
      expect(asked).toEqual(['f'])
    })
    await user.keyboard('oun')
    await user.keyboard('d')
    expect(asked).toEqual(['f'])
    // The rows of before stay until there are others.
    expect(screen.getByText('Bo Hot')).toBeVisible()
    answers.shift()?.()
    await waitFor(() => {
      expect(asked).toEqual(['f', 'found'])
    })
    answers.shift()?.()
    expect(await screen.findByText('Found found')).toBeVisible()
    expect(asked).toEqual(['f', 'found'])
  })

  it('says in a sentence what was refused', async () => {
    const { user } = aQueue({ 'lead.hold': () => refuse({ code: 'lead-not-found', data: { lead: '2' } }) })
    await screen.findByText('Bo Hot')
    await user.keyboard('jh')
    expect(await screen.findByText('Lead 2 is not on this desk. It may have been removed with its import.')).toBeVisible()
  })

  it('says when it cannot be read, and tries again', async () => {
    let isBroken = true
    const { user } = aQueue({
      'lead.page': () =>
        isBroken
          ? refuse({ code: 'internal', data: {} })
          : { leads: [aLead({ name: 'Back Again', repId: repId(1) })], next: null },
    })
    await screen.findByText('Bo Hot')
    // What a queue begins with came with the snapshot; every other list is asked for.
    await user.keyboard('5')
    expect(await screen.findByRole('alert')).toHaveTextContent('has the cause')
    isBroken = false
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Back Again')).toBeVisible()
  })

  it('opens a lead beside the list with Enter and closes it with Escape', async () => {
    const { user } = aQueue()
    await screen.findByText('Bo Hot')
    await user.keyboard('j{Enter}')
    expect(window.location.hash).toBe('#/queue/lead/2')
    await user.keyboard('j')
    expect(window.location.hash).toBe('#/queue/lead/1')
    await user.keyboard('{Escape}')
    expect(window.location.hash).toBe('#/queue')
  })

  it('R20 lists what is offered with its clock ticking', async () => {
    const dueAt = Date.now() + 252_000
    const { desk, user } = aQueue()
    await screen.findByText('Bo Hot')
    desk.commit('lead-offered', {
      leads: [
        aLead({ id: leadId(7), name: 'Ed Offered', status: 'offered', offeredTo: [repId(1)], dueKind: 'accept', dueAt }),
        aLead({ id: leadId(8), name: 'Flo Claim', status: 'offered', offeredTo: [repId(1), repId(2)], dueKind: 'accept', dueAt }),
      ],
    })
    await user.click(await screen.findByText('Offered 2'))
    const row = await screen.findByRole('row', { name: /Ed Offered/ })
    expect(row).toHaveTextContent('Offered to Mia Berg')
    const before = within(row).getByText(/^\d:\d\d left$/).textContent
    expect(screen.getByRole('row', { name: /Flo Claim/ })).toHaveTextContent('Offered to 2 reps')
    await waitFor(
      () => {
        expect(within(row).getByText(/^\d:\d\d left$/).textContent).not.toBe(before)
      },
      { timeout: 3_000 },
    )
  })

  it('R21 counts what is at risk, and opens it from there', async () => {
    const { desk, user } = aQueue()
    await screen.findByText('Bo Hot')
    desk.commit('contact-breached', {
      leads: [
        aLead({ id: leadId(3), name: 'Cy Owned', repId: repId(1), breachedAt: Date.now() - 12 * 60_000 - 5_000 }),
        aLead({ id: leadId(4), name: 'Di Soon', repId: repId(1), dueKind: 'contact', dueAt: Date.now() + 40_000 }),
        aLead({ id: leadId(5), name: 'Ed Later', repId: repId(1), dueKind: 'contact', dueAt: Date.now() + 3_600_000 }),
      ],
    })
    await user.click(await screen.findByRole('button', { name: 'At risk: 2. Show them' }, { timeout: 5_000 }))
    expect(window.location.hash).toBe('#/queue/risk')
    await waitFor(() => {
      expect(names()).toEqual(['Cy Owned', 'Di Soon'])
    })
    expect(screen.getByRole('row', { name: /Cy Owned .*breached 12 min ago/ })).toBeVisible()
  })
})

describe('A list', () => {
  const chips = () => within(screen.getByRole('group', { name: 'Filters' }))

  it('is narrowed by F, a few letters and Enter, and widened by taking the chip away', async () => {
    const { desk, user } = aQueue()
    await screen.findByText('Bo Hot')
    // No pause after F: what follows is for the menu, and holds or discards nothing.
    await user.keyboard('fhot{Enter}')
    await waitFor(() => {
      expect(names()).toEqual(['Bo Hot'])
    })
    await user.click(chips().getByRole('button', { name: 'Grade: Hot' }))
    await user.click(await screen.findByRole('option', { name: 'Cold' }))
    await user.keyboard('{Escape}')
    await waitFor(() => {
      expect(names()).toEqual(['Bo Hot', 'Ada Cold'])
    })
    expect(chips().getByRole('button', { name: 'Grade: Hot and Cold' })).toBeVisible()
    await user.click(chips().getByRole('button', { name: 'Remove filter: Grade' }))
    await user.keyboard('fwhy{Enter}')
    await user.keyboard('no rule{Enter}{Escape}')
    await waitFor(() => {
      expect(names()).toEqual(['Bo Hot'])
    })
    expect(desk.calls.filter(({ name }) => /hold|discard|route|assign|log/.test(name))).toEqual([])
  })

  it('is kept under a name, with its address and its count; is changed, and comes back when it was removed', async () => {
    const { desk, user } = aQueue()
    await screen.findByText('Bo Hot')
    await user.keyboard('fhot{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Save view' }))
    await user.type(await screen.findByLabelText('Name'), 'Burning{Enter}')
    await waitFor(() => {
      expect(window.location.hash).toBe('#/queue/view/1')
    })
    expect(desk.calls.find(({ name }) => name === 'view.save')?.input).toMatchObject({
      name: 'Burning',
      filter: { status: ['waiting'], isHeld: false, grade: ['hot'] },
      order: 'queue',
    })
    expect(await screen.findByText('Burning 1')).toBeVisible()
    desk.commit('lead-received', { leads: [aLead({ id: leadId(9), name: 'Di New', grade: 'hot' })] })
    expect(await screen.findByText('Burning 2', {}, { timeout: 5_000 })).toBeVisible()
    expect(names()).toEqual(['Bo Hot', 'Di New'])

    await user.click(screen.getByRole('button', { name: 'Remove filter: Grade' }))
    await user.click(await screen.findByRole('button', { name: 'Update view' }))
    expect(await screen.findByText('Burning 3', {}, { timeout: 5_000 })).toBeVisible()

    await user.click(screen.getByRole('button', { name: 'View Burning' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Remove view' }))
    await waitFor(() => {
      expect(window.location.hash).toBe('#/queue')
    })
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await screen.findByText(/^Burning/)).toBeVisible()
  })

  it('that somebody removed gives way to the first, with the lead that is open beside it', async () => {
    window.location.hash = '#/queue/view/1/lead/2'
    const desk = aDesk()
    await desk.client.view.save({ name: 'Burning', filter: { grade: ['hot'] }, order: 'queue', isShared: true })
    renderDesk(<QueueView />, desk)
    expect(await screen.findByRole('grid', { name: /Burning/ })).toBeVisible()
    expect(names()).toEqual(['Bo Hot'])
    await desk.client.view.remove({ viewId: 1 })
    expect(await screen.findByText('That view is no longer there.')).toBeVisible()
    expect(window.location.hash).toBe('#/queue/lead/2')
    await waitFor(() => {
      expect(names()).toEqual(['Bo Hot', 'Ada Cold'])
    })
  })

  it('that was looked at last and is no more is not looked for again', async () => {
    sessionStorage.setItem('queue-choice', JSON.stringify({ listId: 'view/7', narrowing: null }))
    aQueue()
    expect(await screen.findByText('That view is no longer there.')).toBeVisible()
    await waitFor(() => {
      expect(names()).toEqual(['Bo Hot', 'Ada Cold'])
    })
    expect(JSON.parse(sessionStorage.getItem('queue-choice') ?? '')).toEqual({ listId: null, narrowing: null })
  })

  it('is selected to its end, read first, and worked a piece at a time', async () => {
    const many = Array.from({ length: 1_200 }, (_, at) =>
      aLead({ id: leadId(at + 10), name: `Lead ${at}`, receivedAt: NOON + at }),
    )
    const desk = fakeDesk({ leads: many })
    const user = userEvent.setup()
    renderDesk(<QueueView />, desk)
    await screen.findByText('Lead 0')
    await user.keyboard('{Control>}a{/Control}')
    await user.click(await screen.findByRole('button', { name: 'Select all 1,200' }))
    expect(await screen.findByText('1,200 selected')).toBeVisible()
    await user.keyboard('h')
    expect(await screen.findByText('1,200 leads held', {}, { timeout: 5_000 })).toBeVisible()
    const pieces = desk.calls
      .filter(({ name }) => name === 'lead.hold')
      .map(({ input }) => (input as { leadIds: number[] }).leadIds)
    expect(pieces.map((piece) => piece.length)).toEqual([500, 500, 200])
    expect(new Set(pieces.flat()).size).toBe(1_200)
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => {
      expect(desk.lead(10).isHeld).toBe(false)
    })
    expect(desk.lead(1_209).isHeld).toBe(false)
  })

  it('of another screen has its title, its chips and the way back', async () => {
    window.location.hash = '#/reports/speed'
    openLeads({ repIds: [repId(1)], leadIds: [leadId(3)] }, 'Reached within 5 minutes')
    expect(window.location.hash).toBe('#/leads/behind/1')
    const { user } = { user: userEvent.setup() }
    renderDesk(<LeadsScreen />, aDesk())
    expect(await screen.findByRole('heading', { name: 'Reached within 5 minutes' })).toBeVisible()
    await waitFor(() => {
      expect(names()).toEqual(['Cy Owned'])
    })
    expect(chips().getByRole('button', { name: 'Rep: Mia Berg' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(window.location.hash).toBe('#/reports/speed')
  })

  it('that this window never had says so, and shows everything', async () => {
    window.location.hash = '#/leads/behind/77'
    renderDesk(<LeadsScreen />, aDesk())
    expect(await screen.findByText(/opened in another window/)).toBeVisible()
    expect(await screen.findByText('Cy Owned')).toBeVisible()
  })

  it('is chosen by its digit, but not beside an open lead', async () => {
    const { user } = aQueue()
    await screen.findByText('Bo Hot')
    await user.keyboard('7')
    expect(window.location.hash).toBe('#/queue/everything')
    expect(await screen.findByText('Cy Owned')).toBeVisible()
    await user.keyboard('j{Enter}1')
    expect(window.location.hash).toMatch(/^#\/queue\/everything\/lead/)
  })
})
