import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Why } from '../../../src-main/contract/index.ts'
import { aLead, leadId, NOON, repId, someFields } from '../helpers/builders.ts'
import { aRule, callsOf, documentOf, list, openRules } from './open-rules.tsx'

it('shows the rules as sentences with hits, findings at their rule and above for the whole, and the built-in last one', async () => {
  openRules(documentOf(aRule('a', 'Germans'), aRule('b', 'Rest')), {
    findings: [
      { level: 'warning', code: 'shadowed', rule: 'Rest', where: 'rules[1]', message: '“Germans” above takes every lead' },
      { level: 'warning', code: 'rep-unreachable', rule: null, where: 'rules', message: 'no rule can reach Tom' },
    ],
  })
  const rows = within(await list())
    .getAllByRole('listitem')
    .filter((row) => row.parentElement?.tagName === 'OL')
  expect(rows).toHaveLength(3)
  expect(rows[0]).toHaveTextContent('When country is within DACH')
  expect(rows[0]).toHaveTextContent('Sales, by weight; if nobody can take it, go on to the next rule')
  await waitFor(() => expect(rows[0]).toHaveTextContent('12 leads'))
  await waitFor(() => expect(rows[1]).toHaveTextContent('Warning: “Germans” above takes every lead'))
  expect(rows[2]).toHaveTextContent('Everything else')
  expect(screen.getByRole('list', { name: 'About the rules as a whole' })).toHaveTextContent('No rule can reach Tom')
})

it('moves a rule by arrow and by Alt with an arrow, and says so', async () => {
  const { user } = openRules(documentOf(aRule('a', 'Germans'), aRule('b', 'Rest')))
  await user.click(await screen.findByRole('button', { name: 'Move Rest up' }))
  expect(screen.getByText('Rest is now number 1.')).toBeInTheDocument()
  expect(screen.getByText('Unpublished changes')).toBeVisible()
  screen.getByRole('button', { name: 'Edit Rest' }).focus()
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(screen.getByText('Rest is now number 2.')).toBeInTheDocument()
})

it('goes up and down the rules with J and K, and switches one with X', async () => {
  const { user } = openRules(documentOf(aRule('a', 'Germans'), aRule('b', 'Rest')))
  await list()
  await user.keyboard('jj')
  expect(screen.getByRole('button', { name: 'Edit Rest' })).toHaveFocus()
  await user.keyboard('kx')
  expect(screen.getByRole('switch', { name: 'Germans is on' })).not.toBeChecked()
})

it('takes steps in the draft back and does them again', async () => {
  const { user } = openRules(documentOf(aRule('a', 'Germans'), aRule('b', 'Rest')))
  await user.click(await screen.findByRole('button', { name: 'Move Rest up' }))
  const names = () => within(screen.getByRole('list', { name: 'Rules in order' })).getAllByRole('button', { name: /^Edit / })
  await user.keyboard('{Control>}z{/Control}')
  expect(names()[0]).toHaveTextContent('Germans')
  expect(screen.queryByText('Unpublished changes')).toBeNull()
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
  expect(names()[0]).toHaveTextContent('Rest')
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(names()[0]).toHaveTextContent('Germans')
})

