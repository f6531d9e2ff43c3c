import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { NOON } from '../helpers/builders.ts'
import { aRule, callsOf, documentOf, openRules, published } from './open-rules.tsx'
import { aReport, aSide } from './reports.ts'

const dialog = (name: string | RegExp = 'Publish these rules') => screen.findByRole('dialog', { name })
const switched = async (options: Parameters<typeof openRules>[1] = {}) => {
  const opened = openRules(documentOf(aRule('a', 'Germans'), aRule('b', 'Rest')), options)
  await opened.user.click(await screen.findByRole('switch', { name: 'Germans is on' }))
  await opened.user.click(screen.getByRole('button', { name: 'Publish' }))
  return opened
}
const report = aReport({
  leads: 4_120,
  moved: 312,
  published: aSide({ waiting: 20 }),
  draft: aSide({ ruleset: null, waiting: 6 }),
})

it('shows what changes and what it would have done before it publishes (R36)', async () => {
  const { desk, user } = await switched({
    updates: [{ kind: 'report', report }],
    handlers: {
      'rule.compare': () => [{ kind: 'switched', what: 'rule', name: 'Germans', where: 'rules[0]', said: 'now off' }],
    },
  })
  const form = within(await dialog())
  expect(await form.findByText('312 of 4,120 leads would go elsewhere; 14 fewer would wait.')).toBeVisible()
  expect(form.getByRole('list', { name: 'What changes' })).toHaveTextContent('Rule switched: Germans (now off)')
  expect(form.getByRole('table', { name: 'Side by side' })).toHaveTextContent('Still waiting at the end20614 fewer')
  expect(form.queryByRole('button', { name: 'Publish without trying' })).toBeNull()
  await user.type(form.getByRole('textbox', { name: 'What changed' }), 'Germans off')
  await user.click(form.getByRole('button', { name: 'Publish' }))
  await waitFor(() => expect(published(desk)?.document.rules[0]).toMatchObject({ id: 'a', enabled: false }))
  expect(published(desk)?.note).toBe('Germans off')
  await waitFor(() => expect(screen.queryByText('Unpublished changes')).toBeNull())
  await waitFor(() => expect(callsOf(desk, 'rule.dropDraft')).toHaveLength(1))
})

it('never waits for the comparison', async () => {
  const { desk, user } = await switched({ updates: [{ kind: 'progress', done: 10, total: 4_000 }] })
  const form = within(await dialog())
  expect(await form.findByText('10 of 4,000 leads')).toBeVisible()
  expect(form.getByRole('button', { name: 'Publish' })).toBeDisabled()
  await user.click(form.getByRole('button', { name: 'Publish without trying' }))
  await waitFor(() => expect(published(desk)?.document.rules[0]?.enabled).toBe(false))
})

it('publishes where there are no leads to try the rules on', async () => {
  const { desk, user } = await switched()
  const form = within(await dialog())
  expect(await form.findByText('There are no leads of the last 30 days to try them on.')).toBeVisible()
  await user.click(form.getByRole('button', { name: 'Publish' }))
  await waitFor(() => expect(published(desk)).toBeDefined())
})

it('lets nothing be published or tried while there is an error (R8)', async () => {
  const { desk, user } = await switched({
    findings: [
      { level: 'error', code: 'pool-empty', rule: 'Germans', where: 'rules[0].then.pool', message: 'there is nobody in Sales' },
    ],
  })
  const form = within(await dialog())
  await waitFor(() => expect(form.getByText('Mend the errors first.')).toBeVisible())
  expect(form.getByRole('button', { name: 'Publish' })).toBeDisabled()
  expect(form.getByText(/Reps: There is nobody in Sales/)).toBeVisible()
  await user.click(form.getByRole('button', { name: 'Not yet' }))
  await user.click(await screen.findByRole('button', { name: 'Try it' }))
  expect(await screen.findByText(/The rules have errors/)).toBeVisible()
  expect(callsOf(desk, 'rule.simulate')).toEqual([])
})

it('goes back to an older version after the same look at it', async () => {
  const { desk, user } = openRules(documentOf(aRule('a', 'Germans')), {
    handlers: {
      'rule.readVersion': () => ({
        ruleset: 0,
        publishedAt: NOON,
        publishedBy: 'manager',
        document: documentOf(aRule('old', 'Old')),
      }),
    },
    updates: [{ kind: 'report', report }],
  })
  await user.click(await screen.findByRole('tab', { name: 'Versions' }))
  const versions = await screen.findByRole('list', { name: 'Versions' })
  expect(within(versions).getByText('Before the fair')).toBeVisible()
  await user.click(within(versions).getByRole('button', { name: 'Go back to version 0' }))
  const form = within(await dialog('Go back to version 0'))
  expect(await form.findByText(/would go elsewhere/)).toBeVisible()
  expect(form.getByRole('textbox', { name: 'What changed' })).toHaveValue('Version 0 again')
  await user.click(form.getByRole('button', { name: 'Publish' }))
  await waitFor(() => expect(published(desk)?.document.rules.map((each) => each.name)).toEqual(['Old']))
})

it('tells the differences between any two versions', async () => {
  const { desk, user } = openRules(documentOf(aRule('a', 'Germans')), {
    handlers: {
      'rule.compare': () => [{ kind: 'renamed', what: 'rule', name: 'Germans', where: 'rules[0]', said: 'was “Old”' }],
    },
  })
  await user.click(await screen.findByRole('tab', { name: 'Versions' }))
  const differences = within(await screen.findByRole('region', { name: 'Differences between two versions' }))
  expect(await differences.findByText('Rule renamed')).toBeVisible()
  expect(callsOf(desk, 'rule.compare').at(-1)).toEqual({ from: 0, to: 1, language: 'en' })
  await user.click(differences.getByRole('combobox', { name: 'From' }))
  await user.click(await screen.findByRole('option', { name: 'Version 1' }))
  await waitFor(() => expect(callsOf(desk, 'rule.compare').at(-1)).toEqual({ from: 1, to: 1, language: 'en' }))
  await user.click(screen.getByRole('button', { name: 'What version 1 changed' }))
  expect(await screen.findByRole('list', { name: 'What version 1 changed' })).toHaveTextContent('was “Old”')
})

it('is asked for from anywhere by its address, which is left at once; where nothing was changed it says so', async () => {
  const { user } = openRules(documentOf(aRule('a', 'Germans')))
  await screen.findByRole('switch', { name: 'Germans is on' })
  act(() => {
    window.location.hash = '#/rules/publish'
  })
  expect(await screen.findByText('There is nothing to publish: the rules you see are at work.')).toBeVisible()
  expect(window.location.hash).toBe('#/rules')
  await user.click(screen.getByRole('switch', { name: 'Germans is on' }))
  act(() => {
    window.location.hash = '#/rules/publish'
  })
  expect(await dialog()).toBeVisible()
  expect(window.location.hash).toBe('#/rules')
})
