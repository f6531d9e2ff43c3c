import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Ruleset } from '../../../src-main/contract/index.ts'
import { aRule, callsOf, documentOf, fill, list, openRules } from './open-rules.tsx'

const editor = (name: 'Add a rule' | 'Edit the rule' = 'Edit the rule') => screen.findByRole('form', { name })
const pick = async (user: ReturnType<typeof openRules>['user'], label: string, option: string | RegExp) => {
  await user.click(screen.getByRole('combobox', { name: label }))
  await user.click(await screen.findByRole('option', { name: option }))
}
const lastSaved = (desk: ReturnType<typeof openRules>['desk']) =>
  (callsOf(desk, 'rule.saveDraft').at(-1) as { document: Ruleset } | undefined)?.document

it('writes a rule with a condition of its type straight into the draft, above a last rule that takes every lead', async () => {
  const everyone = aRule('z', 'Everyone', { otherwise: 'hold' })
  delete everyone.when
  const { desk, user } = openRules(documentOf(everyone))
  await list()
  await user.click(screen.getByRole('button', { name: 'Add a rule' }))
  const form = await editor('Add a rule')
  await user.click(within(form).getByRole('button', { name: 'Done' }))
  expect(await within(form).findByText('A rule needs a name.')).toBeVisible()
  fill(within(form).getByRole('textbox', { name: 'Name' }), 'Big ones')
  await pick(user, 'Field', 'Employees')
  fill(within(form).getByRole('textbox', { name: 'Value' }), '500')
  await user.click(within(form).getByRole('switch', { name: /gets it first/ }))
  expect(within(form).getByRole('status', { name: 'Reads' })).toHaveTextContent(
    'When employees ≥ 500 → : everyone, in turn, owner first',
  )
  await user.click(within(form).getByRole('button', { name: 'Done' }))
  const names = within(await list()).getAllByRole('button', { name: /^Edit / })
  expect(names.map((name) => name.textContent)).toEqual(['Big ones', 'Everyone'])
  await waitFor(() =>
    expect(lastSaved(desk)?.rules[0]).toMatchObject({
      name: 'Big ones',
      when: { all: [{ field: 'employees', op: 'gte', value: 500 }] },
      then: { to: 'pool', pool: {}, by: 'round-robin', ownerFirst: true },
    }),
  )
})

it('leaves a rule as it was when cancelled, and a new one out', async () => {
  const { user } = openRules(documentOf(aRule('a', 'Germans')))
  await user.click(await screen.findByRole('button', { name: 'Edit Germans' }))
  fill(within(await editor()).getByRole('textbox', { name: 'Name' }), 'Germans and Swiss')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(within(await list()).getByRole('button', { name: 'Edit Germans' })).toBeVisible()
  expect(screen.queryByText('Unpublished changes')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Add a rule' }))
  await editor('Add a rule')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(within(await list()).getAllByRole('button', { name: /^Edit / })).toHaveLength(1)
})

it('keeps offers and clocks shut behind one sentence, and says in the rule what is set (R20, R21, R23)', async () => {
  const { user } = openRules(documentOf(aRule('a', 'Germans')))
  await user.click(await screen.findByRole('button', { name: 'Edit Germans' }))
  const terms = within(await editor()).getByRole('region', { name: 'Offers and clocks' })
  expect(terms).toHaveTextContent('The lead is theirs at once, and no clock runs.')
  await user.click(within(terms).getByRole('button', { name: 'Offers and clocks' }))
  fill(within(terms).getByRole('textbox', { name: 'Offer it first, to be accepted within' }), '10')
  fill(within(terms).getByRole('textbox', { name: 'Offers at most' }), '3')
  fill(within(terms).getByRole('textbox', { name: 'First contact within' }), '60')
  await pick(user, 'If not contacted in time', /Take it back/)
  fill(within(terms).getByRole('textbox', { name: /has been gone for/ }), '0')
  const said = 'ffered for 10 minutes, at most 3 offers, first contact within 1 working hour, then taken back'
  expect(terms).toHaveTextContent(`O${said}, given on as soon as the rep leaves.`)
  expect(screen.getByRole('status', { name: 'Reads' })).toHaveTextContent(`Sales, by weight; o${said}`)
})

it('asks of each method only what it needs, and shows what percentages come to (R16)', async () => {
  const { desk, user } = openRules(documentOf(aRule('a', 'Germans')))
  await user.click(await screen.findByRole('button', { name: 'Edit Germans' }))
  const form = await editor()
  await pick(user, 'Shared', 'By fixed percentages')
  fill(within(form).getByRole('textbox', { name: 'Percentage of Mia' }), '60')
  expect(within(form).getByText('Sum 60%. 40% is left, shared by weight among those without a percentage.')).toBeVisible()
  fill(within(form).getByRole('textbox', { name: 'Percentage of Tom' }), '50')
  expect(within(form).getByText('Sum 110%: more than the whole. Lower one.')).toBeVisible()
  await pick(user, 'Shared', /^In steps/)
  expect(within(form).queryByText(/^Sum/)).toBeNull()
  await user.click(within(form).getByRole('button', { name: 'Move group 2 up' }))
  await user.click(within(form).getByRole('button', { name: 'Remove group 1' }))
  expect(within(form).getAllByRole('group', { name: /^Group/ })).toHaveLength(1)
  await pick(user, 'Shared', 'To whoever wins most')
  fill(within(form).getByRole('textbox', { name: /times the usual load/ }), '2')
  await waitFor(() =>
    expect(lastSaved(desk)?.rules[0]?.then).toEqual({
      to: 'pool',
      pool: { team: 'Sales' },
      by: 'top-performer',
      maxLoadMultiple: 2,
    }),
  )
})

it('says what happens when the owner is not here (R17)', async () => {
  const { user } = openRules(documentOf(aRule('a', 'Germans')))
  await user.click(await screen.findByRole('button', { name: 'Edit Germans' }))
  await user.click(within(await editor()).getByRole('switch', { name: /gets it first/ }))
  await pick(user, 'If the owner is not here', 'Wait for the owner')
  expect(screen.getByRole('status', { name: 'Reads' })).toHaveTextContent('owner first, waiting 30 minutes for them')
  await pick(user, 'If the owner is not here', 'Give it to whoever stands in')
  await pick(user, 'Who stands in', 'Tom')
  expect(screen.getByRole('status', { name: 'Reads' })).toHaveTextContent('owner first, else Tom')
})

it('keeps what narrows further out of the way of a simple rule', async () => {
  const { user } = openRules(documentOf(aRule('a', 'Germans')))
  await user.click(await screen.findByRole('button', { name: 'Edit Germans' }))
  const form = await editor()
  expect(within(form).queryByLabelText('Skilled in all of')).toBeNull()
  await user.click(within(form).getByRole('button', { name: /Narrow by skill/ }))
  expect(within(form).getAllByLabelText('Skilled in all of')[0]).toBeVisible()
})
