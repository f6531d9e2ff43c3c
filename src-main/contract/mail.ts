import { z } from './zod.ts'
import { BatchId, EpochMs, InboxId, LeadId, MailId, SourceId, TemplateId } from './ids.ts'
import { INBOX_TROUBLES } from './lists.ts'
import { LeadDraft } from './lead.ts'

/** What became of a mail: leads, a place in the review tray until a person looks at it, or nothing. */
export const MailVerdict = z.enum(['lead', 'review', 'ignored'])
export type MailVerdict = z.infer<typeof MailVerdict>

export const IGNORED_REASONS = [
  'bounce',
  'auto-reply',
  'auto-generated',
  'newsletter',
  'list',
  'calendar',
  'receipt',
  'abuse-report',
  'spam',
  'own-mail',
  'digest',
  'reply',
  'by-hand',
] as const
export const REVIEW_REASONS = [
  'no-contact',
  'unsure',
  'person',
  'forwarded',
  'several-leads',
  'empty-form',
  'unreadable',
  'too-large',
  'wanted',
] as const
/** Why a mail is no lead, or why a person must look: `person` is a plain mail of somebody, `wanted` an inbox that asks for it always. */
export const MailReason = z.enum([...IGNORED_REASONS, ...REVIEW_REASONS])
export type MailReason = z.infer<typeof MailReason>

/** One value found in a mail. */
export const FieldReading = z.object({
  /** A lead field, or `custom.<label>`. */
  field: z.string(),
  value: z.string(),
  /** From 0 to 1: 1 is written there by a form or a program for this purpose, below 0.5 is a guess. */
  confidence: z.number().min(0).max(1),
  /** Where it was read, in words: `line 4, "Phone"`, `Reply-To`, `signature`. */
  where: z.string(),
})
export type FieldReading = z.infer<typeof FieldReading>

/** What a parser made of a mail. One list of fields a lead: an ADF mail may hold several. */
export const MailReading = z.object({
  /** `adf`, `meta-tags`, `template`, `labels`, `person`, or a sender's profile such as `zillow`. */
  parser: z.string(),
  version: z.int(),
  /** ISO 639-1 of the person's own words; null when too few to tell. */
  language: z.string().nullable(),
  leads: z.array(z.array(FieldReading)),
})
export type MailReading = z.infer<typeof MailReading>

const MailAddress = z.object({ name: z.string().nullable(), address: z.string() })

/** A mail as lists show it. */
export const MailCard = z.object({
  id: MailId,
  sourceId: SourceId,
  source: z.string(),
  inboxId: InboxId.nullable(),
  batchId: BatchId.nullable(),
  /** By its own date; when it came here if it has none. */
  sentAt: EpochMs,
  arrivedAt: EpochMs,
  from: MailAddress.nullable(),
  subject: z.string().nullable(),
  verdict: MailVerdict,
  reason: MailReason.nullable(),
  /** True when a person said so. */
  isByHand: z.boolean(),
  leadIds: z.array(LeadId),
  parser: z.string().nullable(),
})
export type MailCard = z.infer<typeof MailCard>

export const MailPage = z.object({ mails: z.array(MailCard), next: z.string().nullable() })
export type MailPage = z.infer<typeof MailPage>

/** A mail opened. HTML is turned into text in the desk; nothing of it reaches the page. */
export const MailDetail = z.object({
  card: MailCard,
  to: z.array(MailAddress),
  replyTo: z.array(MailAddress),
  text: z.string(),
  attachments: z.array(z.object({ name: z.string().nullable(), type: z.string(), bytes: z.int() })),
  reading: MailReading.nullable(),
  /** The lead it would be, cleaned; null when nothing was read. */
  draft: LeadDraft.nullable(),
  /** The mail as received, as text; cut after a megabyte. Null once an ignored mail was forgotten. */
  raw: z.string().nullable(),
  isRawCut: z.boolean(),
})
export type MailDetail = z.infer<typeof MailDetail>

/** How a field is found in mails of one sender, learned from one that a person corrected. */
export const TemplateField = z.discriminatedUnion('from', [
  /** What follows this label at the beginning of a line, or stands on the line below. */
  z.object({ field: z.string(), from: z.literal('label'), label: z.string().min(1).max(200) }),
  /** Between two pieces of text in the subject; null is its end. */
  z.object({ field: z.string(), from: z.literal('subject'), before: z.string().max(500), after: z.string().max(500).nullable() }),
  /** Between two pieces of text in the body. */
  z.object({ field: z.string(), from: z.literal('text'), before: z.string().max(500), after: z.string().max(500).nullable() }),
  z.object({
    field: z.string(),
    from: z.literal('header'),
    header: z.enum(['reply-to', 'from']),
    part: z.enum(['name', 'address']),
  }),
  /** The same in every mail of this sender. */
  z.object({ field: z.string(), from: z.literal('always'), value: z.string().max(1_000) }),
])
export type TemplateField = z.infer<typeof TemplateField>

