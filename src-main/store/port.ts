import type {
  Availability,
  Batch,
  BatchId,
  BatchStatus,
  CalendarId,
  Changes,
  DecisionRecord,
  DeskEvent,
  DeskSettings,
  EpochMs,
  Form,
  FormId,
  FormListening,
  FormSettings,
  Grade,
  ImportCounts,
  ImportRoute,
  InboxId,
  InboxSettings,
  InboxTrouble,
  Decision,
  LeadCard,
  LeadDetail,
  LeadDraft,
  LeadFacts,
  LeadFilter,
  LeadId,
  LeadOrder,
  LeadPage,
  LeadPair,
  LeadStatus,
  MailCard,
  MailId,
  MailPage,
  MailReading,
  MailReason,
  MailTemplate,
  MailVerdict,
  NextInTurn,
  Person,
  PostAnswer,
  PublishedRuleset,
  RepCard,
  RepDetail,
  RepFacts,
  RepId,
  RepProfile,
  Report,
  ReportName,
  RowProblem,
  Ruleset,
  SavedView,
  Seq,
  Snapshot,
  Source,
  SourceId,
  Stage,
  StageTotal,
  Suspicion,
  TemplateId,
  TimeOffId,
  ViewId,
  World,
} from '../contract/index.ts'
import type { WorkingCalendar } from '../lib/working-calendar.ts'

/**
 * What the desk may ask of its memory. Every verb is one whole transaction: it happens altogether or not at all, with the
 * events it causes, and nothing is announced that was not saved. A verb that writes begins its transaction at once
 * (`BEGIN IMMEDIATE`), so that two never read the same turn (R1, R12). No connection, row or query leaves this folder.
 */

/** How a lead is decided. The desk binds the published ruleset; the store only calls it, inside its transaction. */
export interface Router {
  /** Version of the ruleset. */
  readonly ruleset: number
  /** Score and grade of a lead by the model; what the lead brought when there is no model (R32). */
  score(lead: LeadFacts): { score: number | null; grade: Grade | null }
  decide(lead: LeadFacts, world: World): Decision
  /**
   * The record of a decision, worked out from the world as it was before `charge`.
   */
  record(lead: LeadFacts, world: World, decision: Decision): DecisionRecord
  /** Brings the world up to date after a decision: numbers, loads, caps, last given, tallies. Mutates the world it is given. */
  charge(world: World, decision: Decision): void
  /** Whom each pool would give this lead to, were it the next one. */
  nextInTurn(lead: LeadFacts, world: World): NextInTurn[]
  /** What a rep could be given now, whoever asks: 0 nothing, 1 only what names them (their weight is 0), 2 also from pools. */
  roomOf(rep: RepFacts, world: World): 0 | 1 | 2
  /** Some rule asks for the hour where the lead is, so that its rules change with time. */
  readonly asksForHour: boolean
  /** How far back wins are counted; null when no rule asks for them, so that nobody counts in vain. */
  readonly performanceWindowMs: number | null
  /** A lead whose own date lies further back than this when it arrives starts no clocks (R27). */
  readonly oldAfterMs: number
  /** Offers a rep may let run out in a row before being paused (R22); 0 pauses nobody. */
  readonly pauseAfterMissedOffers: number
}

/** A draft with what intake found out about it. */
export interface IncomingLead {
  draft: LeadDraft
  /** The same thing arriving twice carries the same key, and is one lead (R31). Unique within its source. */
  key: string
  raw: string | null
  rawKind: 'csv' | 'mail' | 'form' | 'hand'
  /** Line of the file it came from. */
  line: number | null
  isFreeMail: boolean
  /** Lower-cased, provider's dots and tags folded (R30); null without an e-mail. */
  emailKey: string | null
  /** True for info@, sales@ and the like: never merged by themselves. */
  isSharedEmail: boolean
  /** E.164; null when it could not be read. */
  phoneKey: string | null
  /** Folded name for telling one phone's owners apart; null without a name. */
  nameKey: string | null
  /** Company's registrable domain from e-mail or website, never a free-mail one; null when unknown. */
  domainKey: string | null
  timeZone: string | null
  /** For `owner-column`: the rep the file names; `unknown` when it names nobody the desk knows. */
  owner: RepId | 'unknown' | null
}

