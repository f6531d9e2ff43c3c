import type {
  Availability,
  BatchId,
  BatchStatus,
  CalendarId,
  Changes,
  DecisionRecord,
  DeskEvent,
  DeskSettings,
  EpochMs,
  FormId,
  FormListening,
  FormSettings,
  ImportCounts,
  InboxId,
  InboxSettings,
  InboxTrouble,
  LeadCard,
  LeadDetail,
  LeadDraft,
  LeadFacts,
  LeadFilter,
  LeadId,
  LeadOrder,
  LeadPage,
  LeadPair,
  MailCard,
  MailId,
  MailPage,
  MailReading,
  MailTemplate,
  MailVerdict,
  PublishedRuleset,
  RepCard,
  RepDetail,
  RepId,
  RepProfile,
  Report,
  ReportName,
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
import type {
  BatchDetail,
  BatchStart,
  InboxMark,
  IncomingLead,
  MailTaken,
  MailsTakeIn,
  Post,
  PostTaken,
  Rehearsal,
  StoredForm,
  StoredInbox,
  StoredProblem,
  TakeIn,
  TakenIn,
} from './port-arrivals.ts'
import type {
  Account,
  BackupContents,
  CalendarToSave,
  FallenDue,
  ImportedRep,
  KeptPin,
  PastLead,
  Router,
  Step,
  Stretch,
  TeamPerson,
} from './port-shapes.ts'

/**
 * What the desk may ask of its memory. Every verb is one whole transaction: it happens altogether or not at all, with the
 * events it causes, and nothing is announced that was not saved. A verb that writes begins its transaction at once
 * (`BEGIN IMMEDIATE`), so that two never read the same turn (R1, R12). No connection, row or query leaves this folder.
 */
export interface DeskStore {
  // What the desk looks like

  /** Of the leads, the head of the queue. */
  snapshot(at: EpochMs): Promise<Snapshot>
  /** The newest open ones of each rep, as many as the contract's snapshot tells of. */
  leadsOfReps(): Promise<LeadCard[]>
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
  /** Looked for on a thread of its own when there are many leads. Called off by `signal`, unless they are being looked for by then. */
  suspicions(from: EpochMs, to: EpochMs, signal?: AbortSignal): Promise<Suspicion[]>
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
  /**
   * Scores open leads anew by the model, up to `limit` of them, beginning behind `after` (R32). `next` is null at the end; `changed` of the
   * whole run is handed to `endRescoring`.
   */
  rescore(router: Router, after: LeadId | null, limit: number): Promise<{ changed: number; next: LeadId | null }>
  /** Tells watchers to look anew. */
  endRescoring(changed: number, step: Step): Promise<void>
  /** Unpins, unholds, takes from their rep, and routes these leads anew. */
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
  /** Leads received since then, by the id of the rule that placed them. */
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