export const MailTemplate = z.object({
  id: TemplateId,
  /** An address. */
  sender: z.string(),
  /** How subjects it is for begin; null for all of the sender. */
  subject: z.string().nullable(),
  fields: z.array(TemplateField),
  madeAt: EpochMs,
  madeBy: z.string(),
  /** Mails read by it. */
  uses: z.int(),
})
export type MailTemplate = z.infer<typeof MailTemplate>

/** How to reach an inbox. */
export const InboxServer = z.object({
  host: z.string().trim().min(1).max(255),
  port: z.int().min(1).max(65_535),
  /** `none` sends the password in the clear: only to this machine itself. */
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().trim().min(1).max(320),
  auth: z.enum(['password', 'oauth2']),
})
export type InboxServer = z.infer<typeof InboxServer>

export const InboxSettings = InboxServer.extend({
  name: z.string().trim().min(1).max(200),
  folder: z.string().min(1).max(1_000).default('INBOX'),
  /** What happens to a mail on its server once it is saved as a lead, or in the tray. One of no lead is left as it is. */
  afterReading: z.enum(['leave', 'mark-seen', 'move']).default('leave'),
  /** With `move`: the folder it goes to. */
  moveTo: z.string().min(1).max(1_000).nullable().default(null),
  /** Mails that arrived before are left alone. */
  since: EpochMs,
  /** `known`: lead mails of forms and portals; plain mails of people wait in the tray. `people`: those too. `review`: all wait. */
  takes: z.enum(['known', 'people', 'review']).default('known'),
  /** Addresses (`anna@firm.example`) or whole domains (`firm.example`) whose mails are the team's own. */
  ownAddresses: z.array(z.string().trim().toLowerCase().min(1).max(320)).max(200).default([]),
  route: z.enum(['now', 'hold']).default('now'),
  isOn: z.boolean().default(true),
})
export type InboxSettings = z.infer<typeof InboxSettings>

export const InboxTrouble = z.object({ code: z.enum(INBOX_TROUBLES), detail: z.string() })
export type InboxTrouble = z.infer<typeof InboxTrouble>

/** An inbox and how it does. */
export const Inbox = z.object({
  id: InboxId,
  sourceId: SourceId,
  settings: InboxSettings,
  /** `idle`: the server tells of new mail at once; `polling`: it can't, and is asked every minute. */
  state: z.enum(['off', 'connecting', 'reading', 'idle', 'polling', 'retrying']),
  trouble: InboxTrouble.extend({ at: EpochMs }).nullable(),
  /** With `retrying`: when it is tried again. */
  retryAt: EpochMs.nullable(),
  lastMailAt: EpochMs.nullable(),
  lastCheckedAt: EpochMs.nullable(),
  /** Mails on the server still to be read; null when not known. */
  behind: z.int().nullable(),
  leads: z.int(),
  review: z.int(),
  ignored: z.int(),
})
export type Inbox = z.infer<typeof Inbox>

/** What a server told, for the wizard. */
export const InboxTest = z.object({
  folders: z.array(z.object({ path: z.string(), name: z.string(), mails: z.int().nullable(), use: z.string().nullable() })),
  hasIdle: z.boolean(),
  hasMove: z.boolean(),
})
export type InboxTest = z.infer<typeof InboxTest>

/** A mail as it would be read; nothing is saved. */
export const MailSample = z.object({
  sentAt: EpochMs.nullable(),
  from: MailAddress.nullable(),
  subject: z.string().nullable(),
  verdict: MailVerdict,
  reason: MailReason.nullable(),
  reading: MailReading.nullable(),
})
export type MailSample = z.infer<typeof MailSample>

/** Providers whose servers are known, by the domains of their addresses. The first whose domains fit; `generic` else. */
export const INBOX_PRESETS = [
  {
    id: 'gmail',
    name: 'Gmail, Google Workspace',
    domains: ['gmail.com', 'googlemail.com'],
    host: 'imap.gmail.com',
    port: 993,
    security: 'tls',
  },
  {
    id: 'outlook',
    name: 'Outlook, Microsoft 365',
    domains: ['outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'office365.com'],
    host: 'outlook.office365.com',
    port: 993,
    security: 'tls',
  },
  { id: 'generic', name: 'Another server (IMAP)', domains: [], host: '', port: 993, security: 'tls' },
] as const