export interface TakeIn {
  sourceId: SourceId
  batchId: BatchId | null
  at: EpochMs
  actor: string
  route: ImportRoute
  /** With `trickle`: leads an hour. */
  perHour?: number
  /** Old leads start clocks too (R27). */
  startOldClocks?: boolean
  leads: readonly IncomingLead[]
  router: Router
  /** How long after its last sign of life a lead with the same key is the same lead. */
  duplicateWindowMs: number
  /**
   * Saved with the leads, so that a crash never parts them. `bytesRead`, `rows` and `leftOut` are totals since the batch began;
   * `problems` are those found since the last call.
   */
  progress?: {
    bytesRead: number
    rows: number
    leftOut: number
    problems: readonly StoredProblem[]
  }
}

export type TakenIn =
  | { outcome: 'added'; leadId: LeadId; status: LeadStatus; repId: RepId | null }
  | { outcome: 'matched'; leadId: LeadId }

/** A mail as intake judged it (R31). */
export interface IncomingMail {
  /** The same mail fetched twice carries the same key. Unique within its source. */
  key: string
  /** Its number in the folder; null for one from a file. */
  uid: number | null
  /** Its file, or its number in the mailbox, for reports of a file import; null for one of an inbox. */
  place: string | null
  messageId: string | null
  sentAt: EpochMs | null
  from: { name: string | null; address: string } | null
  subject: string | null
  verdict: MailVerdict
  reason: MailReason | null
  reading: MailReading | null
  /** Template it was read by. */
  templateId: TemplateId | null
  raw: Uint8Array
  /** With `verdict: 'lead'` one or more, else none. Their `raw` is null: the mail has it. */
  leads: readonly IncomingLead[]
}

/** Where an inbox has got to: the folder's UIDVALIDITY and the highest number that was read. */
export interface InboxMark {
  uidValidity: string
  lastUid: number
}

export interface MailsTakeIn extends Omit<TakeIn, 'leads'> {
  inboxId: InboxId | null
  mails: readonly IncomingMail[]
  /** Saved with the mails, so that a crash never parts them. */
  mark?: InboxMark
  /** Those that are leads or wait in the tray are still to be marked or moved on the server (`mailsToMark`). */
  toMark?: boolean
}

/** What became of a mail. Of one known before, `isKnown`, and what became of it then. */
export interface MailTaken {
  mailId: MailId
  isKnown: boolean
  verdict: MailVerdict
  leads: readonly TakenIn[]
}

/** An inbox as it is kept; the secret lies elsewhere, under `inbox-<id>`. */
export interface StoredInbox {
  id: InboxId
  sourceId: SourceId
  settings: InboxSettings
  mark: InboxMark | null
  trouble: (InboxTrouble & { at: EpochMs }) | null
  lastMailAt: EpochMs | null
  leads: number
  review: number
  ignored: number
}

export interface StoredForm extends Omit<Form, 'lastRefusal'> {
  /** SHA-256 of the key, hexadecimal. */
  keyHash: string
}

/** One post to a form. */
export interface Post extends Omit<TakeIn, 'leads' | 'sourceId' | 'batchId' | 'progress'> {
  formId: FormId
  /** The caller's Idempotency-Key, or a random one. */
  key: string
  /** SHA-256 of what was posted: the same key with another body is refused. */
  bodyHash: string
  /** What tells the sender's device from others without naming it; null when not known. */
  device: string | null
  lead: IncomingLead
}
export type PostTaken = TakenIn | { outcome: 'repeated'; first: PostAnswer } | { outcome: 'differs' }

