import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import type { InboxId } from '../../../src-main/contract/index.ts'
import { IntakeScreen } from '../../../src-renderer/features/intake/IntakeScreen.tsx'
import { fakeDesk, type Handlers, refuse } from '../helpers/fake-desk.ts'
import { anInbox, aSample } from '../helpers/intake-builders.ts'
import { renderDesk } from '../helpers/render-desk.tsx'

beforeEach(() => {
  window.location.hash = '#/intake/inbox'
})

const told = {
  folders: [
    { path: 'INBOX', name: 'Inbox', mails: 240, use: '\\Inbox' },
    { path: 'Leads', name: 'Leads', mails: 12, use: null },
  ],
  hasIdle: true,
  hasMove: true,
}
const happy: Handlers = {
  'inbox.test': () => told,
  'inbox.sample': () => ({
    mails: [aSample(), aSample({ verdict: 'ignored', reason: 'newsletter', reading: null, subject: 'Our news' })],
  }),
  'inbox.save': () => ({ inboxId: 1 }),
}

function open(handlers: Handlers = {}) {
  const desk = fakeDesk({ handlers: { ...happy, ...handlers } })
  renderDesk(<IntakeScreen />, desk)
  const input = (verb: string) => desk.calls.findLast(({ name }) => name === `inbox.${verb}`)?.input
  return { desk, input, user: userEvent.setup({ delay: null }) }
}
type User = ReturnType<typeof userEvent.setup>

async function typeAccount(user: User, address: string, secret: string): Promise<void> {
  await user.type(await screen.findByRole('textbox', { name: 'E-mail address' }), address)
  await user.type(screen.getByLabelText(/^(Password|App password|OAuth token)$/), secret)
}
const next = (user: User, name = 'Next') => user.click(screen.getByRole('button', { name }))

it('takes an inbox from an address to its first mails', async () => {
  const { input, user } = open()
  await typeAccount(user, 'sales@firm.example', 'pw-1')
  expect(screen.getByRole('textbox', { name: 'Server' })).toHaveAttribute('placeholder', 'imap.firm.example')
  await user.type(screen.getByRole('textbox', { name: 'Server' }), 'mail.firm.example')
  await next(user, 'Test the connection')

  expect(await screen.findByText('Connected, 2 folders. New mails are told at once.')).toBeVisible()
  expect(input('test')).toEqual({
    server: { host: 'mail.firm.example', port: 993, security: 'tls', user: 'sales@firm.example', auth: 'password' },
    secret: 'pw-1',
  })
  await user.click(screen.getByRole('combobox', { name: 'Folder' }))
  await user.click(await screen.findByRole('option', { name: 'Leads · 12 mails' }))
  await user.click(screen.getByRole('radio', { name: 'The last 7 days too' }))
  await user.click(screen.getByRole('radio', { name: 'Move it to a folder' }))
  await next(user)
  expect(await screen.findByText('Choose where mails go that were taken in.')).toBeVisible()
  await user.click(screen.getByRole('combobox', { name: 'Folder for mails taken in' }))
  await user.click(await screen.findByRole('option', { name: 'INBOX · 240 mails' }))
  await user.type(screen.getByRole('combobox', { name: "The team's own addresses" }), 'anna@firm.example{Enter}')
  await next(user)

  expect(await screen.findByText('1 would be a lead · 0 would wait in the review tray · 1 would be no leads')).toBeVisible()
  const fields = screen.getByRole('table', { name: 'What was read' })
  expect(within(fields).getByRole('row', { name: /Name Ada Byron certain line 1/ })).toBeVisible()
  expect(within(fields).getByRole('row', { name: /Phone \+4930123456 a guess signature/ })).toBeVisible()
  expect(screen.getByText('newsletter')).toBeVisible()

  await next(user, 'Save and begin to read')
  await waitFor(() => expect(window.location.hash).toBe('#/intake'))
  expect(input('save')).toMatchObject({
    secret: 'pw-1',
    settings: {
      name: 'sales@firm.example',
      folder: 'Leads',
      afterReading: 'move',
      moveTo: 'INBOX',
      takes: 'known',
      ownAddresses: ['anna@firm.example'],
      isOn: true,
    },
  })
  const { since } = (input('save') as { settings: { since: number } }).settings
  expect(Math.abs(Date.now() - 7 * 86_400_000 - since)).toBeLessThan(60_000)
})

it('knows the provider by the address, and what it wants instead of a password', async () => {
  const { input, user } = open()
  await typeAccount(user, 'ada@gmail.com', 'abcd efgh')
  expect(screen.getByRole('radio', { name: 'Gmail, Google Workspace' })).toBeChecked()
  expect(screen.getByLabelText('App password')).toBeVisible()
  expect(screen.queryByRole('textbox', { name: 'Server' })).toBeNull()
  await user.click(screen.getByRole('radio', { name: 'Outlook, Microsoft 365' }))
  expect(screen.getByText(/Microsoft takes no passwords/)).toBeVisible()
  expect(screen.getByLabelText('OAuth token')).toBeVisible()
  await next(user, 'Test the connection')
  await screen.findByText(/^Connected/)
  expect(input('test')).toMatchObject({ server: { host: 'outlook.office365.com', auth: 'oauth2' } })
})

it('says what is wrong with the account, what to do, and what the server said', async () => {
  const { user } = open({
    'inbox.test': () => refuse({ code: 'inbox-failed', data: { code: 'wrong-password', detail: 'NO [AUTHENTICATIONFAILED]' } }),
  })
  await next(user, 'Test the connection')
  expect(screen.getByText('An address or a user name is needed.')).toBeVisible()
  expect(screen.getByText('The name of the server is needed.')).toBeVisible()
  await typeAccount(user, 'ada@gmail.com', 'wrong')
  await next(user, 'Test the connection')
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('The server did not accept the user and password.')
  expect(alert).toHaveTextContent('Gmail wants an app password')
  expect(alert).toHaveTextContent('NO [AUTHENTICATIONFAILED]')
  expect(screen.getByRole('heading', { name: 'Which account?' })).toBeVisible()
})

it('can be stopped while a server keeps it waiting', async () => {
  const { user } = open({ 'inbox.test': () => new Promise(() => undefined) })
  await typeAccount(user, 'ada@gmail.com', 'pw')
  await next(user, 'Test the connection')
  await user.click(await screen.findByRole('button', { name: 'Stop' }))
  expect(screen.getByRole('button', { name: 'Test the connection' })).toBeEnabled()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('edits an inbox with its secret kept, and never shows it', async () => {
  window.location.hash = '#/intake/inbox/4'
  const inbox = anInbox({ id: 4 as InboxId, settings: { name: 'Sales', takes: 'people', since: 17, isOn: false } })
  const { input, user } = open({ 'inbox.list': () => [inbox] })
  expect(await screen.findByRole('heading', { name: 'Edit Sales' })).toBeVisible()
  expect(screen.getByLabelText('Password')).toHaveValue('')
  await next(user, 'Test the connection')
  await screen.findByText(/^Connected/)
  expect(input('test')).toMatchObject({ inboxId: 4 })
  expect(input('test')).not.toHaveProperty('secret')
  expect(screen.getByRole('radio', { name: /^As until now/ })).toBeChecked()
  await next(user, 'Save')
  await waitFor(() => expect(input('save')).toEqual({ inboxId: 4, settings: inbox.settings }))
})

it('says so when the inbox is gone', async () => {
  window.location.hash = '#/intake/inbox/4'
  open()
  expect(await screen.findByText('This inbox is no longer there.')).toBeVisible()
})
