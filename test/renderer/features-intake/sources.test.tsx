import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import type { InboxId, LeadId, Source, SourceId, Suspicion } from '../../../src-main/contract/index.ts'
import { IntakeScreen } from '../../../src-renderer/features/intake/IntakeScreen.tsx'
import { linkedLeads } from '../../../src-renderer/state/lead-links.ts'
import { aLead, leadId, NOON } from '../helpers/builders.ts'
import { fakeDesk, type Handlers, refuse } from '../helpers/fake-desk.ts'
import { aDoor, aForm, anInbox } from '../helpers/intake-builders.ts'
import { renderDesk } from '../helpers/render-desk.tsx'

beforeEach(() => {
  window.location.hash = '#/intake'
})

const aSource = (parts: Partial<Source> & { id: SourceId }): Source => ({
  name: `Source ${parts.id}`,
  kind: 'file',
  leads: 1,
  leadsToday: 0,
  lastLeadAt: NOON,
  ...parts,
})

function open(handlers: Handlers = {}, sources: Source[] = []) {
  const desk = fakeDesk({ leads: [aLead({ id: leadId(7), name: 'Ada Byron' })], handlers })
  const { store } = renderDesk(<IntakeScreen />, desk)
  store.receive({ kind: 'snapshot', snapshot: { ...desk.snapshot(), sources } })
  store.flush()
  return { desk, store, user: userEvent.setup({ delay: null }) }
}
const row = (name: string) => screen.findByRole('row', { name })

it('says of each inbox how it does, with counts, and puts the one that needs somebody first', async () => {
  const well = anInbox({ id: 1 as InboxId, review: 4, leads: 1_200, settings: { name: 'Portal' } })
  const ill = anInbox({
    id: 2 as InboxId,
    state: 'off',
    trouble: { code: 'wrong-password', detail: 'AUTHENTICATIONFAILED', at: NOON },
    settings: { name: 'Sales', user: 'sales@firm.example' },
  })
  const { user } = open({ 'inbox.list': () => [well, ill] }, [aSource({ id: well.sourceId, kind: 'mail', leadsToday: 9 })])

  const table = await screen.findByRole('table', { name: 'E-mail inboxes' })
  const names = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((line) => line.getAttribute('aria-label'))
  expect(names).toEqual(['Sales', 'Portal'])
  expect(screen.getByText('1 of 2 needs you')).toBeVisible()
  expect(within(await row('Portal')).getByText('Listening')).toBeVisible()
  expect(within(await row('Portal')).getByText('1,200')).toBeVisible()
  expect(within(await row('Portal')).getByText('9')).toBeVisible()
  expect(within(await row('Portal')).getByRole('link', { name: '4 mails of Portal in the review tray' })).toHaveAttribute(
    'href',
    '#/review',
  )
  expect(within(await row('Sales')).getByText('Wrong user or password')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Enter the password: Sales' }))
  expect(window.location.hash).toBe('#/intake/inbox/2')
})

it('counts down to the next try, and says how much is left to read', async () => {
  open({
    'inbox.list': () => [
      anInbox({
        id: 1 as InboxId,
        state: 'retrying',
        retryAt: Date.now() + 40_500,
        trouble: { code: 'timeout', detail: '', at: Date.now() },
      }),
      anInbox({ id: 2 as InboxId, state: 'reading', behind: 120 }),
      anInbox({ id: 3 as InboxId, settings: { isOn: false } }),
    ],
  })
  const waiting = within(await row('Inbox 1'))
  expect(waiting.getByText('No answer')).toBeVisible()
  expect(waiting.getByText(/Trying again in \d\d sec/)).toBeVisible()
  // It mends itself: nobody is called.
  expect(waiting.queryByRole('button', { name: /Mend it/ })).toBeNull()
  expect(screen.queryByText(/needs? you/)).toBeNull()
  expect(within(await row('Inbox 2')).getByText('Reading, 120 left')).toBeVisible()
  expect(within(await row('Inbox 3')).getByText('Paused')).toBeVisible()
})

it('asks again when something happens to an inbox, and not for every lead', async () => {
  let asked = 0
  const { desk } = open({ 'inbox.list': () => [anInbox({ leads: (asked += 1) })] })
  expect(await row('Inbox 1')).toHaveTextContent('1')
  desk.commit('lead-noted', { leads: [aLead({ id: leadId(7) })] })
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(asked).toBe(1)
  desk.commit('inbox-recovered', { data: { inboxId: 1, name: 'Inbox 1' } })
  await waitFor(() => expect(asked).toBe(2), { timeout: 2_000 })
})

it('checks, pauses and resumes an inbox without asking for its password', async () => {
  let inbox = anInbox({ settings: { name: 'Sales' } })
  const { desk, user } = open({
    'inbox.list': () => [inbox],
    'inbox.check': () => undefined,
    'inbox.save': ({ settings }: { settings: typeof inbox.settings }) => {
      inbox = { ...inbox, settings }
      return { inboxId: inbox.id }
    },
  })
  const choose = async (item: string) => {
    await user.click(await screen.findByRole('button', { name: 'Actions for Sales' }))
    await user.click(await screen.findByRole('menuitem', { name: item }))
  }
  await choose('Check now')
  expect(desk.calls.find(({ name }) => name === 'inbox.check')?.input).toEqual({ inboxId: 1 })
  await choose('Pause')
  expect(await screen.findByText('Paused')).toBeVisible()
  const { input } = desk.calls.find(({ name }) => name === 'inbox.save') ?? {}
  expect(input).toMatchObject({ inboxId: 1, settings: { isOn: false } })
  expect(input).not.toHaveProperty('secret')
  await choose('Resume')
  expect(await screen.findByText('Listening')).toBeVisible()
})

it('says what stays before an inbox is removed', async () => {
  let inboxes = [anInbox({ leads: 12, review: 2, settings: { name: 'Sales' } })]
  const { user } = open({
    'inbox.list': () => inboxes,
    'inbox.remove': () => {
      inboxes = []
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Actions for Sales' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Remove' }))
  const dialog = await screen.findByRole('dialog', { name: 'Remove Sales' })
  expect(dialog).toHaveTextContent('What came in stays: 12 leads, and 2 mails in the review tray.')
  await user.click(within(dialog).getByRole('button', { name: 'Remove the inbox' }))
  expect(await screen.findByText('No inbox yet.')).toBeVisible()
})

it('has a face for nothing yet and one for an answer that does not come', async () => {
  let isDown = true
  const { user } = open({
    'inbox.list': () => (isDown ? refuse({ code: 'internal', data: {} }) : []),
  })
  expect(await screen.findByText('No form yet.')).toBeVisible()
  expect(screen.getByText('Nothing looks made up among the leads of the last 30 days.')).toBeVisible()
  isDown = false
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('No inbox yet.')).toBeVisible()
})