/** What would happen, batch after batch: later ones see the leads and turns of earlier ones. Leads get no id (null). */
export interface Rehearsal {
  takeIn(batch: TakeIn): Promise<{ outcome: 'added' | 'matched'; status: LeadStatus | null; repId: RepId | null }[]>
  /** Tries what waits on the desk by these rules, as their publishing would. */
  drain(router: Router): Promise<void>
}

/** A problem with the row it is about, kept so that the rows left out can be handed back. */
export interface StoredProblem extends RowProblem {
  /** The row's cells, when it was left out. */
  cells: readonly string[] | null
}

export interface BatchStart {
  sourceId: SourceId
  file: string
  bytes: number
  at: EpochMs
  actor: string
  encoding: string
  delimiter: string
  /** Header and the field it fills, in the file's order. */
  columns: readonly { header: string; field: string | null }[]
}

export interface BatchDetail {
  batch: Batch
  encoding: string
  delimiter: string
  columns: readonly { header: string; field: string | null }[]
  problems: readonly RowProblem[]
  /** Mails that are no leads, by their place in the file. */
  ignoredMails: readonly { message: string; reason: MailReason }[]
  byRep: Readonly<Record<string, number>>
}

export interface Step {
  at: EpochMs
  actor: string
}

export interface Account {
  company: string
  domains: readonly string[]
  ownerEmail: string | null
  status: string
}

/** A lead of the past as a simulation replays it (R35). */
export interface PastLead {
  /** As it arrived: nobody has been asked yet. */
  facts: LeadFacts
  /** Who had it in the end. */
  repId: RepId | null
  /** From given to first attempt, and from received to closed, in ms; null when it did not happen. */
  attemptMs: number | null
  closedMs: number | null
}

/** How much one transaction may take on: so many leads or alarms, and no new one after so many milliseconds. */
export interface Stretch {
  most: number
  ms: number
}

/** What one wake-up of the clocks did (R20–R24). */
export interface FallenDue {
  offersExpired: number
  reminders: number
  breaches: number
  takenBack: number
  released: number
  paused: RepId[]
  /** True when more is due: ask again. */
  isMore: boolean
}

/** A PIN as it is kept: its scrypt hash with the salt, and the wrong tries since the last right one. */
export interface KeptPin {
  hash: string | null
  wrong: number
  /** Before this no try counts. */
  againAt: EpochMs | null
}

/** One of the team as seats know them. */
export interface TeamPerson extends Person {
  email: string
  isActive: boolean
}

/** A calendar as it was read. */
export interface CalendarToSave {
  /** null for a new one. */
  calendarId: CalendarId | null
  repId: RepId
  name: string
  address: string | null
  /** In place of those of the reading before; null keeps them. */
  busy: readonly { from: EpochMs; to: EpochMs; summary: string | null }[] | null
  problem: string | null
  /** When an address should be read again; null for a file. */
  readAgainAt: EpochMs | null
}

export interface BackupContents {
  deskName: string
  leads: number
  reps: number
  lastChangeAt: EpochMs | null
}

export interface DeskStore {
  // What the desk looks like

  snapshot(at: EpochMs): Promise<Snapshot>
  /**
   * Events after `seq`, oldest first, at most `limit`, with the present state of what they touched. Null when more than
   * `limit` have happened since, or an import was taken back: then a snapshot is cheaper.
   */
  changesAfter(seq: Seq, limit: number, at: EpochMs): Promise<Changes | null>
  /** Called after each commit that wrote events. Returns its own undo. */
  onCommit(listener: () => void): () => void
  lastSeq(): Promise<Seq>

  // Taking in

