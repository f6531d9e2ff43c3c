import { eventIterator, oc } from '@orpc/contract'
import { z } from './zod.ts'
import { NextInTurn, Supposition, WhatIf, Why } from './decision.ts'
import { errorData, errorStatus, type ErrorCode } from './errors.ts'
import { DeskSettings, DeskUpdate } from './events.ts'
import { Form, FormDoor, FormListening, FormSettings } from './form.ts'
import {
  BatchId,
  CalendarId,
  EpochMs,
  FormId,
  InboxId,
  LeadId,
  MailId,
  RepId,
  Seq,
  TemplateId,
  TimeOffId,
  UploadId,
  ViewId,
} from './ids.ts'
import {
  Batch,
  FileCheck,
  FileKind,
  FileLook,
  FileOptions,
  ImportOptions,
  ImportReport,
  MailImportOptions,
  Suspicion,
} from './intake.ts'
import { LeadDetail } from './lead-detail.ts'
import { LeadDraft, LeadFilter, LeadOrder, LeadPage, LeadPair, Stage, StageTotal } from './lead.ts'
import {
  Inbox,
  InboxServer,
  InboxSettings,
  InboxTest,
  MailDetail,
  MailPage,
  MailSample,
  MailTemplate,
  MailVerdict,
} from './mail.ts'
import { Language, Person, Pin, Seat } from './person.ts'
import { Availability, RepDetail, RepProfile } from './rep.ts'
import { Report, ReportName } from './report.ts'
import { PublishedRuleset, Ruleset, RulesetFinding } from './ruleset.ts'
import { RulesetChange, SimulationLeads, SimulationUpdate } from './simulation.ts'
import { SavedView } from './view.ts'

/**
 * The one table of what may be asked of the desk and told to it. Names are `topic.verb`. Queries answer; commands answer an
 * id, a count or nothing, and are seen through `desk.watch`.
 */
const desk = oc.errors(
  Object.fromEntries(
    Object.entries(errorData).map(([code, data]) => [code, { data, status: errorStatus[code as ErrorCode] }]),
  ) as {
    [Code in ErrorCode]: { data: (typeof errorData)[Code]; status: (typeof errorStatus)[Code] }
  },
)
const nothing = z.void()
/** A password or an OAuth2 token. */
const Secret = z.string().min(1).max(20_000)
/** In which sentences of the desk's own are answered. */
const inLanguage = { language: Language.default('en') }
const Seqs = z.object({ seqs: z.array(Seq) })
const Leads = z.object({ leadIds: z.array(LeadId).min(1).max(10_000) })