it('keeps the draft on the desk as one goes, and throws it away when asked', async () => {
  const { desk, user } = openRules(documentOf(aRule('a', 'Germans')))
  await user.click(await screen.findByRole('switch', { name: 'Germans is on' }))
  expect(await screen.findByText('Draft saved')).toBeVisible()
  expect(callsOf(desk, 'rule.saveDraft')).toMatchObject([{ basedOn: 1, document: { rules: [{ enabled: false }] } }])
  await user.click(screen.getByRole('button', { name: 'Discard changes' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Discard changes' }))
  expect(screen.getByRole('switch', { name: 'Germans is on' })).toBeChecked()
  expect(screen.queryByText('Unpublished changes')).toBeNull()
  await waitFor(() => expect(callsOf(desk, 'rule.dropDraft')).toHaveLength(1))
})

it('opens the draft the desk has kept, and says when it began on an older version', async () => {
  openRules(documentOf(aRule('a', 'Germans')), {
    handlers: {
      'rule.readDraft': () => ({
        document: documentOf(aRule('a', 'Germans'), aRule('n', '')),
        savedAt: NOON,
        savedBy: 'manager',
        basedOn: 0,
      }),
    },
  })
  expect(await screen.findByText('Unpublished changes')).toBeVisible()
  expect(within(await list()).getByText('Rule without a name')).toBeVisible()
  expect(screen.getByText(/Version 1 was published meanwhile/)).toBeVisible()
})

it('says when the draft could not be saved, and saves it again', async () => {
  let isBroken = true
  const { desk, user } = openRules(documentOf(aRule('a', 'Germans')), {
    handlers: {
      'rule.saveDraft': () => {
        if (isBroken) throw new Error('no')
      },
    },
  })
  await user.click(await screen.findByRole('switch', { name: 'Germans is on' }))
  expect(await screen.findByText(/could not be saved/)).toBeVisible()
  isBroken = false
  await user.click(screen.getByRole('button', { name: 'Save again' }))
  expect(await screen.findByText('Draft saved')).toBeVisible()
  expect(callsOf(desk, 'rule.saveDraft')).toHaveLength(2)
})

it('helps a desk without rules to its first one', async () => {
  const { user } = openRules(documentOf())
  await user.click(await screen.findByRole('button', { name: 'Share all leads among everyone' }))
  expect(within(await list()).getByText('Every lead')).toBeVisible()
})

const why: Why = {
  lead: null,
  at: NOON,
  sentence: 'Mia would get this because she was next.',
  ruleset: 1,
  outcome: 'assigned',
  picked: repId(1),
  byHand: false,
  rule: 'Rest',
  rules: [
    { name: 'Germans', matched: false, failed: 'country is within DACH' },
    { name: 'Rest', matched: true, failed: null },
  ],
  method: 'weighted',
  candidates: [
    {
      rep: 'rep1@example.com',
      repId: repId(1),
      name: 'Mia',
      rule: 'Rest',
      eligible: true,
      reasons: [],
      said: null,
      weight: 1,
      before: 0,
      after: 0,
      openLeads: 3,
      capacity: 20,
      basis: 'won 31%',
    },
  ],
  score: { score: 60, grade: 'warm', parts: [{ name: 'Size', points: 6, most: 10, adds: 30, because: ['employees ≥ 500'] }] },
  tie: null,
  isStored: false,
}

it('tries a lead on the draft, shows how it falls, and follows every change of either', async () => {
  const { desk, user } = openRules(documentOf(aRule('a', 'Germans'), aRule('b', 'Rest')), {
    handlers: { 'rule.trial': () => why },
  })
  await user.type(await screen.findByRole('textbox', { name: 'Country' }), 'France')
  await user.click(screen.getByRole('button', { name: 'Try it' }))
  expect(await screen.findByText('Mia would get this because she was next.')).toBeVisible()
  expect(screen.getByText('does not fit: country is within DACH')).toBeVisible()
  expect(screen.getByText('gets it · won 31% · 3 of 20 open')).toBeVisible()
  const score = screen.getByRole('region', { name: 'Score' })
  expect(score).toHaveTextContent('60 of 100')
  expect(score).toHaveTextContent('Size employees ≥ 500')
  expect(score).toHaveTextContent('6 of 10')
  const trials = () => callsOf(desk, 'rule.trial') as { lead: object; document: { rules: { enabled: boolean }[] } }[]
  expect(trials().at(-1)).toMatchObject({ lead: { country: 'France' } })
  await user.click(screen.getByRole('switch', { name: 'Germans is on' }))
  await waitFor(() => expect(trials().at(-1)?.document.rules[0]?.enabled).toBe(false))
  await user.type(screen.getByRole('textbox', { name: 'Company' }), 'Acme')
  await waitFor(() => expect(trials().at(-1)?.lead).toEqual({ country: 'France', company: 'Acme' }))
})

it('fills the bench from a lead of the desk', async () => {
  const { desk, user } = openRules(documentOf(aRule('a', 'Germans')), {
    handlers: {
      'rule.trial': () => why,
      'lead.page': () => ({ leads: [aLead({ id: leadId(7), name: 'Ada', company: 'Acme' })], next: null }),
      'lead.read': () => ({
        card: aLead({ id: leadId(7) }),
        fields: someFields({ name: 'Ada', company: 'Acme', country: 'AT', employees: 900, custom: { Plan: 'Pro' } }),
        sourceId: 1,
        raw: null,
        rawKind: null,
        batchFile: null,
        line: null,
        mails: [],
        timeline: [],
      }),
    },
  })
  await user.click(await screen.findByRole('combobox', { name: 'Take one from the desk' }))
  await user.click(await screen.findByRole('option', { name: 'Ada, Acme' }))
  expect(await screen.findByText('Filled in from Ada, Acme')).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Employees' })).toHaveValue('900')
  await waitFor(() =>
    expect(callsOf(desk, 'rule.trial').at(-1)).toMatchObject({ lead: { name: 'Ada', employees: 900, custom: { Plan: 'Pro' } } }),
  )
})
