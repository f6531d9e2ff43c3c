import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Rule, RuleId, Ruleset, RulesetFinding, Why } from '../../../src-main/contract/index.ts'
import { RulesScreen } from '../../../src-renderer/features/rules/RulesScreen.tsx'
import { aRep, NOON } from '../helpers/builders.ts'
import { fakeDesk, type Handlers } from '../helpers/fake-desk.ts'
import { renderDesk } from '../helpers/render-desk.tsx'

const rule = (id: string, name: string): Rule => ({
  id: id as RuleId,
  name,
  enabled: true,
  when: { field: 'country', op: 'within', value: ['DACH'] },
  then: { to: 'pool', pool: { team: 'Sales' }, by: 'weighted' },
  otherwise: 'next',
})
const documentOf = (...rules: Rule[]): Ruleset => ({
  version: 1,
  territories: [],
  rules,
  settings: { duplicateWindowDays: 90, chargeOverrides: true },
})

function open(document: Ruleset, handlers: Handlers = {}, findings: RulesetFinding[] = []) {
  const desk = fakeDesk({
    reps: [aRep({ name: 'Mia' })],
    handlers: {
      'rule.read': () => ({ ruleset: 1, publishedAt: NOON, publishedBy: 'manager', document, findings }),
      'rule.check': () => ({ findings }),
      'rule.hits': () => ({ a: 12 }),
      'rule.versions': () => [
        { ruleset: 1, publishedAt: NOON, publishedBy: 'manager', rules: 2, note: null },
        { ruleset: 0, publishedAt: NOON, publishedBy: 'manager', rules: 1, note: 'Before the fair' },
      ],
      'rule.publish': () => ({ ruleset: 2, findings: [] }),
      ...handlers,
    },
  })
  renderDesk(<RulesScreen />, desk)
  return { desk, user: userEvent.setup() }
}
const published = (calls: { name: string; input: unknown }[]) =>
  calls.find((call) => call.name === 'rule.publish')?.input as { document: Ruleset; note?: string } | undefined
const list = async () => screen.findByRole('list', { name: 'Rules in order' })

it('shows the rules as sentences with hits, findings and the built-in last one', async () => {
  open(documentOf(rule('a', 'Germans'), rule('b', 'Rest')), {}, [
    { level: 'warning', code: 'shadowed', rule: 'Rest', where: 'rules[1]', message: '“Germans” above takes every lead' },
  ])
  const rows = within(await list())
    .getAllByRole('listitem')
    .filter((row) => row.parentElement?.tagName === 'OL')
  expect(rows).toHaveLength(3)
  expect(rows[0]).toHaveTextContent('When country is within DACH')
  expect(rows[0]).toHaveTextContent('Sales, by weight; if nobody can take it, go on to the next rule')
  await waitFor(() => expect(rows[0]).toHaveTextContent('12 leads'))
  await waitFor(() => expect(rows[1]).toHaveTextContent('Warning: “Germans” above takes every lead'))
  expect(rows[2]).toHaveTextContent('Everything else')
})

