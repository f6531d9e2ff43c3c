import type { Database, Statement } from 'better-sqlite3'
import type {
  Availability,
  BatchId,
  DecisionRecord,
  DeskEvent,
  DeskSettings,
  EpochMs,
  EventType,
  FormId,
  InboxId,
  InboxTrouble,
  LeadId,
  MailId,
  MailReason,
  MailVerdict,
  MethodUsed,
  Outcome,
  RepId,
  Seq,
  SourceId,
  Stage,
  TemplateId,
  ViewId,
  WaitCode,
} from '../contract/index.ts'
import { eventCode, waitCodes } from './codes.ts'
import { decodeDecision, encodeDecision } from './decision-code.ts'
import type { Names } from './queries/names.ts'

/** How a lead came to its place. `rule` and the rest are of the decision; null where none decided. */
export interface Placed {
  by: 'rule' | 'hand' | 'import' | 'owner-column'
  outcome: Outcome
  ruleId: string | null
  rule: string | null
  method: MethodUsed | null
  waitCode: WaitCode | null
  /** The pool, the rep or the reason given. */
  detail: string | null
}

/** A field of the lead, or `custom.` and its header, before and after an edit; null for nothing. */
export interface FieldChange {
  field: string
  from: string | number | readonly string[] | null
  to: string | number | readonly string[] | null
}

/** What each event tells in `data`. */
export interface EventData {
  /** A lead came in and was placed; `repId` of the event is who got it. */
  'lead-received': Placed & { repIds?: RepId[]; dueAt?: EpochMs }
  /** The same person came again; the lead kept its owner and clocks. `by` is the key they were known by. */
  'lead-matched': {
    by: 'email' | 'phone'
    sourceId: SourceId
    batchId: BatchId | null
    line: number | null
    /** The name it came under, when it is another one. */
    name?: string
    /** What the lead had not known of the person. */
    fields?: string[]
  }
  /** `from` had it before; with `by: 'hand'`, `isCharged` says whether turns moved too (R28). */
  'lead-assigned': Placed & { from?: RepId | null; isCharged?: boolean }
  /** It waits, or waits for another reason. */
  'lead-waiting': Placed & { from?: RepId | null }
  'lead-held': { reason: string | null; from: RepId | null }
  /** Offered to one, or to several at once; `dueAt` is until when. */
  'lead-offered': Placed & { from?: RepId | null; repIds: RepId[]; dueAt: EpochMs }
  'offer-accepted': Record<string, never>
  'offer-declined': { reason: string | null }
  'offer-expired': { repIds: RepId[] }
  'contact-due-soon': { dueAt: EpochMs }
  'contact-breached': { dueAt: EpochMs }
  /** Its rep let the contact clock run out. */
  'lead-taken-back': { from: RepId }
  /** Its rep was not here for long enough. */
  'lead-released': { from: RepId }
  /** Of the one that stays, `otherId` went into it; of the one that went, `intoId`. `fields` are those it gained. */
  'lead-merged': { otherId: LeadId; fields: string[] } | { intoId: LeadId }
  'rep-paused': { missed: number }
  /** The score model changed; so many open leads have another score or grade now. */
  'leads-rescored': { leads: number }
  /** A mail waits in the review tray. */
  'mail-held': { mailId: MailId; sourceId: SourceId; from: string | null; subject: string | null; reason: MailReason | null }
  /** It left the tray, or came back into it (`review`). */
  'mail-settled': { mailId: MailId; verdict: MailVerdict; leadIds: LeadId[] }
  'inbox-saved': { inboxId: InboxId; name: string }
  'inbox-removed': { inboxId: InboxId; name: string }
  'inbox-troubled': { inboxId: InboxId; name: string; code: InboxTrouble['code'] }
  'inbox-recovered': { inboxId: InboxId; name: string }
  'form-saved': { formId: FormId; name: string }
  'form-removed': { formId: FormId; name: string }
  'template-saved': { templateId: TemplateId; sender: string }
  'template-removed': { templateId: TemplateId; sender: string }
  /** It was taken for a possible duplicate of `otherId`, and is none. */
  'lead-told-apart': { otherId: LeadId }
  'view-saved': { viewId: ViewId; name: string }
  'view-removed': { viewId: ViewId; name: string }
  /** Never the PIN itself. */
  'pin-changed': { hasPin: boolean }
  'lead-discarded': { reason: string | null; from: RepId | null; by: 'rule' | 'hand' }
  'lead-edited': { changes: FieldChange[] }
  'lead-pinned': Record<string, never>
  'lead-unpinned': Record<string, never>
  'lead-noted': { text: string }
  'lead-attempted': Record<string, never>
  'lead-contacted': Record<string, never>
  'lead-stage-changed': { from: Stage; to: Stage }
  'step-undone': { seq: Seq; type: EventType }
  'rep-added': { name: string; email: string }
  'rep-changed': { fields: string[] }
  /** `until` is when they return by themselves. */
  'rep-availability-changed': { availability: Availability; until: EpochMs | null; reason: string | null }
  'rules-published': { version: number; rules: number; note: string | null }
  'account-changed': { added: number; updated: number }
  'import-started': { batchId: BatchId; file: string }
  'import-finished': { batchId: BatchId; status: string; error: string | null }
  'import-undone': { batchId: BatchId; removed: number; kept: number }
  'settings-changed': { settings: DeskSettings }
}

