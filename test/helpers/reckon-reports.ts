import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import {
  type DecisionRecord,
  type DeskEvent,
  type DeskSettings,
  type EpochMs,
  LEAK_AFTER_HOURS,
  LEAST_FOR_A_RATE,
  type LeadCard,
  type RepCard,
  type RepId,
  type Seq,
} from '../../src-main/contract/index.ts'
import type { WorkingCalendar } from '../../src-main/lib/working-calendar.ts'
import { isWorking } from '../../src-main/lib/working-calendar.ts'
import { dayKey } from '../../src-main/lib/working-time.ts'
import { decodeDecision } from '../../src-main/store/decision-code.ts'
import { Names } from '../../src-main/store/queries/names.ts'
import type { TestDesk } from './open-test-desk.ts'

/**
 * Reports once more, the slow way: everything a report tells of a lead is found out from its history alone, and working time is counted
 * minute by minute. Good for desks whose times are whole minutes.
 */
export interface Reckoned {
  card: LeadCard
  assignMs: number | null
  attemptMs: number | null
  contactMs: number | null
  responseMs: number | null
  closedMs: number | null
  isQualified: boolean
  isRouted: boolean
  isRerouted: boolean
  hasClock: boolean
  breachedBy: RepId | null
}

export interface ReckonedOffer {
  at: EpochMs
  repId: RepId
  rule: string | null
  ending: 'accepted' | 'declined' | 'expired' | 'withdrawn' | null
  endedAt: EpochMs | null
}

export interface History {
  now: EpochMs
  settings: DeskSettings
  reps: RepCard[]
  leads: Reckoned[]
  offers: ReckonedOffer[]
  events: DeskEvent[]
  undone: ReadonlySet<Seq>
  decisions: { at: EpochMs; record: DecisionRecord }[]
  calendars: ReadonlyMap<RepId, WorkingCalendar>
}

const MINUTE = 60_000
const GIVING = new Set(['lead-received', 'lead-assigned', 'lead-offered'])
const TOUCHES = new Set(['lead-noted', 'lead-attempted', 'lead-contacted', 'lead-stage-changed'])
const LEAVING = new Set(['lead-waiting', 'lead-held', 'lead-discarded'])

/** All that happened on a desk, read from its events. `clockRules` are the names of rules that give a contact clock. */
export async function historyOf(test: TestDesk, clockRules: ReadonlySet<string>): Promise<History> {
  const { store } = test.desk
  const cards: LeadCard[] = []
  for await (const some of store.eachLead({})) cards.push(...some)
  const events: DeskEvent[] = []
  for (const card of cards) events.push(...(await store.eventsOf(card.id)))
  const team = (await allEvents(test)).filter(({ leadId }) => leadId === null)
  const undone = new Set(events.filter(({ type }) => type === 'step-undone').map(({ data }) => data['seq'] as Seq))
  const now = test.clock.now()
  const calendars = await store.workingCalendars(now - 40 * 86_400_000, now)
  const byLead = Map.groupBy(events, ({ leadId }) => leadId)
  const oldest = (one: DeskEvent, other: DeskEvent): number => one.seq - other.seq
  const offers: ReckonedOffer[] = []
  const leads = cards.map((card) => {
    const own = (byLead.get(card.id) ?? []).toSorted(oldest)
    offers.push(...offersIn(own))
    return reckon(card, own, undone, calendars, clockRules)
  })
  return {
    now,
    settings: await store.settings(),
    reps: await store.reps(now),
    leads,
    offers,
    events: [...events, ...team].sort(oldest),
    undone,
    decisions: decisionsOf(test),
    calendars,
  }
}

async function allEvents(test: TestDesk): Promise<DeskEvent[]> {
  const changes = await test.desk.store.changesAfter(0 as Seq, 1_000_000, test.clock.now())
  return changes?.events ?? []
}