  /** The source of that name and kind, made if need be. */
  openSource(name: string, kind: Source['kind'], at: EpochMs): Promise<SourceId>
  startBatch(start: BatchStart): Promise<BatchId>
  /**
   * Matches each lead (key of its source first, then person: R30, R31), scores and routes what is new, saves lead, decision,
   * tallies, search words, problems, progress and events. Answers in the order of the leads.
   */
  takeIn(batch: TakeIn): Promise<TakenIn[]>
  /** A dry run over the desk as it is now. It reads and remembers, and never writes. */
  rehearsal(at: EpochMs): Promise<Rehearsal>
  finishBatch(batchId: BatchId, status: BatchStatus, error: string | null, at: EpochMs): Promise<void>
  /** Batches still `running` or `undoing` when the desk opened: their desk died. Called once on opening. */
  interruptBatches(at: EpochMs): Promise<BatchId[]>
  readBatch(batchId: BatchId): Promise<BatchDetail>
  /**
   * Keeps each mail with its verdict, and takes in the leads of those that are; one transaction with the inbox's mark. A mail whose key its source
   * knows is not taken twice. Answers in the order of the mails.
   */
  takeInMails(batch: MailsTakeIn): Promise<MailTaken[]>
  /** Numbers of the inbox's mails that were saved but not yet marked or moved on the server. */
  mailsToMark(inboxId: InboxId, uidValidity: string, limit: number): Promise<number[]>
  mailsMarked(inboxId: InboxId, uidValidity: string, uids: readonly number[]): Promise<void>
  /** What became of the mails with these keys; null for one that is not known. For rehearsals. */
  knownMails(sourceId: SourceId, keys: readonly string[]): Promise<({ verdict: MailVerdict; leads: number } | null)[]>
  mailPage(filter: { verdict?: MailVerdict; inboxId?: InboxId }, after: string | null, limit: number): Promise<MailPage>
  /** `raw` is null once an ignored mail was forgotten. */
  readMail(mailId: MailId): Promise<{ card: MailCard; reading: MailReading | null; raw: Uint8Array | null }>
  /**
   * A mail of the tray, or an ignored one, becomes this lead; `mail-settled` when it is one already. With `isByHand` false, because a template
   * reads it now.
   */
  acceptMail(
    mailId: MailId,
    reading: MailReading,
    templateId: TemplateId | null,
    isByHand: boolean,
    batch: TakeIn,
  ): Promise<TakenIn>
  dismissMails(mailIds: readonly MailId[], step: Step): Promise<void>
  reopenMails(mailIds: readonly MailId[], step: Step): Promise<void>
  /** Ids of the tray's mails from that address, oldest first. */
  trayOf(sender: string): Promise<MailId[]>
  /** Lets go of the bytes of ignored mails that came before; answers of how many. */
  forgetIgnored(before: EpochMs, limit: number): Promise<number>
  templates(): Promise<MailTemplate[]>
  saveTemplate(template: Pick<MailTemplate, 'sender' | 'subject' | 'fields'>, step: Step): Promise<TemplateId>
  removeTemplate(templateId: TemplateId, step: Step): Promise<void>

  inboxes(): Promise<StoredInbox[]>
  /** A new one (null) gets a source of its own by its name. A changed server, user or folder forgets the mark. */
  saveInbox(inboxId: InboxId | null, settings: InboxSettings, step: Step): Promise<InboxId>
  removeInbox(inboxId: InboxId, step: Step): Promise<void>
  /** Without mails: how far it has got. */
  markInbox(inboxId: InboxId, mark: InboxMark): Promise<void>
  /** Told when it begins (with what) and when it ends (null); an event each. */
  inboxTrouble(inboxId: InboxId, trouble: InboxTrouble | null, at: EpochMs): Promise<void>

  forms(): Promise<StoredForm[]>
  /** `keyHash` and `keyEnd` of a new form; absent, a known one keeps its own. */
  saveForm(
    formId: FormId | null,
    settings: FormSettings,
    key: { keyHash: string; keyEnd: string } | null,
    step: Step,
  ): Promise<FormId>
  removeForm(formId: FormId, step: Step): Promise<void>
  takePost(post: Post): Promise<PostTaken>
  /** Forgets up to `limit` posts that came before: their keys answer nothing any more, their leads stay. Answers of how many. */
  forgetPosts(before: EpochMs, limit: number): Promise<number>
  formListening(): Promise<FormListening>
  saveFormListening(listening: FormListening): Promise<void>