export const contract = {
  desk: {
    /** With `after`, resumes behind that event; else begins with a snapshot. */
    watch: desk.input(z.object({ after: Seq.optional() })).output(eventIterator(DeskUpdate)),
    info: desk.output(
      z.object({ version: z.string(), dataFolder: z.string(), isDemo: z.boolean(), runsIn: z.enum(['window', 'browser']) }),
    ),
    saveSettings: desk.input(DeskSettings).output(nothing),
    /** A team of six, rules, and leads to play with, who write in that language. Only on a desk that is new. */
    loadSample: desk.input(z.object(inLanguage).default({ language: 'en' })).output(nothing),
    /**
     * A new desk in place of this one when it next opens; this one is kept beside it, at `kept`, as by `restore`. Refused with `bad-input` where
     * anything but the sample is on the desk.
     */
    leaveSample: desk.output(z.object({ kept: z.string(), isRestarting: z.boolean() })),
    /** Writes one verified file; answers where. Without a file: into the data folder's `backups`. */
    backup: desk.input(z.object({ file: z.string().optional() })).output(z.object({ file: z.string(), bytes: z.int() })),
    /** What an uploaded backup holds, found out by opening a copy of it; refused with `backup-unreadable`. */
    checkBackup: desk
      .input(z.object({ uploadId: UploadId }))
      .output(z.object({ deskName: z.string(), leads: z.int(), reps: z.int(), lastChangeAt: EpochMs.nullable() })),
    /**
     * Puts an uploaded backup in place of the desk when it next opens; the desk of now is kept beside it, at `kept`. A window opens again by
     * itself (`isRestarting`), a served desk must be started again.
     */
    restore: desk.input(z.object({ uploadId: UploadId })).output(z.object({ kept: z.string(), isRestarting: z.boolean() })),
    /** The logs in one text that a person can read before sending it: no lead's name, address or number is in it. */
    logs: desk.output(z.object({ name: z.string(), text: z.string() })),
  },
  person: {
    list: desk.output(z.array(Person)),
    here: desk.output(Seat),
    /** The window is theirs from now on. With the token it stays so through a reload, as long as the desk runs. Refused with `pin-wrong`. */
    signIn: desk.input(z.object({ repId: RepId, pin: Pin.optional() })).output(z.object({ token: z.string() })),
    /** Of a token nobody knows any more: the seat of nobody. */
    resume: desk.input(z.object({ token: z.string().max(200) })).output(Seat),
    signOut: desk.output(nothing),
    /** One's own, or for a manager anyone's; null takes it away. */
    setPin: desk.input(z.object({ repId: RepId, pin: Pin.nullable() })).output(nothing),
  },
  view: {
    /** A new one without an id. With `isShared` it is everybody's, else of the person at the window. */
    save: desk
      .input(SavedView.omit({ id: true, repId: true }).extend({ viewId: ViewId.optional(), isShared: z.boolean() }))
      .output(z.object({ viewId: ViewId })),
    remove: desk.input(z.object({ viewId: ViewId })).output(nothing),
  },
  window: {
    /** A notice of the system; a click on it brings the window to the front and opens the lead. Only where `desk.info` says `window`. */
    tell: desk
      .input(
        z.object({
          title: z.string().max(200),
          body: z.string().max(500),
          leadId: LeadId.nullable(),
          isUrgent: z.boolean(),
          isSilent: z.boolean().default(false),
        }),
      )
      .output(nothing),
    /** The number on the tray and the program's icon; 0 takes it away. */
    badge: desk.input(z.object({ count: z.int().nonnegative(), label: z.string().max(200) })).output(nothing),
    /** The page as it would be printed, to a file the person chooses; null when they chose none. */
    savePdf: desk.input(z.object({ name: z.string().max(200) })).output(z.object({ file: z.string().nullable() })),
    /** The language of menu, tray and dialogues. */
    speak: desk.input(z.object({ language: Language })).output(nothing),
  },
  lead: {
    page: desk
      .input(
        z.object({
          filter: LeadFilter.default({}),
          order: LeadOrder.default('queue'),
          after: z.string().optional(),
          limit: z.int().min(1).max(500).default(100),
        }),
      )
      .output(LeadPage),
    /** How many such leads there are, counted to 10,000. */
    count: desk.input(z.object({ filter: LeadFilter })).output(z.object({ count: z.int(), isMore: z.boolean() })),
    /** Of leads that a rep has, a line for each stage in its order. */
    stageTotals: desk.input(z.object({ filter: LeadFilter.default({}) })).output(z.array(StageTotal)),
    read: desk.input(z.object({ leadId: LeadId })).output(LeadDetail),
    why: desk.input(z.object({ leadId: LeadId, ...inLanguage })).output(Why),
    /** Who would have got it, had things been otherwise (R34). Writes nothing. */
    whatIf: desk.input(z.object({ leadId: LeadId, suppose: z.array(Supposition).min(1).max(100), ...inLanguage })).output(WhatIf),
    /** By hand. Answers the new lead, or the one it matched. */
    add: desk
      .input(LeadDraft.partial().extend({ route: z.enum(['now', 'hold']).default('now') }))
      .output(z.object({ leadId: LeadId, outcome: z.enum(['added', 'matched']) })),
    /** A drag: it wins over every rule and cap, and pins (R28). Answers the number of the step, for undo. */
    assign: desk.input(Leads.extend({ repId: RepId })).output(z.object({ seqs: z.array(Seq) })),
    /** Takes steps back, newest first, all or none (R29). */
    undo: desk.input(z.object({ seqs: z.array(Seq).min(1).max(10_000) })).output(nothing),
    hold: desk.input(Leads.extend({ reason: z.string().max(500).optional() })).output(z.object({ seqs: z.array(Seq) })),
    discard: desk.input(Leads.extend({ reason: z.string().min(1).max(500) })).output(z.object({ seqs: z.array(Seq) })),
    /** Unpins, unholds, and routes by the rules as if just arrived. */
    route: desk.input(Leads).output(z.object({ assigned: z.int(), waiting: z.int() })),
    unpin: desk.input(Leads).output(nothing),
    /** A rep takes what they were offered; refused with `offer-gone` when it is too late (R20). */
    accept: desk.input(z.object({ leadId: LeadId, repId: RepId })).output(nothing),
    /** Routed again at once, without this rep. */
    decline: desk.input(z.object({ leadId: LeadId, repId: RepId, reason: z.string().max(500).optional() })).output(nothing),
    /** `otherId` becomes a duplicate of `leadId`, which keeps owner and clocks and gains what it lacked. Can be undone. */
    merge: desk.input(z.object({ leadId: LeadId, otherId: LeadId })).output(z.object({ seqs: z.array(Seq) })),
    /** Open leads that may be the same person as another one, newest first (R30). */
    possibleDuplicates: desk
      .input(z.object({ after: z.string().optional(), limit: z.int().min(1).max(200).default(50) }))
      .output(z.object({ pairs: z.array(LeadPair), next: z.string().nullable() })),
    /** They are two people: no longer a possible duplicate. Can be undone. */
    tellApart: desk.input(z.object({ leadId: LeadId })).output(z.object({ seqs: z.array(Seq) })),
    /**
     * These fields and no others, of `custom` too; null empties one, and '' one of `custom`. Known to be the same person by the new e-mail
     * and number from now on.
     */
    edit: desk
      .input(z.object({ leadId: LeadId, fields: LeadDraft.omit({ stage: true, receivedAt: true }).partial() }))
      .output(Seqs),
    note: desk.input(z.object({ leadId: LeadId, text: z.string().trim().min(1).max(10_000) })).output(Seqs),
    /** A try to reach them, or a talk with them. Can be undone, like the note. */
    log: desk.input(z.object({ leadId: LeadId, kind: z.enum(['attempt', 'contact']) })).output(Seqs),
    setStage: desk.input(Leads.extend({ stage: Stage })).output(Seqs),
  },
  rep: {
    add: desk.input(RepProfile).output(z.object({ repId: RepId })),
    save: desk.input(RepProfile.extend({ repId: RepId })).output(nothing),
    setAvailability: desk
      .input(
        z.object({
          repId: RepId,
          availability: Availability,
          until: EpochMs.optional(),
          reason: z.string().max(200).optional(),
        }),
      )
      .output(nothing),
    read: desk.input(z.object({ repId: RepId })).output(RepDetail),
    addTimeOff: desk
      .input(z.object({ repId: RepId, from: EpochMs, to: EpochMs, reason: z.string().max(200).optional() }))
      .output(z.object({ timeOffId: TimeOffId })),
    removeTimeOff: desk.input(z.object({ timeOffId: TimeOffId })).output(nothing),
    /** The text of an .ics, or its address (https): an address is read again every hour while the desk is open. */
    addCalendar: desk
      .input(
        z.object({
          repId: RepId,
          name: z.string().trim().min(1).max(200),
          text: z.string().max(20_000_000).optional(),
          address: z.url().max(2_000).optional(),
        }),
      )
      .output(z.object({ calendarId: CalendarId, busy: z.int(), problems: z.array(z.string()) })),
    removeCalendar: desk.input(z.object({ calendarId: CalendarId })).output(nothing),
    /** Regions whose public holidays the desk knows, for pickers. */
    holidayRegions: desk.output(z.array(z.object({ code: z.string(), name: z.string() }))),
    /** The text of a reps.csv. All or nothing: a file with a problem changes nothing. */
    import: desk
      .input(z.object({ file: z.string(), text: z.string().max(5_000_000) }))
      .output(z.object({ added: z.int(), updated: z.int() })),
  },
  rule: {
    read: desk
      .input(z.object(inLanguage).default({ language: 'en' }))
      .output(PublishedRuleset.extend({ findings: z.array(RulesetFinding) })),
    /** Names every error and warning; changes nothing. */
    check: desk.input(z.object({ document: z.unknown(), ...inLanguage })).output(z.object({ findings: z.array(RulesetFinding) })),
    /** Refused with `ruleset-bad` when it can't work. Waiting leads are tried again at once. */
    publish: desk
      .input(z.object({ document: z.unknown(), note: z.string().max(500).optional(), ...inLanguage }))
      .output(z.object({ ruleset: z.int(), findings: z.array(RulesetFinding) })),
    versions: desk.output(
      z.array(
        z.object({
          ruleset: z.int(),
          publishedAt: EpochMs,
          publishedBy: z.string(),
          rules: z.int(),
          note: z.string().nullable(),
        }),
      ),
    ),
    readVersion: desk.input(z.object({ ruleset: z.int() })).output(PublishedRuleset),
    /** The one draft people work on; null when there is none. */
    readDraft: desk.output(
      z.object({ document: z.unknown(), savedAt: EpochMs, savedBy: z.string(), basedOn: z.int() }).nullable(),
    ),
    /** Kept as it is, whatever is wrong with it: findings come from `check`. `null` throws it away. */
    saveDraft: desk.input(z.object({ document: z.unknown(), basedOn: z.int().nonnegative() })).output(nothing),
    dropDraft: desk.output(nothing),
    /** What changed from one ruleset to another; each a version or a document. */
    compare: desk
      .input(z.object({ from: z.union([z.int(), Ruleset]), to: z.union([z.int(), Ruleset]), ...inLanguage }))
      .output(z.array(RulesetChange)),
    /** Runs the draft and the published rules over leads, side by side (R35). Ends with the report; closing it cancels. */
    simulate: desk
      .input(z.object({ document: z.unknown(), leads: SimulationLeads, ...inLanguage }))
      .output(eventIterator(SimulationUpdate)),
    /** What the rules would do with such a lead now. Writes nothing. Without a document: the published one. */
    trial: desk.input(z.object({ lead: LeadDraft.partial(), document: Ruleset.optional(), ...inLanguage })).output(Why),
    /** Leads each rule decided in the last 30 days, by rule id. */
    hits: desk.output(z.record(z.string(), z.int())),
    /** Whom each pool of the published rules would give to next: a lead of which nothing is known. Writes nothing. */
    nextInTurn: desk.output(z.array(NextInTurn)),
  },
  account: {
    list: desk.output(
      z.array(z.object({ company: z.string(), domains: z.array(z.string()), owner: z.string().nullable(), status: z.string() })),
    ),
    import: desk
      .input(z.object({ file: z.string(), text: z.string().max(20_000_000) }))
      .output(z.object({ added: z.int(), updated: z.int() })),
  },
  intake: {
    beginUpload: desk
      .input(z.object({ name: z.string().min(1).max(255), bytes: z.int().nonnegative() }))
      .output(z.object({ uploadId: UploadId })),
    /** Pieces follow each other without a gap; at most 4 MB each, as base64. */
    appendUpload: desk
      .input(z.object({ uploadId: UploadId, offset: z.int().nonnegative(), base64: z.string().max(6_000_000) }))
      .output(z.object({ bytes: z.int() })),
    /** Of no more use: it goes from the disk at once. One that is gone already is no fault. */
    dropUpload: desk.input(z.object({ uploadId: UploadId })).output(nothing),
    look: desk.input(z.object({ uploadId: UploadId, options: FileOptions })).output(FileLook),
    check: desk.input(z.object({ uploadId: UploadId, options: FileOptions })).output(FileCheck),
    /** A dry run: the same work as an import, saved nowhere. */
    rehearse: desk.input(z.object({ uploadId: UploadId, options: ImportOptions })).output(ImportReport),
    /** Starts, and answers at once; progress and result come as batches through `desk.watch`. */
    import: desk.input(z.object({ uploadId: UploadId, options: ImportOptions })).output(z.object({ batchId: BatchId })),
    /** Stops after the rows under way. What is in stays in, and can be undone. */
    cancel: desk.input(z.object({ batchId: BatchId })).output(nothing),
    report: desk.input(z.object({ batchId: BatchId })).output(Batch.extend({ report: ImportReport })),
    /** The rows left out, as they stood, with their line and reason added: mend and import again. */
    leftOut: desk.input(z.object({ batchId: BatchId })).output(z.object({ name: z.string(), text: z.string() })),
    /** Takes a whole import back. Leads a person has touched stay, and are counted. */
    undo: desk.input(z.object({ batchId: BatchId })).output(z.object({ removed: z.int(), kept: z.int() })),
    /** Whether an upload is a table (CSV, Excel) or mails (.eml, .mbox). */
    kind: desk.input(z.object({ uploadId: UploadId })).output(z.object({ kind: FileKind })),
    /** The first mails of an upload as they would be read. */
    sampleMails: desk
      .input(z.object({ uploadId: UploadId, options: MailImportOptions }))
      .output(z.object({ mails: z.array(MailSample) })),
    /** Like `import`, of mails. */
    importMails: desk.input(z.object({ uploadId: UploadId, options: MailImportOptions })).output(z.object({ batchId: BatchId })),
    /** Signs of fraud among leads received in the period, by source. */
    suspicions: desk.input(z.object({ from: EpochMs, to: EpochMs })).output(z.array(Suspicion)),
  },
  inbox: {
    list: desk.output(z.array(Inbox)),
    /** Connects, and answers what is there; refused with `inbox-failed`. Without a secret: the one kept for `inboxId`. Saves nothing. */
    test: desk.input(z.object({ server: InboxServer, secret: Secret.optional(), inboxId: InboxId.optional() })).output(InboxTest),
    /** The newest mails of a folder as they would be read. Saves nothing and marks nothing. */
    sample: desk
      .input(z.object({ settings: InboxSettings, secret: Secret.optional(), inboxId: InboxId.optional() }))
      .output(z.object({ mails: z.array(MailSample) })),
    /** Begins to read at once when it is on. The secret goes to the system's keychain, and never leaves it by the wire. */
    save: desk
      .input(z.object({ inboxId: InboxId.optional(), settings: InboxSettings, secret: Secret.optional() }))
      .output(z.object({ inboxId: InboxId })),
    /** Forgets the account and its secret. Its mails and leads stay. */
    remove: desk.input(z.object({ inboxId: InboxId })).output(nothing),
    /** Looks for mail now, also when a retry is far off. */
    check: desk.input(z.object({ inboxId: InboxId })).output(nothing),
  },
  mail: {
    /** Newest first. `verdict: 'review'` is the tray. */
    page: desk
      .input(
        z.object({
          verdict: MailVerdict.optional(),
          inboxId: InboxId.optional(),
          after: z.string().optional(),
          limit: z.int().min(1).max(200).default(50),
        }),
      )
      .output(MailPage),
    read: desk.input(z.object({ mailId: MailId })).output(MailDetail),
    /**
     * A mail that waits (or was ignored) becomes a lead with these fields. With `keepTemplate`, mails of that sender are read so from now
     * on, and those in the tray are read again: `others` of them became leads.
     */
    accept: desk.input(z.object({ mailId: MailId, lead: LeadDraft.partial(), keepTemplate: z.boolean().default(false) })).output(
      z.object({
        leadId: LeadId,
        outcome: z.enum(['added', 'matched']),
        templateId: TemplateId.nullable(),
        others: z.int(),
      }),
    ),
    /** No lead. The mails leave the tray and are kept for 30 days. */
    dismiss: desk.input(z.object({ mailIds: z.array(MailId).min(1).max(1_000) })).output(nothing),
    /** Back into the tray; mails that became leads stay leads. */
    reopen: desk.input(z.object({ mailIds: z.array(MailId).min(1).max(1_000) })).output(nothing),
    templates: desk.output(z.array(MailTemplate)),
    removeTemplate: desk.input(z.object({ templateId: TemplateId })).output(nothing),
  },
  form: {
    list: desk.output(z.array(Form)),
    /** A new form answers its key: the only time it is told. */
    save: desk
      .input(z.object({ formId: FormId.optional(), settings: FormSettings }))
      .output(z.object({ formId: FormId, key: z.string().nullable() })),
    /** The old key is worth nothing from now on. */
    newKey: desk.input(z.object({ formId: FormId })).output(z.object({ key: z.string() })),
    remove: desk.input(z.object({ formId: FormId })).output(nothing),
    door: desk.output(FormDoor),
    saveDoor: desk.input(FormListening).output(FormDoor),
  },
  report: {
    /** Worked out beside the desk's own work: a long period holds nothing up. */
    read: desk.input(z.object({ name: ReportName, from: EpochMs, to: EpochMs })).output(Report),
    leads: desk.input(z.object({ filter: LeadFilter.default({}) })).output(z.object({ name: z.string(), csv: z.string() })),
  },
} as const