it('says why a form takes nothing: nobody listens, or it is paused', async () => {
  let door = aDoor({ isOn: false, addresses: [] })
  const forms = [
    aForm({ lastRefusal: { at: NOON, reason: 'wrong-key' }, settings: { name: 'Contact', path: 'contact' } }),
    aForm({ id: 2 as ReturnType<typeof aForm>['id'], settings: { isOn: false } }),
  ]
  const { desk, user } = open({
    'form.list': () => forms,
    'form.door': () => door,
    'form.saveDoor': (wanted: Pick<typeof door, 'isOn' | 'port' | 'isOpen'>) =>
      (door = { ...aDoor(), ...wanted, addresses: [], problem: 'port 4816 is in use by another program' }),
  })
  expect(within(await row('Contact')).getByText('Not listening')).toBeVisible()
  expect(within(await row('Contact')).getByText('Wrong key')).toBeVisible()
  expect(within(await row('Form 2')).getByText('Paused')).toBeVisible()

  await user.click(screen.getByRole('switch', { name: 'Listen for posts' }))
  expect(desk.calls.find(({ name }) => name === 'form.saveDoor')?.input).toEqual({ isOn: true, port: 4816, isOpen: false })
  expect(await screen.findByText(/port 4816 is in use by another program/)).toBeVisible()
  expect(within(await row('Contact')).getByText('Cannot listen')).toBeVisible()
})

it('warns in plain words before other machines are let in', async () => {
  const { desk, user } = open({
    'form.list': () => [aForm()],
    'form.door': () => aDoor(),
    'form.saveDoor': (wanted: object) => ({ ...aDoor(), ...wanted }),
  })
  expect(await screen.findByText(/For programs on this machine only at http:\/\/127.0.0.1:4816/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'How forms reach this desk' }))
  const dialog = await screen.findByRole('dialog', { name: 'How forms reach this desk' })
  expect(within(dialog).queryByRole('alert')).toBeNull()
  await user.click(within(dialog).getByRole('switch', { name: /^Also for other machines of the network/ }))
  expect(within(dialog).getByRole('alert')).toHaveTextContent('travels unencrypted')
  const port = within(dialog).getByRole('textbox', { name: 'Port' })
  await user.clear(port)
  expect(within(dialog).getByRole('button', { name: 'Save' })).toBeDisabled()
  await user.type(port, '8080')
  await user.click(within(dialog).getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(desk.calls.find(({ name }) => name === 'form.saveDoor')?.input).toEqual({ isOn: true, port: 8080, isOpen: true }),
  )
})

it('lists inboxes and forms once, and the other sources below', async () => {
  open({ 'inbox.list': () => [anInbox()] }, [
    aSource({ id: 1 as SourceId, name: 'Inbox 1', kind: 'mail' }),
    aSource({ id: 9 as SourceId, name: 'Fair' }),
  ])
  const table = await screen.findByRole('table', { name: 'Files and by hand' })
  expect(within(table).getByText('Fair')).toBeVisible()
  await waitFor(() => expect(within(table).queryByText('Inbox 1')).toBeNull())
})

it('shows leads that look made up, and opens them', async () => {
  const suspicion: Suspicion = {
    sourceId: 1 as SourceId,
    source: 'Web form',
    kind: 'same-phone',
    key: '+49 30 1234567',
    names: ['A', 'B', 'C', 'D', 'E', 'F'],
    leads: 6,
    leadIds: [7, 8] as LeadId[],
    from: NOON,
    to: NOON + 60_000,
  }
  const { user } = open({ 'intake.suspicions': () => [suspicion] })
  const table = await screen.findByRole('table', { name: 'Suspected fraud' })
  expect(table).toHaveTextContent('6 leads with one number: +49 30 1234567')
  expect(table).toHaveTextContent('A, B, C, D and 2 more')
  await user.click(within(table).getByRole('button', { name: /^Show the leads/ }))
  expect(window.location.hash).toBe('#/leads/behind/1')
  expect(linkedLeads('behind/1')).toMatchObject({
    filter: { leadIds: [7, 8] },
    title: 'Web form: the newest 2 of 6 leads with one number: +49 30 1234567',
  })
})