  possibleDuplicates(after: string | null, limit: number): Promise<{ pairs: LeadPair[]; next: string | null }>
  tellApart(leadId: LeadId, step: Step): Promise<Seq[]>
  suspicions(from: EpochMs, to: EpochMs): Promise<Suspicion[]>
  /** The rows left out with their cells, in order of line. */
  leftOutRows(batchId: BatchId): Promise<StoredProblem[]>
  /**
   * Takes back up to `limit` leads of the batch, refunding turns and loads, and its touches on other leads. Leads a person has
   * touched or moved since stay. `isDone` when none is left; the last call writes `import-undone` and sets the status.
   */
  undoBatch(batchId: BatchId, limit: number, step: Step): Promise<{ removed: number; kept: number; isDone: boolean }>
  batchCounts(batchId: BatchId): Promise<ImportCounts>
  /** Field chosen before for each of these headers (folded), if any. */
  rememberedColumns(headers: readonly string[]): Promise<ReadonlyMap<string, string | null>>
  rememberColumns(columns: readonly { header: string; field: string | null }[]): Promise<void>

  // Routing

  /**
   * Tries waiting leads in queue order (R25), a stretch of them, beginning after `cursor`. Held leads are passed over, and those that could
   * not be given when they were last tried and have nothing to gain by what changed since. A lead that still waits is written only
   * when its reason changed. `next` is null at the end of the queue or when nobody is eligible at all.
   */
  drainWaiting(
    router: Router,
    stretch: Stretch,
    cursor: string | null,
    at: EpochMs,
  ): Promise<{ assigned: number; next: string | null }>
  /** Unpins, unholds, takes from their rep, and routes these leads anew. */
  /**
   * Scores open leads anew by the model, up to `limit` of them, beginning behind `after` (R32). `next` is null at the end; `changed` of the
   * whole run is handed to `endRescoring`.
   */
  rescore(router: Router, after: LeadId | null, limit: number): Promise<{ changed: number; next: LeadId | null }>
  /** Tells watchers to look anew. */
  endRescoring(changed: number, step: Step): Promise<void>
  routeLeads(leadIds: readonly LeadId[], router: Router, step: Step): Promise<{ assigned: number; waiting: number }>
  /** The world as a decision would find it now (for why, trials and rehearsals). A copy the caller may change; wins only with a window. */
  world(at: EpochMs, performanceWindowMs?: number | null): Promise<World>
  leadFacts(leadId: LeadId): Promise<LeadFacts>
  decisionOf(leadId: LeadId): Promise<{ record: DecisionRecord; byHand: boolean } | null>

  // Offers and clocks

  /** The rep takes what they were offered; claims of others end with it. `offer-gone` when it is too late (R20). */
  accept(leadId: LeadId, repId: RepId, step: Step): Promise<Seq>
  /** Routed again at once, without this rep; a claim only loses this one (R20). */
  decline(leadId: LeadId, repId: RepId, reason: string | null, router: Router, step: Step): Promise<Seq>
  /**
   * Does what has fallen due, in order of the due times, a stretch of it: offers that ran out, reminders, breaches,
   * take-backs, releases. Also starts and stops the release clocks of reps who left or came back (R23). Each thing is done once,
   * however late (R24).
   */
  fallDue(router: Router, stretch: Stretch, at: EpochMs): Promise<FallenDue>

  // The manager's hand. Each answers the number of the event of each lead moved, in order; leads already there are passed over.

