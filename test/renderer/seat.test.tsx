import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DeskUpdate, Seat } from '../../src-main/contract/index.ts'
import { PersonChooser } from '../../src-renderer/app/PersonChooser.tsx'
import type { DeskConnection } from '../../src-renderer/bridge/create-desk-client.ts'
import { DeskFault } from '../../src-renderer/bridge/fault.ts'
import { connect } from '../../src-renderer/state/connect.ts'
import { createDeskStore } from '../../src-renderer/state/desk-store.ts'
import { aLead, repId } from './helpers/builders.ts'
import { fakeDesk } from './helpers/fake-desk.ts'
import { renderDesk } from './helpers/render-desk.tsx'

const NOBODY: Seat = { repId: null, role: 'manager', isLocked: false }
const LOCKED: Seat = { repId: null, role: 'rep', isLocked: true }
const MIA: Seat = { repId: repId(2), role: 'rep', isLocked: false }

afterEach(() => {
  sessionStorage.clear()
})

/** A desk with streams that the test feeds, one for each watch that was begun. */
function aWatchedDesk(seat: Seat) {
  const watches: { input: unknown; tell: (update: DeskUpdate) => void; end: () => void }[] = []
  const now = { seat }
  const watch = (input: unknown, { signal }: { signal?: AbortSignal }) => {
    const waiting: DeskUpdate[] = []
    let wake = (): void => undefined
    let isOver = false
    signal?.addEventListener('abort', () => {
      isOver = true
      wake()
    })
    watches.push({
      input,
      tell: (update) => {
        waiting.push(update)
        wake()
      },
      end: () => {
        isOver = true
        wake()
      },
    })
    async function* told(): AsyncGenerator<DeskUpdate> {
      while (!isOver) {
        const update = waiting.shift()
        if (update !== undefined) yield update
        else
          await new Promise<void>((resolve) => {
            wake = resolve
          })
      }
    }
    return Promise.resolve(told())
  }
  const here = () => Promise.resolve(now.seat)
  const client = { desk: { watch }, person: { here, resume: here } } as unknown as DeskConnection['client']
  const store = createDeskStore({ schedule: (flush) => flush() })
  const stop = connect({ client, onState: () => () => undefined, close: () => undefined }, store)
  return { store, watches, now, stop }
}

describe('The page', () => {
  const snapshot = (): DeskUpdate => ({ kind: 'snapshot', snapshot: fakeDesk({ leads: [aLead()] }).snapshot() })

  it('knows nothing any more when somebody else sits down, and begins to watch anew', async () => {
    const { store, watches, now, stop } = aWatchedDesk(NOBODY)
    await waitFor(() => expect(watches).toHaveLength(1))
    watches[0]?.tell(snapshot())
    await waitFor(() => expect(store.getState().leads.size).toBe(1))

    now.seat = MIA
    expect(store.sitDown(MIA)).toBe(true)
    expect(store.getState()).toMatchObject({ isReady: false, seat: MIA })
    expect(store.getState().leads.size).toBe(0)
    // What is still told to the one before is for nobody.
    watches[0]?.tell(snapshot())
    await waitFor(() => expect(watches).toHaveLength(2))
    expect(watches[1]?.input).toEqual({})
    expect(store.getState().leads.size).toBe(0)
    stop()
  })

  it('asks who sits there when its watch is ended, and watches nothing while it is locked', async () => {
    const { store, watches, now, stop } = aWatchedDesk(NOBODY)
    await waitFor(() => expect(watches).toHaveLength(1))
    now.seat = LOCKED
    watches[0]?.end()
    await waitFor(() => expect(store.getState().seat).toEqual(LOCKED))
    expect(watches).toHaveLength(1)
    now.seat = NOBODY
    store.sitDown(NOBODY)
    await waitFor(() => expect(watches).toHaveLength(2))
    stop()
  })

  it('stays as it is when the same one sits down again', () => {
    const store = createDeskStore({ schedule: (flush) => flush() })
    store.sitDown(MIA)
    store.receive(snapshot())
    expect(store.sitDown({ ...MIA })).toBe(false)
    expect(store.getState().leads.size).toBe(1)
  })
})

describe('Choosing who one is', () => {
  const people = [
    { repId: repId(1), name: 'Ines Roth', team: null, role: 'manager', hasPin: true },
    { repId: repId(2), name: 'Mia Berg', team: 'Sales', role: 'rep', hasPin: false },
    { repId: repId(3), name: 'Otto Brandt', team: null, role: 'manager', hasPin: false },
  ]

  it('goes by keys: a few letters, Enter, the PIN, Enter', async () => {
    const signIn = vi.fn<(input: { pin?: string }) => { token: string }>(({ pin }) => {
      if (pin !== '4711') throw new DeskFault({ code: 'pin-wrong', data: { waitSeconds: 0 } })
      return { token: 'of Ines' }
    })
    const seat = { repId: repId(1), role: 'manager', isLocked: false }
    const desk = fakeDesk({ handlers: { 'person.list': () => people, 'person.signIn': signIn, 'person.here': () => seat } })
    // What the one before searched the queue for.
    sessionStorage.setItem('queue-text', '"novak"')
    const { store } = renderDesk(<PersonChooser />, desk)
    const user = userEvent.setup()
    expect(await screen.findByRole('combobox', { name: 'Find a person' })).toHaveFocus()
    await user.keyboard('ines{Enter}')
    expect(screen.getByLabelText('PIN of Ines Roth')).toHaveFocus()
    await user.keyboard('00x00{Enter}')
    expect(await screen.findByText(/^That is not the PIN\./)).toBeVisible()
    expect(signIn).toHaveBeenLastCalledWith({ repId: 1, pin: '0000' })
    await user.keyboard('4711{Enter}')
    await waitFor(() => expect(store.getState().seat).toEqual(seat))
    expect(sessionStorage.getItem('lead-desk.seat')).toBe('of Ines')
    expect(sessionStorage.getItem('queue-text')).toBeNull()
    expect(window.location.hash).toBe('#/queue')
  })

  it('asks no PIN of who has none, and lets no manager in without one', async () => {
    const signIn = vi.fn<() => { token: string }>(() => ({ token: 'of Mia' }))
    const desk = fakeDesk({ handlers: { 'person.list': () => people, 'person.signIn': signIn, 'person.here': () => MIA } })
    renderDesk(<PersonChooser />, desk)
    const user = userEvent.setup()
    await screen.findByRole('combobox', { name: 'Find a person' })
    await user.keyboard('otto{Enter}')
    expect(screen.getByRole('option', { name: /Otto Brandt.*Needs a PIN first/ })).toHaveAttribute('aria-disabled', 'true')
    expect(signIn).not.toHaveBeenCalled()
    await user.clear(screen.getByRole('combobox'))
    await user.keyboard('mia{Enter}')
    await waitFor(() => expect(window.location.hash).toBe('#/my-desk'))
    expect(signIn).toHaveBeenCalledWith({ repId: 2 })
  })

  it('waits with whoever guessed too often', async () => {
    const signIn = () => {
      throw new DeskFault({ code: 'pin-wrong', data: { waitSeconds: 30 } })
    }
    const desk = fakeDesk({ handlers: { 'person.list': () => people, 'person.signIn': signIn } })
    renderDesk(<PersonChooser />, desk)
    const user = userEvent.setup()
    await screen.findByRole('combobox', { name: 'Find a person' })
    await user.keyboard('ines{Enter}0000{Enter}')
    expect(await screen.findByText(/Try again in (30|29) seconds/)).toBeVisible()
    await user.keyboard('4711')
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeDisabled()
  })
})
