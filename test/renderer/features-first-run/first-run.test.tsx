import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import type { RepProfile } from '../../../src-main/contract/index.ts'
import { FirstRun } from '../../../src-renderer/features/first-run/FirstRun.tsx'
import { aRep, repId } from '../helpers/builders.ts'
import { fakeDesk, refuse } from '../helpers/fake-desk.ts'
import { renderDesk } from '../helpers/render-desk.tsx'

beforeEach(() => {
  window.location.hash = '#/queue'
})

it('opens a sample team at one press', async () => {
  const desk = fakeDesk({ isNew: true, handlers: { 'desk.loadSample': () => undefined } })
  renderDesk(<FirstRun />, desk)
  await userEvent.click(screen.getByRole('button', { name: 'Open the sample' }))
  await waitFor(() => expect(desk.calls.map((call) => call.name)).toEqual(['desk.loadSample']))
})

it('leads in three steps to reps, a rule and the import', async () => {
  const desk = fakeDesk({
    isNew: true,
    handlers: {
      'rep.add': (profile: RepProfile) => {
        if (profile.name === 'Twin') return refuse({ code: 'email-taken', data: { email: profile.email } })
        desk.commit('rep-added', { reps: [aRep({ id: repId(9), name: profile.name, email: profile.email })] })
        return { repId: 9 }
      },
      'rule.publish': () => ({ ruleset: 1, findings: [] }),
    },
  })
  const { store } = renderDesk(<FirstRun />, desk)
  await userEvent.click(screen.getByRole('button', { name: 'Begin' }))
  expect(screen.getByText('Step 1 of 3')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Next' }))
  expect(await screen.findByText('Add at least one person, or skip this step.')).toBeVisible()

  await userEvent.type(screen.getByRole('textbox', { name: 'Name of person 1' }), 'Ada')
  await userEvent.type(screen.getByRole('textbox', { name: 'E-mail of person 1' }), 'ada@example.com')
  await userEvent.type(screen.getByRole('textbox', { name: 'Name of person 2' }), 'Twin')
  await userEvent.type(screen.getByRole('textbox', { name: 'E-mail of person 2' }), 'twin@example.com')
  await userEvent.click(screen.getByRole('button', { name: 'Next' }))
  // Who is in is gone from the list; who is not stays, with the reason.
  expect(await screen.findByText(/^twin@example.com belongs to another rep\./)).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Name of person 1' })).toHaveValue('Twin')
  expect(screen.getByText('1 person is on the desk.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Skip' }))
  // The fake desk has rules from the start; this one has none yet.
  store.receive({ kind: 'snapshot', snapshot: { ...desk.snapshot(), ruleset: { version: 0, rules: 0 } } })

  await userEvent.click(await screen.findByRole('radio', { name: /least to do/ }))
  await userEvent.click(screen.getByRole('checkbox', { name: 'Only leads from certain places' }))
  await userEvent.type(screen.getByLabelText(/Countries, regions/, { selector: 'input' }), 'DACH{Enter}')
  await userEvent.click(screen.getByRole('button', { name: 'Next' }))
  expect(await screen.findByText('Step 3 of 3')).toBeVisible()
  expect(desk.calls.at(-1)).toMatchObject({
    name: 'rule.publish',
    input: {
      document: {
        rules: [{ when: { field: 'country', op: 'within', value: ['DACH'] }, then: { to: 'pool', by: 'least-loaded' } }],
      },
    },
  })
  await userEvent.click(screen.getByRole('button', { name: 'Import a file' }))
  expect(window.location.hash).toBe('#/intake/import')
})