  /** Assigns and pins (R28). With `charge`, the receiver is charged a turn in the pool it came from and an untouched giver refunded. */
  assign(leadIds: readonly LeadId[], repId: RepId, charge: boolean, step: Step): Promise<Seq[]>
  hold(leadIds: readonly LeadId[], reason: string | null, step: Step): Promise<Seq[]>
  discard(leadIds: readonly LeadId[], reason: string, step: Step): Promise<Seq[]>
  unpin(leadIds: readonly LeadId[], step: Step): Promise<Seq[]>
  /** `otherId` becomes a duplicate of `leadId`, which keeps owner and clocks and gains what it lacked (R30). */
  merge(leadId: LeadId, otherId: LeadId, router: Router, step: Step): Promise<Seq[]>
  /** Restores owner, numbers, clocks and queue place of each step, newest first, all or none; `undo-refused` else (R29). */
  undo(seqs: readonly Seq[], step: Step): Promise<void>
  /**
   * Rewrites what is known of a lead: `change` is handed its draft and answers it as it is to stand, with the keys it is known by from now
   * on. Scored anew, and never moved. No step when nothing is otherwise.
   */
  editLead(
    leadId: LeadId,
    change: (present: LeadDraft) => IncomingLead,
    by: { router: Router; duplicateWindowMs: number },
    step: Step,
  ): Promise<Seq[]>
  note(leadId: LeadId, text: string, step: Step): Promise<Seq>
  /** A touch (attempt, contact): stops clocks and take-backs. No step to take back when it accepted an offer. */
  log(leadId: LeadId, kind: 'attempt' | 'contact', step: Step): Promise<Seq[]>
  /** As `log`, for what it accepts: only steps that can be taken back are answered. */
  setStage(leadIds: readonly LeadId[], stage: Stage, step: Step): Promise<Seq[]>

  // Reps

  /** The whole team, also those who left. */
  people(): Promise<TeamPerson[]>
  pinOf(repId: RepId): Promise<KeptPin>
  setPin(repId: RepId, hash: string | null, step: Step): Promise<void>
  countPinTries(repId: RepId, wrong: number, againAt: EpochMs | null): Promise<void>
  reps(at: EpochMs): Promise<RepCard[]>
  addRep(profile: RepProfile, step: Step): Promise<RepId>
  saveRep(repId: RepId, profile: RepProfile, step: Step): Promise<void>
  /** All or nothing; known by e-mail, case ignored. `null` columns were not in the file and stay as they are. */
  importReps(profiles: readonly ImportedRep[], step: Step): Promise<{ added: number; updated: number }>
  setAvailability(
    repId: RepId,
    availability: Availability,
    until: EpochMs | null,
    reason: string | null,
    step: Step,
  ): Promise<void>
  /** Makes everyone available whose `until` has come. */
  returnReps(at: EpochMs): Promise<RepId[]>
  repDetail(repId: RepId, at: EpochMs): Promise<RepDetail>
  /** Contact clocks of the rep's leads are worked out anew. */
  addTimeOff(repId: RepId, from: EpochMs, to: EpochMs, reason: string | null, step: Step): Promise<TimeOffId>
  removeTimeOff(timeOffId: TimeOffId, step: Step): Promise<void>
  saveCalendar(calendar: CalendarToSave, step: Step): Promise<CalendarId>
  removeCalendar(calendarId: CalendarId, step: Step): Promise<void>
  /** Calendars with an address whose time to be read again has come. Each is put off by an hour, so that it is read only once. */
  calendarsDue(at: EpochMs): Promise<{ id: CalendarId; repId: RepId; name: string; address: string }[]>
  /** Everyone's working time, from a month before `from` to a month after `to`. */
  workingCalendars(from: EpochMs, to: EpochMs): Promise<ReadonlyMap<RepId, WorkingCalendar>>
  /**
   * When something next falls due by itself: a clock, a rep who returns; while leads wait or may be released, also the next change of
   * working time or caps. Null for never.
   */
  nextDueAt(at: EpochMs): Promise<EpochMs | null>
  /** When a calendar with an address is next to be read; null when there is none. */
  nextCalendarAt(): Promise<EpochMs | null>

  // Rules, accounts, settings

