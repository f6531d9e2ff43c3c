import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { SettingsScreen } from '../../../src-renderer/features/settings/SettingsScreen.tsx'
import { fakeDesk, type Handlers, refuse } from '../helpers/fake-desk.ts'
import { renderDesk } from '../helpers/render-desk.tsx'

const info = { version: '0.1.0', dataFolder: '/home/mia/Lead Desk', isDemo: false, runsIn: 'window' }
const open = (handlers: Handlers = {}) => {
  const desk = fakeDesk({ handlers: { 'desk.info': () => info, ...handlers } })
  renderDesk(<SettingsScreen />, desk)
  return desk
}

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

it('tells version and data folder', async () => {
  open()
  expect(await screen.findByText('/home/mia/Lead Desk')).toBeVisible()
  expect(screen.getByText('Version 0.1.0')).toBeVisible()
})
