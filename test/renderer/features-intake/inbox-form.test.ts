import { describe, expect, it } from 'vitest'
import {
  blankInboxForm,
  type InboxForm,
  inboxFormOf,
  providerOf,
  serverOf,
  settingsOf,
  withProvider,
} from '../../../src-renderer/features/intake/inbox-form.ts'
import { NOON } from '../helpers/builders.ts'
import { anInbox } from '../helpers/intake-builders.ts'

const typed = (parts: Partial<InboxForm> = {}): InboxForm => ({
  ...blankInboxForm(),
  user: ' sales@firm.example ',
  host: 'imap.firm.example',
  secret: 'secret',
  ...parts,
})
const now = { now: NOON, timeZone: 'Europe/Berlin', kept: null }
const saved = (parts: Partial<InboxForm>, when: Parameters<typeof settingsOf>[1] = now) => {
  const read = settingsOf(typed(parts), when)
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  return read.settings
}
const refused = (parts: Partial<InboxForm>) => {
  const read = settingsOf(typed(parts), now)
  return 'errors' in read ? read.errors : {}
}

describe('an inbox on its way in', () => {
  it.each([
    ['ada@gmail.com', 'gmail'],
    ['ADA@GoogleMail.com ', 'gmail'],
    ['ada@outlook.com', 'outlook'],
    ['ada@notgmail.com', 'generic'],
    ['ada', 'generic'],
    ['', 'generic'],
  ])('%j is read at %s', (address, provider) => {
    expect(providerOf(address)).toBe(provider)
  })

  it('brings the server of its provider, and a token for Microsoft', () => {
    expect(withProvider(blankInboxForm(), 'outlook')).toMatchObject({ host: 'outlook.office365.com', port: 993, auth: 'oauth2' })
    expect(withProvider(blankInboxForm(), 'gmail')).toMatchObject({ host: 'imap.gmail.com', auth: 'password' })
    expect(withProvider(typed(), 'generic')).toEqual({})
  })

  it('names each field that is missing or wrong', () => {
    const blank = serverOf({ ...blankInboxForm(), port: '' }, false)
    expect('errors' in blank && Object.keys(blank.errors).sort()).toEqual(['host', 'port', 'secret', 'user'])
    expect(serverOf(typed({ secret: '' }), true)).toEqual({
      server: { host: 'imap.firm.example', port: 993, security: 'tls', user: 'sales@firm.example', auth: 'password' },
    })
    expect(serverOf(typed({ port: 70_000 }), true)).toMatchObject({ errors: { port: expect.any(String) } })
  })

  it('sends no password in the clear but to this machine', () => {
    expect(serverOf(typed({ security: 'none' }), true)).toMatchObject({ errors: { security: expect.any(String) } })
    for (const host of ['localhost', '127.0.0.1', '::1']) {
      expect(serverOf(typed({ security: 'none', host }), true)).toHaveProperty('server')
    }
    expect(serverOf(typed({ security: 'none', host: '127.0.0.1.evil.example' }), true)).toHaveProperty('errors')
  })

  it('is called by its user unless named, and begins when a person says', () => {
    expect(saved({})).toMatchObject({ name: 'sales@firm.example', since: NOON, isOn: true })
    expect(saved({ name: 'Sales', since: 'week' })).toMatchObject({ name: 'Sales', since: NOON - 7 * 86_400_000 })
    // Midnight of the desk's own zone.
    expect(saved({ since: 'date', sinceDay: '2026-10-01' }).since).toBe(Date.UTC(2026, 8, 30, 22))
    expect(refused({ since: 'date' })).toHaveProperty('sinceDay')
  })

  it('moves mails only to another folder', () => {
    expect(refused({ afterReading: 'move' })).toHaveProperty('moveTo')
    expect(refused({ afterReading: 'move', moveTo: 'INBOX' })).toHaveProperty('moveTo')
    expect(saved({ afterReading: 'move', moveTo: 'Read' }).moveTo).toBe('Read')
    // A folder chosen before the person thought better of it is forgotten.
    expect(saved({ afterReading: 'leave', moveTo: 'Read' }).moveTo).toBeNull()
  })

  it('takes addresses and domains as its own, and nothing else', () => {
    expect(saved({ ownAddresses: [' Anna@Firm.example', 'firm.example'] }).ownAddresses).toEqual([
      'anna@firm.example',
      'firm.example',
    ])
    for (const odd of ['anna', 'anna@', '@firm.example', 'a b@firm.example']) {
      expect(refused({ ownAddresses: [odd] })).toHaveProperty('ownAddresses')
    }
  })

  it('comes back as it was when nothing is changed', () => {
    const inbox = anInbox({ settings: { isOn: false, since: 17, takes: 'people', afterReading: 'move', moveTo: 'Done' } })
    const read = settingsOf(inboxFormOf(inbox), { now: NOON, timeZone: 'UTC', kept: inbox.settings })
    expect(read).toEqual({ settings: inbox.settings })
  })
})
