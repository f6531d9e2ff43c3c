import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { LeadId, Seq } from '../../src-main/contract/index.ts'
import { LongWorks } from '../../src-renderer/app/LongWorks.tsx'
import { useLeadActions } from '../../src-renderer/state/use-lead-actions.ts'
import { leadId } from './helpers/builders.ts'
import { fakeDesk } from './helpers/fake-desk.ts'
import { renderDesk } from './helpers/render-desk.tsx'

const ids = (from: number, count: number): LeadId[] => Array.from({ length: count }, (_, at) => leadId(from + at))
const answers: Record<string, boolean> = {}

function Person() {
  const { hold, setStage, undoLast } = useLeadActions()
  return (
    <>
      <LongWorks />
      <button
        type="button"
        onClick={() => {
          void hold(ids(1, 1_200)).then((isDone) => (answers['hold'] = isDone))
        }}
      >
        Hold
      </button>
      <button
        type="button"
        onClick={() => {
          void setStage(ids(5_001, 600), 'won').then((isDone) => (answers['stage'] = isDone))
        }}
      >
        Win
      </button>
      <button type="button" onClick={() => void undoLast()}>
        Back
      </button>
    </>
  )
}

/** A desk that answers each piece when it is told to. */
function slowDesk() {
  const waiting: { name: string; go: () => void }[] = []
  const undone: Seq[][] = []
  const piece = (name: string) => (input: unknown) => {
    const { leadIds } = input as { leadIds: LeadId[] }
    return new Promise((resolve) => waiting.push({ name, go: () => resolve({ seqs: leadIds.map(Number) }) }))
  }
  const undo = (input: unknown): void => void undone.push((input as { seqs: Seq[] }).seqs)
  const desk = fakeDesk({ handlers: { 'lead.hold': piece('hold'), 'lead.setStage': piece('stage'), 'lead.undo': undo } })
  const next = async (name: string): Promise<void> => {
    await waitFor(() => expect(waiting.some((one) => one.name === name)).toBe(true))
    waiting
      .splice(
        waiting.findIndex((one) => one.name === name),
        1,
      )[0]
      ?.go()
  }
  const asked = (verb: string): number => desk.calls.filter(({ name }) => name === verb).length
  return { desk, next, undone, asked }
}

it('two long works have a progress each, and one is stopped while the other goes on', async () => {
  const { desk, next, undone, asked } = slowDesk()
  renderDesk(<Person />, desk)
  await userEvent.click(screen.getByRole('button', { name: 'Hold' }))
  await userEvent.click(screen.getByRole('button', { name: 'Win' }))
  const works = await screen.findByRole('region', { name: 'Under way' })
  const progress = (name: string) => within(works).getByRole('progressbar', { name })
  await next('hold')
  await waitFor(() => expect(within(works).getByText('500 of 1,200 leads')).toBeVisible())
  expect(within(works).getByText('0 of 600 leads')).toBeVisible()
  expect(progress('Holding 1,200 leads')).toHaveAttribute('aria-valuenow', String((100 * 500) / 1_200))
  expect(progress('Changing the stage of 600 leads')).toHaveAttribute('aria-valuenow', '0')

  await userEvent.click(screen.getByRole('button', { name: 'Stop: Holding 1,200 leads' }))
  expect(screen.getByRole('button', { name: 'Stop: Holding 1,200 leads' })).toBeDisabled()
  await next('hold')
  // The piece under way is finished, and what is done is said and can be taken back.
  expect(await screen.findByText(/^1,000 leads held/)).toBeVisible()
  expect(asked('lead.hold')).toBe(2)
  expect(answers['hold']).toBe(false)
  expect(screen.queryByRole('progressbar', { name: 'Holding 1,200 leads' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Back' }))
  await waitFor(() => expect(undone[0]).toHaveLength(1_000))

  await next('stage')
  await next('stage')
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Under way' })).toBeNull())
  expect(answers['stage']).toBe(true)
})