  publishedRuleset(): Promise<PublishedRuleset>
  publishRuleset(document: Ruleset, note: string | null, step: Step): Promise<number>
  rulesetVersion(version: number): Promise<PublishedRuleset>
  rulesetVersions(): Promise<{ ruleset: number; publishedAt: EpochMs; publishedBy: string; rules: number; note: string | null }[]>
  readDraft(): Promise<{ document: unknown; savedAt: EpochMs; savedBy: string; basedOn: number } | null>
  saveDraft(document: unknown, basedOn: number, step: Step): Promise<void>
  dropDraft(step: Step): Promise<void>
  ruleHits(since: EpochMs): Promise<Record<string, number>>
  accounts(): Promise<Account[]>
  importAccounts(accounts: readonly Account[], step: Step): Promise<{ added: number; updated: number }>
  settings(): Promise<DeskSettings>
  saveSettings(settings: DeskSettings, step: Step): Promise<void>

  views(): Promise<SavedView[]>
  saveView(view: Omit<SavedView, 'id'>, viewId: ViewId | null, step: Step): Promise<ViewId>
  removeView(viewId: ViewId, step: Step): Promise<void>

  // Reading

  /** Read on a thread of its own when it takes long; `signal` ends it. */
  leadPage(filter: LeadFilter, order: LeadOrder, after: string | null, limit: number, signal?: AbortSignal): Promise<LeadPage>
  /** How many leads fit, counted to `most`. */
  leadCount(filter: LeadFilter, most: number, signal?: AbortSignal): Promise<number>
  /** Of leads that a rep has; each stage looked at up to 10,000 leads. */
  stageTotals(filter: LeadFilter): Promise<StageTotal[]>
  leadDetail(leadId: LeadId): Promise<LeadDetail>
  leadCards(leadIds: readonly LeadId[]): Promise<LeadCard[]>
  /** Every lead that fits, by id, a page at a time, without holding the database meanwhile: for exports. */
  eachLead(filter: LeadFilter): AsyncIterable<(LeadCard & { fields: LeadDraft })[]>
  /** What leads are called, people and companies, a page at a time: for what must not have their names in it. */
  eachLeadName(): AsyncIterable<string[]>
  /** Leads received in the period, in order of arrival, a page at a time, for simulations. */
  eachPastLead(from: EpochMs, to: EpochMs): AsyncIterable<PastLead[]>
  countLeads(from: EpochMs, to: EpochMs): Promise<number>
  eventsOf(leadId: LeadId): Promise<DeskEvent[]>
  /** Those of these numbers that there are. */
  eventsAt(seqs: readonly Seq[]): Promise<DeskEvent[]>
  /** Adds decisions up that reports of fairness need, so many events at a time; `isMore` while others may wait. */
  digestDecisions(limit: number): Promise<{ read: number; isMore: boolean }>
  /** Worked out on a thread of its own, from one state of the desk. Called off by `signal`, unless it is being worked out by then. */
  report(name: ReportName, from: EpochMs, to: EpochMs, now: EpochMs, signal?: AbortSignal): Promise<Report>

  // Upkeep

  /**
   * Nothing that is written while `work` runs waits for the disk; the first thing written after it waits for all of it. For thousands of steps that
   * are told as saved only together.
   */
  inPieces<Answer>(work: () => Promise<Answer>): Promise<Answer>
  /** A whole copy of the database in one file, checked by opening it. Refuses to overwrite. */
  backupTo(file: string): Promise<{ file: string; bytes: number }>
  /** What a backup holds, found out by opening it. `name` is what the person calls it. Refused with `backup-unreadable`. */
  checkBackup(file: string, name: string): Promise<BackupContents>
  /**
   * Checks a backup and moves it beside the desk, in whose place it is when that next opens. Answers where the desk of now will be kept; `stamp`
   * (`2026-11-22 072232`) tells it from others.
   */
  stageBackup(file: string, name: string, stamp: string): Promise<string>
  /** As `stageBackup`, for a desk with nothing on it. */
  stageNew(stamp: string): Promise<string>
  /** The engine's name and version. */
  readonly engine: string
  close(): Promise<void>
}

/** A rep as a reps.csv has it: columns the file lacks are absent, and a known rep keeps its own. */
export type ImportedRep = Partial<RepProfile> & Pick<RepProfile, 'email'>
