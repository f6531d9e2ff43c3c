import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { parts } from '../../../src-renderer/features/settings/parts.tsx'
import { SettingsScreen } from '../../../src-renderer/features/settings/SettingsScreen.tsx'
import { chooseNotices, noticeChoices, USUAL_CHOICES } from '../../../src-renderer/state/notice-choices.ts'
import { fakeDesk, type Handlers, refuse } from '../helpers/fake-desk.ts'
import { renderDesk } from '../helpers/render-desk.tsx'

const info = { version: '0.1.0', dataFolder: '/home/mia/Lead Desk', isDemo: false, runsIn: 'window' }
const open = (handlers: Handlers = {}) => {
  const desk = fakeDesk({ handlers: { 'desk.info': () => info, ...handlers } })
  renderDesk(<SettingsScreen />, desk)
  return desk
}
const section = (name: string) => within(screen.getByRole('region', { name }))

it('saves the name of the desk, and refuses none', async () => {
  const desk = open({ 'desk.saveSettings': () => undefined })
  const name = screen.getByRole('textbox', { name: 'Name of the desk' })
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
  await userEvent.clear(name)
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('A desk needs a name.')).toBeVisible()
  await userEvent.type(name, 'Sales north')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved.')).toBeVisible()
  expect(desk.calls.at(-1)).toEqual({
    name: 'desk.saveSettings',
    input: { deskName: 'Sales north', timeZone: 'UTC', country: 'DE', holidays: null, hours: null },
  })
})

it('keeps the hours of the team, and says which day can not be', async () => {
  const desk = open({ 'desk.saveSettings': () => undefined })
  const part = section('Desk')
  await userEvent.click(part.getByRole('switch', { name: 'Always on' }))
  const until = part.getByLabelText('Friday until')
  await userEvent.clear(until)
  await userEvent.type(until, '09:00')
  await userEvent.click(part.getByRole('button', { name: 'Save' }))
  expect(await part.findByText(/Friday/, { selector: '[role="alert"]' })).toBeVisible()
  await userEvent.clear(until)
  await userEvent.type(until, '14:00')
  await userEvent.click(part.getByRole('button', { name: 'Save' }))
  await waitFor(() => {
    expect(desk.calls.at(-1)?.name).toBe('desk.saveSettings')
  })
  const { hours } = (desk.calls.at(-1)?.input ?? {}) as { hours?: unknown[] }
  expect(hours).toHaveLength(5)
  expect(hours).toContainEqual({ weekday: 5, fromMinute: 540, toMinute: 840 })
})

it('has an index of all its parts', () => {
  open()
  const index = within(screen.getByRole('navigation', { name: 'Parts of the settings' }))
  for (const { id, title } of parts) {
    expect(index.getByRole('link', { name: title })).toHaveAttribute('href', `#/settings/${id}`)
    expect(screen.getByRole('region', { name: title })).toBeVisible()
  }
})

it('makes a backup and says where it lies', async () => {
  open({ 'desk.backup': () => ({ file: '/home/mia/Lead Desk/backups/a.db', bytes: 2_500_000 }) })
  await userEvent.click(await screen.findByRole('button', { name: 'Make a backup' }))
  expect(await screen.findByText(/backups\/a\.db, 2\.5 MB/)).toBeVisible()
})

it('says why a backup was not made', async () => {
  open({ 'desk.backup': () => refuse({ code: 'backup-failed', data: { file: 'a.db', reason: 'the disk is full' } }) })
  await userEvent.click(await screen.findByRole('button', { name: 'Make a backup' }))
  expect(await screen.findByText(/was not made: the disk is full/)).toBeVisible()
})

let uploads = 0
const upload: Handlers = {
  'intake.beginUpload': () => ({ uploadId: `u${(uploads += 1)}` }),
  'intake.dropUpload': () => undefined,
  'intake.appendUpload': ({ offset, base64 }: { offset: number; base64: string }) => ({ bytes: offset + atob(base64).length }),
}
const dropped = (desk: ReturnType<typeof open>): unknown[] =>
  desk.calls.filter(({ name }) => name === 'intake.dropUpload').map(({ input }) => input)
const chooseBackup = async (): Promise<void> => {
  const input = (await screen.findByRole('button', { name: 'Choose a backup…' })).parentElement?.querySelector('input[type=file]')
  await userEvent.upload(input as HTMLInputElement, new File(['SQLite format 3'], 'friday.db'))
}

