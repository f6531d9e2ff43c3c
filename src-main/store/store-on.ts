import { backup } from './backup.ts'
import type { Checkpointer } from './checkpointer.ts'
import type { Ground } from './ground.ts'
import type { DeskStore } from './port.ts'
import { Reporter } from './reporter.ts'
import * as batches from './queries/batches.ts'
import * as details from './queries/details.ts'
import * as drain from './queries/drain.ts'
import * as doubles from './queries/doubles.ts'
import { editLead } from './queries/edit.ts'
import { digestDecisions } from './queries/fair-shares.ts'
import { fallDue } from './queries/fall-due.ts'
import * as forms from './queries/forms.ts'
import * as hand from './queries/hand.ts'
import * as inboxes from './queries/inboxes.ts'
import { packed } from './queries/mail-book.ts'
import * as mails from './queries/mails.ts'
import { merge } from './queries/merge.ts'
import * as offers from './queries/offers.ts'
import { nextCalendarAt, nextDueAt } from './queries/next-due.ts'
import * as pages from './queries/pages.ts'
import { eachLeadName } from './queries/lead-names.ts'
import { countLeads, eachPastLead } from './queries/past-leads.ts'
import * as pins from './queries/pins.ts'
import { rehearsal } from './queries/rehearse.ts'
import { ruleHits } from './queries/rule-hits.ts'
import * as calendars from './queries/rep-calendars.ts'
import { repDetail } from './queries/rep-detail.ts'
import * as reps from './queries/reps.ts'
import { rescore } from './queries/rescore.ts'
import * as route from './queries/route.ts'
import * as rules from './queries/rules.ts'
import { changesAfter, leadsOfReps, snapshot } from './queries/snapshot.ts'
import { stageTotals } from './queries/stage-totals.ts'
import { suspicions } from './queries/suspicions.ts'
import { takeIn } from './queries/take-in.ts'
import * as files from './queries/team-files.ts'
import { addTimeOff, removeTimeOff } from './queries/time-off.ts'
import * as undo from './queries/undo.ts'
import * as views from './queries/views.ts'
import { checkBackup, stageBackup, stageNew } from './restore.ts'

/** What a list may take while everybody else waits; one that takes longer is read on a thread of its own. */
const LIST_MS = 8
/** Where it hurts nobody, a list is walked through so many times longer before all leads are looked at. */
const WALK_ON = 20
/** To look through more leads than these takes long: it is done on the thread of the reports. */
const LOOKED_THROUGH_HERE = 20_000

