import type {
  Batch,
  BatchId,
  Form,
  FormDoor,
  FormId,
  Inbox,
  InboxId,
  InboxSettings,
  MailSample,
  SourceId,
} from '../../../src-main/contract/index.ts'
import { NOON } from './builders.ts'

/** An inbox that listens and is well, unless told otherwise. */
export function anInbox({
  settings,
  ...parts
}: Partial<Omit<Inbox, 'settings'>> & { settings?: Partial<InboxSettings> } = {}): Inbox {
  const id = parts.id ?? (1 as InboxId)
  return {
    id,
    sourceId: id as number as SourceId,
    settings: {
      name: `Inbox ${id}`,
      host: 'imap.firm.example',
      port: 993,
      security: 'tls',
      user: `sales${id}@firm.example`,
      auth: 'password',
      folder: 'INBOX',
      afterReading: 'leave',
      moveTo: null,
      since: NOON,
      takes: 'known',
      ownAddresses: [],
      route: 'now',
      isOn: true,
      ...settings,
    },
    state: 'idle',
    trouble: null,
    retryAt: null,
    lastMailAt: NOON,
    lastCheckedAt: NOON,
    behind: 0,
    leads: 12,
    review: 0,
    ignored: 3,
    ...parts,
  }
}

export function aForm({
  settings,
  ...parts
}: Partial<Omit<Form, 'settings'>> & { settings?: Partial<Form['settings']> } = {}): Form {
  const id = parts.id ?? (1 as FormId)
  return {
    id,
    sourceId: (100 + id) as SourceId,
    settings: {
      name: `Form ${id}`,
      path: `form-${id}`,
      origins: [],
      perMinute: 60,
      thanksUrl: null,
      route: 'now',
      isOn: true,
      ...settings,
    },
    keyEnd: 'wxyz',
    madeAt: NOON,
    lastPostAt: NOON,
    posts: 5,
    leads: 4,
    lastRefusal: null,
    ...parts,
  }
}

export const aDoor = (parts: Partial<FormDoor> = {}): FormDoor => ({
  isOn: true,
  port: 4816,
  isOpen: false,
  addresses: ['http://127.0.0.1:4816'],
  problem: null,
  ...parts,
})

/** A form mail that is read as a lead. */
export const aSample = (parts: Partial<MailSample> = {}): MailSample => ({
  sentAt: NOON,
  from: { name: 'Web site', address: 'wordpress@firm.example' },
  subject: 'New enquiry',
  verdict: 'lead',
  reason: null,
  reading: {
    parser: 'labels',
    version: 1,
    language: 'en',
    leads: [
      [
        { field: 'name', value: 'Ada Byron', confidence: 0.95, where: 'line 1, "Name"' },
        { field: 'phone', value: '+4930123456', confidence: 0.4, where: 'signature' },
      ],
    ],
  },
  ...parts,
})

export const aBatch = (parts: Partial<Batch> = {}): Batch => ({
  id: 1 as BatchId,
  sourceId: 1 as SourceId,
  source: 'Mail files',
  file: 'mails.mbox',
  status: 'finished',
  startedAt: NOON,
  finishedAt: NOON + 1_000,
  bytesRead: 40,
  bytes: 40,
  error: null,
  rows: 4,
  added: 1,
  matched: 0,
  leftOut: 0,
  review: 1,
  ignored: 2,
  assigned: 1,
  waiting: 0,
  ...parts,
})