it('puts a backup back once the person has seen what it holds', async () => {
  const desk = open({
    ...upload,
    'desk.checkBackup': () => ({ deskName: 'Sales north', leads: 1_234, reps: 6, lastChangeAt: Date.UTC(2026, 10, 20, 17) }),
    'desk.restore': () => ({ kept: '/home/mia/Lead Desk/backups/before restoring 1.db', isRestarting: true }),
  })
  await chooseBackup()
  const dialog = within(await screen.findByRole('dialog', { name: 'Put this backup in the place of the desk?' }))
  expect(dialog.getByRole('row', { name: 'Leads 1,234 0' })).toBeVisible()
  expect(dialog.getByRole('row', { name: /Sales north Test desk/ })).toBeVisible()
  expect(dialog.getByText(/Passwords of inboxes are in no backup/)).toBeVisible()
  expect(desk.calls.some(({ name }) => name === 'desk.restore')).toBe(false)
  await userEvent.click(dialog.getByRole('button', { name: 'Put it back' }))
  expect(await screen.findByText('Lead Desk opens again with the backup.')).toBeVisible()
  expect(screen.getByText(/before restoring 1\.db/)).toBeVisible()
  expect(dropped(desk)).toEqual([])
})

it('leaves the desk as it is when the person says so, or when the file is no backup, and keeps no file of it', async () => {
  uploads = 0
  const reason = 'it is no backup of a Lead Desk'
  let isBad = false
  const desk = open({
    ...upload,
    'desk.checkBackup': () =>
      isBad
        ? refuse({ code: 'backup-unreadable', data: { file: 'friday.db', reason } })
        : { deskName: 'Sales north', leads: 1, reps: 1, lastChangeAt: null },
  })
  await chooseBackup()
  await userEvent.click(await screen.findByRole('button', { name: 'Leave the desk as it is' }))
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  expect(dropped(desk)).toEqual([{ uploadId: 'u1' }])
  isBad = true
  await chooseBackup()
  expect(await screen.findByText(/friday\.db.*it is no backup of a Lead Desk/)).toBeVisible()
  expect(desk.calls.some(({ name }) => name === 'desk.restore')).toBe(false)
})

it('remembers which notices are wanted, on this machine', async () => {
  chooseNotices(USUAL_CHOICES)
  const desk = open({ 'window.tell': () => undefined })
  const part = section('Notices')
  expect(await part.findByRole('switch', { name: /Tell me also/ })).toBeChecked()
  await userEvent.click(part.getByRole('checkbox', { name: 'a hot lead nobody can take' }))
  await userEvent.click(part.getByRole('checkbox', { name: 'Every day' }))
  await userEvent.click(part.getByRole('checkbox', { name: 'Without a sound' }))
  expect(noticeChoices()).toMatchObject({
    kinds: { hot: false, offer: true },
    quiet: { from: '18:00', to: '08:00' },
    isSilent: true,
  })
  expect(JSON.parse(localStorage.getItem('lead-desk.notices') ?? '')).toEqual(noticeChoices())
  await userEvent.click(part.getByRole('button', { name: 'Show one now' }))
  expect(desk.calls.at(-1)).toMatchObject({ name: 'window.tell', input: { isSilent: true, leadId: null } })
  await userEvent.click(part.getByRole('switch', { name: /Tell me also/ }))
  expect(part.getByRole('checkbox', { name: 'Every day' })).toBeDisabled()
  chooseNotices(USUAL_CHOICES)
})

it('asks a browser only when notices are switched on, and says when it refuses', async () => {
  const ask = vi.fn<() => Promise<'denied'>>(async () => 'denied')
  vi.stubGlobal('Notification', Object.assign(vi.fn(), { permission: 'default', requestPermission: ask }))
  chooseNotices(USUAL_CHOICES)
  open({ 'desk.info': () => ({ ...info, runsIn: 'browser' }) })
  const part = section('Notices')
  const toggle = await part.findByRole('switch', { name: /Tell me also/ })
  expect(toggle).not.toBeChecked()
  expect(ask).not.toHaveBeenCalled()
  await userEvent.click(toggle)
  expect(await part.findByText(/This browser keeps Lead Desk from telling/)).toBeVisible()
  expect(toggle).not.toBeChecked()
  vi.unstubAllGlobals()
})

it('shows the logs before they are saved', async () => {
  open({ 'desk.logs': () => ({ name: 'Lead Desk logs.txt', text: 'Lead Desk 0.1.0\nan inbox is in trouble' }) })
  await userEvent.click(await screen.findByRole('button', { name: 'Save the logs…' }))
  expect(await screen.findByRole('region', { name: 'Text of the logs' })).toHaveTextContent(/an inbox is in trouble/)
  expect(screen.getByRole('button', { name: 'Save as a file' })).toBeVisible()
})

it('tells version and data folder', async () => {
  open()
  expect(await screen.findByText('/home/mia/Lead Desk')).toBeVisible()
  expect(await screen.findByText('Version 0.1.0')).toBeVisible()
})