/** The port over an open database: each verb is one turn, those that write one transaction. */
export function storeOn(ground: Ground, checkpointer: Checkpointer, unlock: () => void, listMs = LIST_MS): DeskStore {
  const listeners = new Set<() => void>()
  ground.onCommit = (hasEvents) => {
    checkpointer.beat()
    if (hasEvents) for (const listener of listeners) listener()
  }
  const reporter = new Reporter(ground.file, ground.log)
  // No list waits behind a report.
  const lister = new Reporter(ground.file, ground.log)
  // Nor a report behind the suspicions of a month, which are looked for whenever the intake is looked at.
  const suspecter = new Reporter(ground.file, ground.log)
  const isLarge = (): boolean => ground.tallies.total() > LOOKED_THROUGH_HERE
  let closing: Promise<void> | null = null

  /** For what comes in thousands, transaction after transaction. */
  async function writeMuch<Answer>(work: () => Answer | Promise<Answer>, isPiece = false): Promise<Answer> {
    const room = checkpointer.room()
    if (room !== null) await room
    return ground.write(work, isPiece)
  }

  function inTime<Answer>(work: () => Answer): Promise<Answer | null> {
    return ground.read(() => ground.listTime.within(listMs, work))
  }

  async function close(): Promise<void> {
    await Promise.all([reporter.close(), lister.close(), suspecter.close()])
    await checkpointer.close()
    await ground.read(() => {
      if (ground.db.open) ground.db.pragma('wal_checkpoint(truncate)')
      ground.db.close()
    })
    unlock()
  }

  return {
    snapshot: (at) => ground.read(() => snapshot(ground, at)),
    leadsOfReps: () => ground.read(() => leadsOfReps(ground)),
    changesAfter: (seq, limit, at) => ground.read(() => changesAfter(ground, seq, limit, at)),
    onCommit(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    lastSeq: () => ground.read(() => ground.events.last()),

    openSource: (name, kind) => ground.write(() => files.openSource(ground, name, kind)),
    startBatch: (start) => ground.write(() => batches.startBatch(ground, start)),
    // An import says what it saved when it is over; a form is answered at once.
    takeIn: (batch) => writeMuch(() => takeIn(ground, batch), batch.progress !== undefined),
    rehearsal: (at) => ground.read(() => rehearsal(ground, at)),
    finishBatch: (batchId, status, error, at) => ground.write(() => batches.finishBatch(ground, batchId, status, error, at)),
    interruptBatches: (at) => ground.write(() => batches.interruptBatches(ground, at)),
    readBatch: (batchId) => ground.read(() => batches.readBatch(ground, batchId)),
    async takeInMails(batch) {
      const bytes: Uint8Array[] = []
      for (const { raw } of batch.mails) bytes.push(await packed(raw))
      return writeMuch(() => mails.takeInMails(ground, batch, bytes))
    },
    knownMails: (sourceId, keys) => ground.read(() => mails.knownMails(ground, sourceId, keys)),
    mailsToMark: (inboxId, validity, limit) => ground.read(() => mails.mailsToMark(ground, inboxId, validity, limit)),
    mailsMarked: (inboxId, validity, uids) => ground.write(() => mails.mailsMarked(ground, inboxId, validity, uids)),
    mailPage: (filter, after, limit) => ground.read(() => mails.mailPage(ground, filter, after, limit)),
    readMail: (mailId) => ground.read(() => mails.readMail(ground, mailId)),
    acceptMail: (mailId, reading, templateId, isByHand, batch) =>
      ground.write(() => mails.acceptMail(ground, mailId, reading, templateId, isByHand, batch)),
    dismissMails: (mailIds, step) => ground.write(() => mails.dismissMails(ground, mailIds, step)),
    reopenMails: (mailIds, step) => ground.write(() => mails.reopenMails(ground, mailIds, step)),
    trayOf: (sender) => ground.read(() => mails.trayOf(ground, sender)),
    forgetIgnored: (before, limit) => ground.write(() => mails.forgetIgnored(ground, before, limit)),
    templates: () => ground.read(() => inboxes.templates(ground)),
    saveTemplate: (template, step) => ground.write(() => inboxes.saveTemplate(ground, template, step)),
    removeTemplate: (templateId, step) => ground.write(() => inboxes.removeTemplate(ground, templateId, step)),
    inboxes: () => ground.read(() => inboxes.inboxes(ground)),
    saveInbox: (inboxId, settings, step) => ground.write(() => inboxes.saveInbox(ground, inboxId, settings, step)),
    removeInbox: (inboxId, step) => ground.write(() => inboxes.removeInbox(ground, inboxId, step)),
    markInbox: (inboxId, mark) => ground.write(() => mails.markInbox(ground, inboxId, mark)),
    inboxTrouble: (inboxId, trouble, at) => ground.write(() => inboxes.inboxTrouble(ground, inboxId, trouble, at)),
    forms: () => ground.read(() => forms.forms(ground)),
    saveForm: (formId, settings, key, step) => ground.write(() => forms.saveForm(ground, formId, settings, key, step)),
    removeForm: (formId, step) => ground.write(() => forms.removeForm(ground, formId, step)),
    takePost: (post) => ground.write(() => forms.takePost(ground, post)),
    forgetPosts: (before, limit) => ground.write(() => forms.forgetPosts(ground, before, limit)),
    formListening: () => ground.read(() => forms.formListening(ground)),
    saveFormListening: (listening) => ground.write(() => forms.saveFormListening(ground, listening)),
    possibleDuplicates: (after, limit) => ground.read(() => doubles.possibleDuplicates(ground, after, limit)),
    tellApart: (leadId, step) => ground.write(() => doubles.tellApart(ground, leadId, step)),
    suspicions: (from, to, signal) =>
      isLarge() ? suspecter.suspicions(from, to, signal) : ground.read(() => suspicions(ground, from, to)),
    leftOutRows: (batchId) => ground.read(() => batches.leftOutRows(ground, batchId)),
    undoBatch: (batchId, limit, step) => writeMuch(() => undo.undoBatch(ground, batchId, limit, step)),
    batchCounts: (batchId) => ground.read(() => batches.batchCounts(ground, batchId)),
    rememberedColumns: (headers) => ground.read(() => files.rememberedColumns(ground, headers)),
    rememberColumns: (columns) => ground.write(() => files.rememberColumns(ground, columns)),

    drainWaiting: (router, stretch, cursor, at) => writeMuch(() => drain.drainWaiting(ground, router, stretch, cursor, at)),
    rescore: (router, after, limit) => writeMuch(() => rescore(ground, router, after, limit)),
    endRescoring: (leads, step) =>
      ground.write(() => void ground.events.append({ type: 'leads-rescored', ...step, data: { leads } })),
    routeLeads: (leadIds, router, step) => ground.write(() => route.routeLeads(ground, leadIds, router, step)),
    accept: (leadId, repId, step) => ground.write(() => offers.accept(ground, leadId, repId, step)),
    decline: (leadId, repId, reason, router, step) =>
      ground.write(() => offers.decline(ground, leadId, repId, reason, router, step)),
    fallDue: (router, stretch, at) => ground.write(() => fallDue(ground, router, stretch, at)),
    world: (at, performanceWindowMs) => ground.read(() => ground.team.copy(at, performanceWindowMs)),
    leadFacts: (leadId) => ground.read(() => details.leadFacts(ground, leadId)),
    decisionOf: (leadId) => ground.read(() => details.decisionOf(ground, leadId)),

    assign: (leadIds, repId, charge, step) => ground.write(() => hand.assign(ground, leadIds, repId, charge, step)),
    hold: (leadIds, reason, step) => ground.write(() => hand.hold(ground, leadIds, reason, step)),
    discard: (leadIds, reason, step) => ground.write(() => hand.discard(ground, leadIds, reason, step)),
    unpin: (leadIds, step) => ground.write(() => hand.unpin(ground, leadIds, step)),
    merge: (leadId, otherId, router, step) => ground.write(() => merge(ground, leadId, otherId, router, step)),
    undo: (seqs, step) => ground.write(() => undo.undo(ground, seqs, step)),
    editLead: (leadId, change, by, step) => ground.write(() => editLead(ground, leadId, change, by, step)),
    note: (leadId, text, step) => ground.write(() => hand.note(ground, leadId, text, step)),
    log: (leadId, kind, step) => ground.write(() => hand.log(ground, leadId, kind, step)),
    setStage: (leadIds, stage, step) => ground.write(() => hand.setStage(ground, leadIds, stage, step)),

    people: () => ground.read(() => pins.people(ground)),
    pinOf: (repId) => ground.read(() => pins.pinOf(ground, repId)),
    setPin: (repId, hash, step) => ground.write(() => pins.setPin(ground, repId, hash, step)),
    countPinTries: (repId, wrong, againAt) => ground.write(() => pins.countPinTries(ground, repId, wrong, againAt)),
    reps: (at) => ground.read(() => reps.repCards(ground, at)),
    addRep: (profile, step) => ground.write(() => reps.addRep(ground, profile, step)),
    saveRep: (repId, profile, step) => ground.write(() => reps.saveRep(ground, repId, profile, step)),
    importReps: (profiles, step) => ground.write(() => reps.importReps(ground, profiles, step)),
    setAvailability: (repId, availability, until, reason, step) =>
      ground.write(() => reps.setAvailability(ground, repId, availability, until, reason, step)),
    returnReps: (at) => ground.write(() => reps.returnReps(ground, at)),
    repDetail: (repId, at) => ground.read(() => repDetail(ground, repId, at)),
    addTimeOff: (repId, from, to, reason, step) => ground.write(() => addTimeOff(ground, repId, from, to, reason, step)),
    removeTimeOff: (timeOffId, step) => ground.write(() => removeTimeOff(ground, timeOffId, step)),
    saveCalendar: (calendar, step) => ground.write(() => calendars.saveCalendar(ground, calendar, step)),
    removeCalendar: (calendarId, step) => ground.write(() => calendars.removeCalendar(ground, calendarId, step)),
    calendarsDue: (at) => ground.write(() => calendars.calendarsDue(ground, at)),
    workingCalendars: (from, to) => ground.read(() => calendars.workingCalendars(ground, from, to)),
    nextDueAt: (at) => ground.read(() => nextDueAt(ground, at)),
    nextCalendarAt: () => ground.read(() => nextCalendarAt(ground)),

    publishedRuleset: () => ground.read(() => rules.publishedRuleset(ground)),
    publishRuleset: (document, note, step) => ground.write(() => rules.publishRuleset(ground, document, note, step)),
    rulesetVersion: (version) => ground.read(() => rules.rulesetVersion(ground, version)),
    rulesetVersions: () => ground.read(() => rules.rulesetVersions(ground)),
    readDraft: () => ground.read(() => rules.readDraft(ground)),
    saveDraft: (document, basedOn, step) => ground.write(() => rules.saveDraft(ground, document, basedOn, step)),
    dropDraft: () => ground.write(() => rules.dropDraft(ground)),
    ruleHits: (since) => (isLarge() ? reporter.hits(since) : ground.read(() => ruleHits(ground, since))),
    accounts: () => ground.read(() => files.accounts(ground)),
    importAccounts: (accounts, step) => ground.write(() => files.importAccounts(ground, accounts, step)),
    settings: () => ground.read(() => ({ ...ground.settings.read() })),
    saveSettings: (settings, step) => ground.write(() => files.saveSettings(ground, settings, step)),

    leadPage: async (filter, order, after, limit, signal) => {
      const page = await inTime(() => pages.leadPage(ground, filter, order, after, limit, 'walking'))
      return page ?? lister.page({ filter, order, after, limit, walkMs: listMs * WALK_ON }, ground.clock.now(), signal)
    },
    leadCount: async (filter, most, signal) => {
      const query = await ground.read(() => pages.countQuery(ground, filter, most))
      if (query === null) return 0
      if (isLarge()) return reporter.count(query, signal)
      return ground.read(() => pages.countOf(ground, query))
    },
    stageTotals: async (filter) => (await inTime(() => stageTotals(ground, filter))) ?? lister.totals(filter, ground.clock.now()),
    views: () => ground.read(() => views.views(ground)),
    saveView: (view, viewId, step) => ground.write(() => views.saveView(ground, view, viewId, step)),
    removeView: (viewId, step) => ground.write(() => views.removeView(ground, viewId, step)),
    leadDetail: (leadId) => ground.read(() => details.leadDetail(ground, leadId)),
    leadCards: (leadIds) => ground.read(() => pages.leadCards(ground, leadIds)),
    eachLead: (filter) => details.eachLead(ground, filter),
    eachLeadName: () => eachLeadName(ground),
    eachPastLead: (from, to) => eachPastLead(ground, from, to),
    countLeads: (from, to) => ground.read(() => countLeads(ground, from, to)),
    eventsOf: (leadId) => ground.read(() => details.eventsOf(ground, leadId)),
    eventsAt: (seqs) => ground.read(() => details.eventsAt(ground, seqs)),
    // What a power cut takes of it is added up again.
    digestDecisions: (limit) => writeMuch(() => digestDecisions(ground, limit), true),
    inPieces: (work) => ground.inPieces(work),
    report: (name, from, to, now, signal) => reporter.read({ name, from, to, now }, signal),

    backupTo: (file) => backup(ground.file, file),
    checkBackup,
    stageBackup: (file, name, stamp) => stageBackup(ground.folder, file, name, stamp),
    stageNew: async (stamp) => stageNew(ground.folder, stamp),
    engine: `SQLite ${ground.db.prepare<[], string>('select sqlite_version()').pluck().get() ?? ''}`,
    close: () => (closing ??= close()),
  }
}