it('moves a rule, says so, and publishes the new order with a note', async () => {
  const { desk, user } = open(documentOf(rule('a', 'Germans'), rule('b', 'Rest')))
  await user.click(await screen.findByRole('button', { name: 'Move Rest up' }))
  expect(screen.getByText('Rest is now number 1.')).toBeInTheDocument()
  expect(screen.getByText('Unpublished changes')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Publish' }))
  const dialog = await screen.findByRole('dialog', { name: 'Publish these rules' })
  await user.type(within(dialog).getByRole('textbox', { name: 'What changed' }), 'Rest first')
  await user.click(within(dialog).getByRole('button', { name: 'Publish' }))
  await waitFor(() => expect(published(desk.calls)?.document.rules.map((each) => each.id)).toEqual(['b', 'a']))
  expect(published(desk.calls)?.note).toBe('Rest first')
  await waitFor(() => expect(screen.queryByText('Unpublished changes')).toBeNull())
})

it('throws changes away when asked', async () => {
  const { user } = open(documentOf(rule('a', 'Germans')))
  await user.click(await screen.findByRole('switch', { name: 'Germans is on' }))
  await user.click(screen.getByRole('button', { name: 'Discard changes' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Discard changes' }))
  expect(screen.getByRole('switch', { name: 'Germans is on' })).toBeChecked()
  expect(screen.queryByText('Unpublished changes')).toBeNull()
})

it('writes a rule with a condition of its type and takes it over into the draft', async () => {
  const { desk, user } = open(documentOf())
  await user.click(await screen.findByRole('button', { name: 'Add a rule' }))
  const dialog = await screen.findByRole('dialog', { name: 'Add a rule' })
  await user.click(within(dialog).getByRole('button', { name: 'Save in the draft' }))
  expect(await within(dialog).findByText('A rule needs a name.')).toBeVisible()
  await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Big ones')
  await user.click(within(dialog).getByRole('combobox', { name: 'Field' }))
  await user.click(await screen.findByRole('option', { name: 'Employees' }))
  await user.type(within(dialog).getByRole('textbox', { name: 'Value' }), '500')
  await user.click(within(dialog).getByRole('switch', { name: /gets it first/ }))
  expect(within(dialog).getByRole('status', { name: 'Reads' })).toHaveTextContent(
    'When employees ≥ 500 → everyone, in turn, owner first',
  )
  await user.click(within(dialog).getByRole('button', { name: 'Save in the draft' }))
  await user.click(await screen.findByRole('button', { name: 'Publish' }))
  await user.click(
    within(await screen.findByRole('dialog', { name: 'Publish these rules' })).getByRole('button', { name: 'Publish' }),
  )
  await waitFor(() =>
    expect(published(desk.calls)?.document.rules).toMatchObject([
      {
        name: 'Big ones',
        when: { all: [{ field: 'employees', op: 'gte', value: 500 }] },
        then: { to: 'pool', pool: {}, by: 'round-robin', ownerFirst: true },
      },
    ]),
  )
})

it('lets nothing be published or tried while there is an error', async () => {
  const { user } = open(documentOf(rule('a', 'Germans')), {}, [
    { level: 'error', code: 'pool-empty', rule: 'Germans', where: 'rules[0].then.pool', message: 'there is nobody in Sales' },
  ])
  await user.click(await screen.findByRole('button', { name: 'Try it' }))
  expect(await screen.findByText(/The rules have errors/)).toBeVisible()
  await user.click(screen.getByRole('switch', { name: 'Germans is on' }))
  await user.click(screen.getByRole('button', { name: 'Publish' }))
  const dialog = await screen.findByRole('dialog', { name: 'Publish these rules' })
  await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Publish' })).toBeDisabled())
  expect(within(dialog).getByText(/There is nobody in Sales/)).toBeVisible()
})

it('tries a lead on the draft and shows how it falls', async () => {
  const why: Why = {
    lead: null,
    at: NOON,
    sentence: 'Mia would get this because she was next.',
    ruleset: 1,
    outcome: 'assigned',
    byHand: false,
    rule: 'Rest',
    rules: [
      { name: 'Germans', matched: false, failed: 'country is within DACH' },
      { name: 'Rest', matched: true, failed: null },
    ],
    method: 'weighted',
    candidates: [],
    tie: null,
    isStored: false,
  }
  const { desk, user } = open(documentOf(rule('a', 'Germans'), rule('b', 'Rest')), { 'rule.trial': () => why })
  await user.type(await screen.findByRole('textbox', { name: 'Country' }), 'France')
  await user.click(screen.getByRole('button', { name: 'Try it' }))
  expect(await screen.findByText('Mia would get this because she was next.')).toBeVisible()
  expect(screen.getByText('does not fit: country is within DACH')).toBeVisible()
  expect(desk.calls.find((call) => call.name === 'rule.trial')?.input).toMatchObject({ lead: { country: 'France' } })
})

it('publishes an older version again', async () => {
  const { desk, user } = open(documentOf(rule('a', 'Germans')), {
    'rule.readVersion': () => ({
      ruleset: 0,
      publishedAt: NOON,
      publishedBy: 'manager',
      document: documentOf(rule('old', 'Old')),
    }),
  })
  await user.click(await screen.findByRole('tab', { name: 'Versions' }))
  await user.click(await screen.findByRole('button', { name: 'Publish version 0 again' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Publish' }))
  await waitFor(() => expect(published(desk.calls)?.document.rules.map((each) => each.name)).toEqual(['Old']))
})

it('helps a desk without rules to its first one', async () => {
  const { user } = open(documentOf())
  await user.click(await screen.findByRole('button', { name: 'Share all leads among everyone' }))
  expect(within(await list()).getByText('Every lead')).toBeVisible()
})
