import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { DeskFault } from '../../src-renderer/bridge/fault.ts'
import { useLeadActions } from '../../src-renderer/state/use-lead-actions.ts'
import { aLead, leadId } from './helpers/builders.ts'
import { fakeDesk } from './helpers/fake-desk.ts'
import { renderDesk } from './helpers/render-desk.tsx'

function Person() {
  const { log, route, undoLast } = useLeadActions()
  return (
    <>
      <button type="button" onClick={() => void log(leadId(1), 'attempt')}>
        Log
      </button>
      <button type="button" onClick={() => void route([leadId(1)])}>
        Route
      </button>
      <button type="button" onClick={() => void undoLast()}>
        Back
      </button>
    </>
  )
}

it('keeps the step to be taken back when the desk could not be reached', async () => {
  let isLost = true
  const undone: unknown[] = []
  const undo = (input: unknown): void => {
    if (isLost) throw new DeskFault({ code: 'connection-lost', data: {} })
    undone.push(input)
  }
  renderDesk(<Person />, fakeDesk({ leads: [aLead({ id: leadId(1) })], handlers: { 'lead.undo': undo } }))
  await userEvent.click(screen.getByRole('button', { name: 'Log' }))
  await screen.findByText('Attempt logged')
  await userEvent.click(screen.getByRole('button', { name: 'Back' }))
  expect(await screen.findByText(/cannot be reached/)).toBeVisible()
  isLost = false
  await userEvent.click(screen.getByRole('button', { name: 'Back' }))
  await waitFor(() => expect(undone).toHaveLength(1))
  await userEvent.click(screen.getByRole('button', { name: 'Back' }))
  expect(undone).toHaveLength(1)
})

it('does not take back another step in place of one that stays', async () => {
  const undone: unknown[] = []
  const undo = (input: unknown): void => {
    undone.push(input)
  }
  renderDesk(<Person />, fakeDesk({ leads: [aLead({ id: leadId(1) })], handlers: { 'lead.undo': undo } }))
  await userEvent.click(screen.getByRole('button', { name: 'Log' }))
  await screen.findByText('Attempt logged')
  await userEvent.click(screen.getByRole('button', { name: 'Route' }))
  await screen.findByText(/^Routed/)
  await userEvent.click(screen.getByRole('button', { name: 'Back' }))
  expect(await screen.findByText(/^The last step can’t be taken back/)).toBeVisible()
  expect(undone).toHaveLength(0)
  await userEvent.click(screen.getByRole('button', { name: 'Back' }))
  await waitFor(() => expect(undone).toHaveLength(1))
})
