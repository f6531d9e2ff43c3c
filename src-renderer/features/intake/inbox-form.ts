import { type EpochMs, type Inbox, INBOX_PRESETS, type InboxServer, InboxSettings } from '../../../src-main/contract/index.ts'
import { momentIn } from '../../lib/zone-time.ts'
import { inboxWizardText } from '../../text/inboxes.ts'

const { errors: said } = inboxWizardText
const DAY = 86_400_000

export type ProviderId = (typeof INBOX_PRESETS)[number]['id']
export type Since = 'kept' | 'now' | 'week' | 'date'

/** What the wizard edits. */
export interface InboxForm {
  provider: ProviderId
  user: string
  host: string
  port: number | string
  security: InboxServer['security']
  auth: InboxServer['auth']
  /** Typed, and never shown again; '' keeps the one there is. */
  secret: string
  /** '' is the user. */
  name: string
  folder: string
  afterReading: InboxSettings['afterReading']
  moveTo: string | null
  since: Since
  /** `2026-11-21`, with `date`. */
  sinceDay: string
  takes: InboxSettings['takes']
  ownAddresses: string[]
  route: InboxSettings['route']
}

export function blankInboxForm(): InboxForm {
  return {
    provider: 'generic',
    user: '',
    host: '',
    port: 993,
    security: 'tls',
    auth: 'password',
    secret: '',
    name: '',
    folder: 'INBOX',
    afterReading: 'leave',
    moveTo: null,
    since: 'now',
    sinceDay: '',
    takes: 'known',
    ownAddresses: [],
    route: 'now',
  }
}

export function inboxFormOf({ settings }: Pick<Inbox, 'settings'>): InboxForm {
  const preset = INBOX_PRESETS.find(({ host }) => host === settings.host)
  return {
    provider: preset?.id ?? 'generic',
    user: settings.user,
    host: settings.host,
    port: settings.port,
    security: settings.security,
    auth: settings.auth,
    secret: '',
    name: settings.name,
    folder: settings.folder,
    afterReading: settings.afterReading,
    moveTo: settings.moveTo,
    since: 'kept',
    sinceDay: '',
    takes: settings.takes,
    ownAddresses: [...settings.ownAddresses],
    route: settings.route,
  }
}

/** The provider whose addresses end so; `generic` for the others. */
export function providerOf(address: string): ProviderId {
  const domain = address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
  return INBOX_PRESETS.find(({ domains }) => (domains as readonly string[]).includes(domain))?.id ?? 'generic'
}

/** What changes with the provider. What a person typed for another server is not thrown away by coming back to it. */
export function withProvider(form: InboxForm, provider: ProviderId): Partial<InboxForm> {
  const preset = INBOX_PRESETS.find(({ id }) => id === provider)
  if (preset === undefined || provider === form.provider) return {}
  return {
    provider,
    host: preset.host,
    port: preset.port,
    security: preset.security,
    auth: provider === 'outlook' ? 'oauth2' : 'password',
  }
}

export type InboxErrors = Partial<Record<keyof InboxForm, string>>

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i

/** How to reach the server, or a sentence for each field that is wrong. `hasSecret`: one is kept already. */
export function serverOf(form: InboxForm, hasSecret: boolean): { server: InboxServer } | { errors: InboxErrors } {
  const errors: InboxErrors = {}
  const host = form.host.trim()
  const user = form.user.trim()
  const port = typeof form.port === 'number' ? form.port : Number(form.port.trim() || NaN)
  if (user === '') errors.user = said.user
  if (host === '') errors.host = said.host
  if (!Number.isInteger(port) || port < 1 || port > 65_535) errors.port = said.port
  if (form.security === 'none' && host !== '' && !LOOPBACK.test(host)) errors.security = said.clear
  if (form.secret === '' && !hasSecret) errors.secret = said.secret
  if (Object.keys(errors).length > 0) return { errors }
  return { server: { host, port, security: form.security, user, auth: form.auth } }
}

interface When {
  now: EpochMs
  timeZone: string
  /** Of the inbox being edited; null when it is new. */
  kept: Pick<InboxSettings, 'since' | 'isOn'> | null
}

/** What is saved, or a sentence for each field that is wrong. */
export function settingsOf(form: InboxForm, when: When): { settings: InboxSettings } | { errors: InboxErrors } {
  const read = serverOf(form, true)
  const errors: InboxErrors = 'errors' in read ? { ...read.errors } : {}
  if (form.afterReading === 'move' && form.moveTo === null) errors.moveTo = said.moveTo
  else if (form.afterReading === 'move' && form.moveTo === form.folder) errors.moveTo = said.sameFolder
  const since = sinceOf(form, when)
  if (Number.isNaN(since)) errors.sinceDay = said.day
  const own = form.ownAddresses.map((entry) => entry.trim().toLowerCase())
  const odd = own.find((entry) => !/^(?:[^\s@]+@)?[^\s@.]+(?:\.[^\s@.]+)+$/.test(entry))
  if (odd !== undefined) errors.ownAddresses = said.own(odd)
  if (Object.keys(errors).length > 0 || 'errors' in read) return { errors }
  return {
    settings: InboxSettings.parse({
      ...read.server,
      name: form.name.trim() === '' ? read.server.user : form.name,
      folder: form.folder,
      afterReading: form.afterReading,
      moveTo: form.afterReading === 'move' ? form.moveTo : null,
      since,
      takes: form.takes,
      ownAddresses: own,
      route: form.route,
      isOn: when.kept?.isOn ?? true,
    }),
  }
}

/** NaN when no day was chosen. */
function sinceOf({ since, sinceDay }: InboxForm, { now, timeZone, kept }: When): EpochMs {
  if (since === 'kept' && kept !== null) return kept.since
  if (since === 'week') return now - 7 * DAY
  return since === 'date' ? momentIn(sinceDay, '00:00', timeZone) : now
}