/** Of events that stand, of leads that are still there. */
function decisionsOf({ folder }: TestDesk): History['decisions'] {
  const db = new Sqlite(join(folder, 'desk.db'), { readonly: true })
  const names = new Names(db)
  const rows = db
    .prepare<[], { at: number; decision: string }>(
      `select at, decision from events where decision is not null and undone_by is null and lead_id in (select id from leads)`,
    )
    .all()
  const decisions = rows.map(({ at, decision }) => ({ at, record: decodeDecision(decision, at, names) }))
  db.close()
  return decisions
}

function reckon(
  card: LeadCard,
  events: readonly DeskEvent[],
  undone: ReadonlySet<Seq>,
  calendars: History['calendars'],
  clockRules: ReadonlySet<string>,
): Reckoned {
  const standing = events.filter(({ seq }) => !undone.has(seq))
  const since = (at: EpochMs): number => Math.max(0, at - card.receivedAt)
  const found: Reckoned = {
    card,
    assignMs: null,
    attemptMs: null,
    contactMs: null,
    responseMs: null,
    closedMs: null,
    isQualified: false,
    isRouted: false,
    isRerouted: false,
    hasClock: false,
    breachedBy: null,
  }
  let owner: { repId: RepId; from: EpochMs } | null = null
  let offeredTo: readonly RepId[] = []
  let offeredAt = 0
  let rule: string | null = null
  let touchedAt: EpochMs | null = null
  const firstStage = events.find(({ type }) => type === 'lead-stage-changed')?.data['from'] ?? card.stage
  // What came in closed is nobody's hurry, also when it is opened again (R27).
  const isClockless = firstStage === 'won' || firstStage === 'lost'
  const put = (): void => {
    found.isRerouted = found.isRouted
    found.isRouted = true
  }
  for (const { seq, at, type, repId, data } of standing) {
    const { outcome } = data
    const isTouchedNow = standing.some((one) => one.at === at && one.seq > seq && TOUCHES.has(one.type))
    if (GIVING.has(type) && (outcome === 'assigned' || outcome === 'offered')) {
      const wasOfferedTo: readonly RepId[] = offeredTo
      rule = data['by'] === 'hand' ? null : (data['rule'] as string | null)
      if (outcome === 'offered') {
        put()
        offeredTo = data['repIds'] as RepId[]
        offeredAt = at
        owner = offeredTo.length === 1 ? { repId: offeredTo[0]!, from: at } : null
      } else if (repId !== null) {
        if (data['by'] !== 'hand' || !wasOfferedTo.includes(repId)) put()
        offeredTo = []
        owner = { repId, from: at }
        found.assignMs ??= since(at)
        if (rule !== null && clockRules.has(rule) && touchedAt === null && !isClockless) found.hasClock = true
      }
    }
    if (type === 'offer-accepted' && repId !== null) {
      owner = { repId, from: isTouchedNow ? offeredAt : at }
      offeredTo = []
      found.assignMs ??= since(at)
      if (rule !== null && clockRules.has(rule) && touchedAt === null && !isTouchedNow && !isClockless) found.hasClock = true
    }
    if (type === 'offer-declined') offeredTo = offeredTo.filter((one) => one !== repId)
    if (LEAVING.has(type) || (type === 'lead-merged' && 'intoId' in data)) [owner, offeredTo] = [null, []]
    if (type === 'contact-breached' && !isOfUndone(events, undone, seq)) found.breachedBy ??= repId
    if (type === 'lead-attempted' || type === 'lead-contacted') {
      if (type === 'lead-contacted') found.contactMs ??= since(at)
      if (found.attemptMs === null && owner !== null) {
        const { from, repId: by } = owner
        found.responseMs = minutesWorked(calendars.get(by), from, at) * MINUTE
      }
      found.attemptMs ??= since(at)
    }
    if (type === 'lead-stage-changed') {
      if (data['to'] === 'qualified' || data['to'] === 'won') found.isQualified = true
      found.closedMs = data['to'] === 'won' || data['to'] === 'lost' ? since(at) : null
    }
    if (TOUCHES.has(type)) touchedAt = at
  }
  if (firstStage === 'qualified' || firstStage === 'won') found.isQualified = true
  return found
}