export interface EventToAppend<Type extends EventType> {
  type: Type
  at: EpochMs
  actor: string
  leadId?: LeadId | null
  repId?: RepId | null
  data: EventData[Type]
  /** Kept with it; then `data` of a placing is read from here and not saved twice. */
  decision?: DecisionRecord | null
  /** What `undo.ts` needs to take the step back; absent for steps that can't be. */
  undo?: unknown
}

export interface EventRow {
  seq: Seq
  at: EpochMs
  type: number
  actor: string | null
  lead_id: LeadId | null
  rep_id: RepId | null
  data: string | null
  decision: string | null
  undo: string | null
  undone_by: Seq | null
}

/** by, outcome (-1: waiting), wait code, detail, number of the rule's name: a placing without a decision, in short. */
type ShortPlaced = [string, number | null, string | null, number | null]

/** Writes events down and numbers them without a gap. The number lives here: one process writes. */
export class EventBook {
  readonly #append: Statement<unknown[], unknown>
  readonly #last: Statement<[], number>
  readonly #names: Names
  #seq: number | null = null

  constructor(db: Database, names: Names) {
    this.#names = names
    this.#append = db.prepare(
      'insert into events (seq, at, type, actor, lead_id, rep_id, data, decision, undo) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    this.#last = db.prepare<[], number>('select coalesce(max(seq), 0) from events').pluck()
  }

  last(): Seq {
    return (this.#seq ??= this.#last.get() ?? 0) as Seq
  }

  next(): Seq {
    return (this.last() + 1) as Seq
  }

  append<Type extends EventType>(event: EventToAppend<Type>): Seq {
    const seq = this.next()
    const { decision, undo } = event
    this.#append.run(
      seq,
      event.at,
      eventCode.number(event.type),
      event.actor === 'desk' ? null : event.actor,
      event.leadId ?? null,
      event.repId ?? null,
      decision ? extrasOf(event.data) : this.#dataText(event),
      decision ? encodeDecision(decision, event.at, this.#names) : null,
      undo === undefined ? null : JSON.stringify(undo),
    )
    this.#seq = seq
    return seq
  }

  #dataText<Type extends EventType>(event: EventToAppend<Type>): string | null {
    if (event.type === 'lead-received') {
      const placed = event.data as Placed
      if (placed.outcome === 'waiting') return JSON.stringify(this.#shorten(placed))
    }
    const text = JSON.stringify(event.data)
    return text === '{}' ? null : text
  }

  #shorten(placed: Placed): ShortPlaced {
    const rule = placed.ruleId === null ? null : this.#names.number('rule', placed.rule ?? '', placed.ruleId)
    return [placed.by, waitCodes.numberOrNull(placed.waitCode), placed.detail, rule]
  }

  read(row: EventRow): DeskEvent {
    return {
      seq: row.seq,
      at: row.at,
      type: eventCode.word(row.type),
      actor: row.actor ?? 'desk',
      leadId: row.lead_id,
      repId: row.rep_id,
      data: this.#dataOf(row),
    }
  }

  #dataOf(row: EventRow): Record<string, unknown> {
    const data = row.data === null ? {} : (JSON.parse(row.data) as Record<string, unknown> | ShortPlaced)
    if (Array.isArray(data)) {
      const [by, waitCode, detail, ruleNo] = data
      const rule = ruleNo === null ? null : this.#names.read(ruleNo)
      return {
        by,
        outcome: 'waiting',
        ruleId: rule?.key ?? null,
        rule: rule?.name ?? null,
        method: null,
        waitCode: waitCodes.wordOrNull(waitCode),
        detail,
      }
    }
    if (row.decision === null) return data
    return { ...placedBy('rule', decodeDecision(row.decision, row.at, this.#names).decision), ...data }
  }

  decisionOf(row: Pick<EventRow, 'decision' | 'at'>): DecisionRecord | null {
    return row.decision === null ? null : decodeDecision(row.decision, row.at, this.#names)
  }

  forget(): void {
    this.#seq = null
  }
}

/** What a placing says beyond its decision. */
function extrasOf(data: object): string | null {
  const { from, by, repIds, dueAt } = data as { from?: RepId | null; by?: string; repIds?: RepId[]; dueAt?: EpochMs }
  const extras = {
    ...(by === undefined || by === 'rule' ? {} : { by }),
    ...(from ? { from } : {}),
    ...(repIds === undefined ? {} : { repIds }),
    ...(dueAt === undefined ? {} : { dueAt }),
  }
  return Object.keys(extras).length === 0 ? null : JSON.stringify(extras)
}

export function placedBy(by: Placed['by'], decision: DecisionRecord['decision']): Placed {
  const { outcome, ruleId, ruleName, method, waitCode, detail } = decision
  return { by, outcome, ruleId, rule: ruleName, method, waitCode, detail }
}
