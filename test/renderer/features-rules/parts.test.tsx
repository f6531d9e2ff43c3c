import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Ruleset } from '../../../src-main/contract/index.ts'
import { aRule, callsOf, documentOf, fill, openRules } from './open-rules.tsx'

const openPart = async (part: string, document: Ruleset, options: Parameters<typeof openRules>[1] = {}) => {
  const opened = openRules(document, options)
  await opened.user.click(await screen.findByRole('tab', { name: new RegExp(`^${part}`) }))
  return opened
}
const lastSaved = ({ desk }: ReturnType<typeof openRules>) =>
  (callsOf(desk, 'rule.saveDraft').at(-1) as { document: Ruleset } | undefined)?.document

it('builds a score of attributes with weights and lines of points (R32)', async () => {
  const opened = await openPart('Scoring', documentOf(aRule('a', 'Germans')))
  const { user } = opened
  await user.click(screen.getByRole('button', { name: 'Start scoring' }))
  const size = within(screen.getByRole('group', { name: 'Company size' }))
  fill(size.getByRole('textbox', { name: 'Value' }), '500')
  await user.click(screen.getByRole('button', { name: 'Add an attribute' }))
  const second = within(screen.getByRole('group', { name: 'Attribute 2' }))
  fill(second.getByRole('textbox', { name: 'Weight' }), '3')
  expect(size.getByText('25% of the score')).toBeVisible()
  expect(second.getByText('75% of the score')).toBeVisible()
  const hot = screen.getByRole('textbox', { name: 'Hot from' })
  fill(hot, '70')
  expect(screen.getByRole('img', { name: 'Cold below 50, warm from 50, hot from 70' })).toBeVisible()
  await waitFor(() =>
    expect(lastSaved(opened)?.score).toMatchObject({
      attributes: [
        { name: 'Company size', points: [{ when: { all: [{ field: 'employees', op: 'gte', value: 500 }] }, points: 10 }] },
        { name: '', weight: 3 },
      ],
      hotFrom: 70,
    }),
  )
})

it('says so when hot begins below warm', async () => {
  const score = { attributes: [], hotFrom: 40, warmFrom: 50 }
  await openPart('Scoring', { ...documentOf(), score })
  expect(await screen.findByText('Hot must begin above warm.')).toBeVisible()
})

it('names places as tokens, and who serves them and which rules use them', async () => {
  const document = documentOf(aRule('a', 'Bavarians', { then: { to: 'pool', pool: { territory: 'South' }, by: 'weighted' } }))
  const opened = await openPart('Territories', { ...document, territories: [{ name: 'South', places: ['Bayern'], except: [] }] })
  const { user } = opened
  const south = within(await screen.findByRole('group', { name: 'South' }))
  expect(south.getByText('Nobody serves it yet. Say so under Reps.')).toBeVisible()
  expect(south.getByText('Used in Bavarians')).toBeVisible()
  await user.type(south.getByRole('combobox', { name: 'Places' }), 'Europe{Enter}')
  await user.type(south.getByRole('combobox', { name: 'Except' }), 'Andorra{Enter}')
  await waitFor(() =>
    expect(lastSaved(opened)?.territories).toEqual([{ name: 'South', places: ['Bayern', 'Europe'], except: ['Andorra'] }]),
  )
})

it('changes what holds for all rules', async () => {
  const opened = await openPart('Settings', documentOf(aRule('a', 'Germans')))
  const { user } = opened
  const window = await screen.findByRole('textbox', { name: 'The same person within' })
  fill(window, '30')
  await user.click(screen.getByRole('switch', { name: /^A lead given by hand counts as a turn/ }))
  await waitFor(() => expect(lastSaved(opened)?.settings).toMatchObject({ duplicateWindowDays: 30, chargeOverrides: false }))
})

it('marks the part in which something is wrong', async () => {
  openRules(documentOf(aRule('a', 'Germans')), {
    findings: [{ level: 'error', code: 'too_small', rule: null, where: 'territories[0].places', message: 'the list is empty' }],
  })
  expect(await screen.findByRole('tab', { name: 'Territories , 1 error' })).toBeVisible()
})