/** What happened between a step and its undoing is gone with it, unless the step left the lead where it was. */
function isOfUndone(events: readonly DeskEvent[], undone: ReadonlySet<Seq>, seq: Seq): boolean {
  return events.some(({ type, seq: undoneAt, data }) => {
    const step = data['seq'] as Seq
    return type === 'step-undone' && data['type'] !== 'lead-merged' && undoneAt > seq && step < seq && undone.has(step)
  })
}

/** One by one, with what took them away and what brought them back. */
function offersIn(events: readonly DeskEvent[]): ReckonedOffer[] {
  const offers: ReckonedOffer[] = []
  const withdrawnBy = new Map<Seq, ReckonedOffer[]>()
  const standing = (): ReckonedOffer[] => offers.filter(({ ending }) => ending === null)
  const end = (some: readonly ReckonedOffer[], ending: ReckonedOffer['ending'], at: EpochMs): void => {
    for (const offer of some) Object.assign(offer, { ending, endedAt: at })
  }
  for (const { seq, at, type, repId, data } of events) {
    const own = standing().filter((offer) => offer.repId === repId)
    if (type === 'offer-accepted') end(own, 'accepted', at)
    if (type === 'offer-declined') end(own, 'declined', at)
    else if (type === 'offer-expired') end(standing(), 'expired', at)
    else if (type === 'step-undone') {
      const taken = withdrawnBy.get(data['seq'] as Seq)
      if (taken !== undefined) end(standing(), 'withdrawn', at)
      for (const offer of taken ?? []) Object.assign(offer, { ending: null, endedAt: null })
    } else if (
      GIVING.has(type) ||
      LEAVING.has(type) ||
      type === 'offer-accepted' ||
      (type === 'lead-merged' && 'intoId' in data)
    ) {
      withdrawnBy.set(seq, standing())
      end(standing(), 'withdrawn', at)
    }
    if (GIVING.has(type) && data['outcome'] === 'offered') {
      for (const one of data['repIds'] as RepId[])
        offers.push({ at, repId: one, rule: data['rule'] as string | null, ending: null, endedAt: null })
    }
  }
  return offers
}

export function minutesWorked(calendar: WorkingCalendar | undefined, from: EpochMs, to: EpochMs): number {
  let minutes = 0
  for (let at = from; at < to; at += MINUTE) if (calendar !== undefined && isWorking(calendar, at)) minutes++
  return minutes
}

/** Nobody tried it, it is open, and the desk has worked so many hours since. */
export function isLeaking({ card, attemptMs }: Reckoned, history: History): boolean {
  const isOpen = ['waiting', 'offered', 'assigned'].includes(card.status) && card.stage !== 'won' && card.stage !== 'lost'
  return isOpen && attemptMs === null && isOldEnough(card, history)
}

export function isOldEnough({ receivedAt }: Pick<LeadCard, 'receivedAt'>, { now, settings }: History): boolean {
  const desk: WorkingCalendar = { hours: settings.hours, zone: settings.timeZone, off: [] }
  return minutesWorked(desk, receivedAt, now) >= LEAK_AFTER_HOURS * 60
}

export const rate = (part: number, whole: number): number | null => (whole < LEAST_FOR_A_RATE ? null : part / whole)

/** Of any numbers, between the two nearest. */
export function percentileOf(values: readonly (number | null)[], percent: number): number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b)
  if (known.length === 0) return null
  const place = ((known.length - 1) * percent) / 100
  const [low, high] = [known[Math.floor(place)]!, known[Math.ceil(place)]!]
  return low + (high - low) * (place % 1)
}

export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** Which day of the desk it is. */
export const dayOf = (at: EpochMs, { settings }: History): string => dayKey(at, settings.timeZone)
