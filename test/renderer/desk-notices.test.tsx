import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { DeskNotices } from '../../src-renderer/app/DeskNotices.tsx'
import { aLead, aRep, leadId, repId } from './helpers/builders.ts'
import { fakeDesk } from './helpers/fake-desk.ts'
import { renderDesk } from './helpers/render-desk.tsx'

const paused = aRep({ id: repId(1), name: 'Mia Berg', isPaused: true, pauseReason: 'let 3 offers in a row run out' })

it('R22 tells the manager of a rep the desk has paused, once, with a way to resume', async () => {
  const desk = fakeDesk({ reps: [aRep({ id: repId(1), name: 'Mia Berg' })] })
  const { store } = renderDesk(<DeskNotices />, desk)
  const update = desk.commit('rep-paused', { reps: [paused], data: { missed: 3 } })
  expect(await screen.findByText('Mia Berg is paused: let 3 offers in a row run out.')).toBeVisible()
  // The same event again, as after a connection was lost.
  store.receive(update)
  store.flush()
  expect(screen.getAllByText(/is paused/)).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: 'Resume' }))
  await waitFor(() => {
    expect(desk.calls.at(-1)).toMatchObject({ name: 'rep.save', input: { repId: 1, isPaused: false } })
  })
})

it('R20 tells of a lead nobody took, and opens it', async () => {
  const desk = fakeDesk({ leads: [aLead({ id: leadId(4), name: 'Ada Novak', status: 'offered' })] })
  renderDesk(<DeskNotices />, desk)
  const lead = aLead({ id: leadId(4), name: 'Ada Novak', waitCode: 'nobody-accepted' })
  desk.commit('lead-waiting', { leads: [lead], data: { waitCode: 'nobody-accepted' } })
  expect(await screen.findByText(/^Ada Novak was offered to everyone/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Open the lead' }))
  expect(window.location.hash).toContain('/lead/4')
})

it('tells many at once as a number', async () => {
  const desk = fakeDesk()
  renderDesk(<DeskNotices />, desk)
  const leads = [1, 2, 3, 4, 5].map((id) => aLead({ id: leadId(id), waitCode: 'nobody-accepted' }))
  desk.commit('lead-waiting', { leads, data: { waitCode: 'nobody-accepted' } })
  expect(await screen.findByText(/^5 leads were offered to everyone/)).toBeVisible()
})

it('tells of an inbox that waits for somebody until it is well again, and not of a server that is down', async () => {
  const desk = fakeDesk()
  renderDesk(<DeskNotices />, desk)
  const sales = { inboxId: 4, name: 'Sales' }
  desk.commit('inbox-troubled', { data: { inboxId: 5, name: 'Portal', code: 'timeout' } })
  desk.commit('inbox-troubled', { data: { ...sales, code: 'wrong-password' } })
  expect(await screen.findByText('Sales is not read: wrong user or password.')).toBeVisible()
  expect(screen.queryByText(/^Portal/)).toBeNull()
  desk.commit('inbox-recovered', { data: sales })
  await waitFor(() => {
    expect(screen.queryByText(/^Sales is not read/)).toBeNull()
  })
  desk.commit('inbox-troubled', { data: { ...sales, code: 'no-folder' } })
  await userEvent.click(await screen.findByRole('button', { name: 'Mend it' }))
  expect(window.location.hash).toBe('#/intake/inbox/4')
  // Intake says so itself.
  desk.commit('inbox-troubled', { data: { inboxId: 6, name: 'Branch', code: 'untrusted' } })
  await waitFor(() => {
    expect(screen.queryByText(/is not read/)).toBeNull()
  })
})

it('tells a rep nothing of others whom the desk paused', async () => {
  const desk = fakeDesk({ reps: [aRep({ id: repId(1), name: 'Mia Berg' })] })
  const { store } = renderDesk(<DeskNotices />, desk)
  store.sitDown({ repId: repId(2), role: 'rep', isLocked: false })
  await waitFor(() => {
    expect(store.getState().seat?.role).toBe('rep')
  })
  desk.commit('rep-paused', { reps: [paused], data: { missed: 3 } })
  await waitFor(() => {
    expect(store.getState().reps.get(repId(1))?.isPaused).toBe(true)
  })
  expect(screen.queryByText(/is paused/)).not.toBeInTheDocument()
})
