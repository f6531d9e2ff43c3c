import type { Database, Statement } from 'better-sqlite3'
import type { EpochMs, LeadId, RepId, Terms } from '../../contract/index.ts'
import { type WorkingCalendar, addWorkingTime, nextWorkingChange } from '../../lib/working-calendar.ts'
import { ASSIGNED, DUE_ACCEPT, DUE_CONTACT, FIRST_CLOSED_STAGE, OFFERED, clockCode } from '../codes.ts'
import { decodeTerms } from '../decision-code.ts'
import type { Ground } from '../ground.ts'
import type { LeadRow } from './lead-rows.ts'
import type { Place } from './leads.ts'

/** The alarms of leads: what falls due, and when (R20, R21, R23, R24). Few beside the leads; each is done once and is gone. */
export type ClockKind = ReturnType<typeof clockCode.word>
export interface Alarm {
  lead_id: LeadId
  kind: number
  due_at: EpochMs
}

const MINUTE_MS = 60_000

export class ClockBook {
  readonly #set: Statement<[number, number, number], unknown>
  readonly #drop: Statement<[number, number], unknown>
  readonly #clear: Statement<[number], unknown>
  readonly #due: Statement<[number, number], Alarm>
  readonly #at: Statement<[number, number], EpochMs>
  readonly #of: Statement<[number], Alarm>

  constructor(db: Database) {
    this.#set = db.prepare(
      'insert into clocks (lead_id, kind, due_at) values (?, ?, ?) on conflict do update set due_at = excluded.due_at',
    )
    this.#drop = db.prepare('delete from clocks where lead_id = ? and kind = ?')
    this.#clear = db.prepare('delete from clocks where lead_id = ?')
    this.#due = db.prepare(
      'select lead_id, kind, due_at from clocks indexed by clocks_due where due_at <= ? order by due_at, lead_id, kind limit ?',
    )
    this.#of = db.prepare('select lead_id, kind, due_at from clocks where lead_id = ? order by kind')
    this.#at = db.prepare<[number, number], EpochMs>('select due_at from clocks where lead_id = ? and kind = ?').pluck()
  }

  set(leadId: LeadId, kind: ClockKind, dueAt: EpochMs | null): void {
    if (dueAt === null) this.#drop.run(leadId, clockCode.number(kind))
    else this.#set.run(leadId, clockCode.number(kind), dueAt)
  }

  clear(leadId: LeadId): void {
    this.#clear.run(leadId)
  }

  due(at: EpochMs, limit: number): Alarm[] {
    return this.#due.all(at, limit)
  }

  /** All of a lead. */
  of(leadId: LeadId): [ClockKind, EpochMs][] {
    return this.#of.all(leadId).map((alarm) => [clockCode.word(alarm.kind), alarm.due_at])
  }

  dueAt(leadId: LeadId, kind: ClockKind): EpochMs | null {
    return this.#at.get(leadId, clockCode.number(kind)) ?? null
  }
}

export const NO_CLOCKS = { terms: null, offered_to: null, due_kind: null, due_at: null, breached_at: null } as const

/** Until when an offer made at that moment stands. */
export const offerEndsAt = (terms: Pick<Terms, 'accept'> | null, at: EpochMs): EpochMs => at + (terms?.accept ?? 0) * MINUTE_MS

/** What a place says falls due next: an offer to be accepted, or the first contact; nothing else is shown. */
export function dueOf(ground: Ground, place: Place): Pick<Place, 'due_kind' | 'due_at'> {
  const nothing = { due_kind: null, due_at: null }
  if (place.terms === null) return nothing
  const terms = termsIn(place.terms)
  if (place.status === OFFERED && terms.accept !== null)
    return { due_kind: DUE_ACCEPT, due_at: offerEndsAt(terms, place.placed_at) }
  if (!isUntouched(place) || terms.contact === null) return nothing
  const due_at = contactClock(ground, place, terms.contact)
  return due_at === null ? nothing : { due_kind: DUE_CONTACT, due_at }
}

const isUntouched = (place: Place): boolean =>
  place.status === ASSIGNED && place.touched_at === null && place.stage < FIRST_CLOSED_STAGE && place.rep_id !== null

/** So many minutes after it was given, on the owning rep's working time unless the rule says always (R21). */
function contactClock(ground: Ground, place: Place, minutes: number): EpochMs | null {
  const spell = Math.max(0, minutes) * MINUTE_MS
  const calendar = place.rep_id === null ? null : ground.team.calendarOf(place.rep_id)
  if (calendar === null || termsIn(place.terms ?? '[]').isContactAlways) return place.placed_at + spell
  return addWorkingTime(calendar, place.placed_at, spell)
}

export const termsIn = (text: string): ReturnType<typeof decodeTerms> => decodeTerms(JSON.parse(text) as (number | null)[])

/** True when a place may have alarms, so that the others need not be looked up. */
export const mayRing = (place: Pick<Place, 'terms' | 'due_kind' | 'wait_code'>): boolean =>
  place.terms !== null || place.due_kind !== null || place.wait_code !== null

/** Sets a lead's alarms to what its place says. Those that lie behind ring at the next look. */
export function wind(ground: Ground, id: LeadId, place: Place, at: EpochMs): void {
  const { clocks } = ground
  clocks.clear(id)
  if (place.terms === null) return
  const terms = termsIn(place.terms)
  if (place.due_kind === DUE_ACCEPT) clocks.set(id, 'accept', place.due_at)
  if (place.due_kind === DUE_CONTACT && place.breached_at === null) {
    clocks.set(id, 'contact', place.due_at)
    if (terms.contact !== null && terms.remindBefore !== null) {
      const remindAt = contactClock(ground, place, terms.contact - terms.remindBefore)
      if (remindAt !== null && remindAt > at) clocks.set(id, 'remind', remindAt)
    }
  }
  if (terms.release !== null && isUntouched(place)) clocks.set(id, 'release', releaseAt(ground, place, terms.release, at))
}

/**
 * When an untouched lead is to leave its rep: so many minutes after they are gone. While they are here, that is counted from the
 * end of their working time, so that a desk that sleeps through the evening still knows (R23, R24). Null for never, and for pinned
 * leads, which stay.
 */
export function releaseAt(
  ground: Ground,
  place: Pick<Place, 'rep_id' | 'is_pinned'>,
  minutes: number,
  at: EpochMs,
): EpochMs | null {
  if (place.rep_id === null || place.is_pinned === 1) return null
  if (isGone(ground, place.rep_id, at)) return at + minutes * MINUTE_MS
  const calendar: WorkingCalendar | null = ground.team.calendarOf(place.rep_id)
  const ends = calendar === null ? null : nextWorkingChange(calendar, at)
  return ends === null ? null : ends + minutes * MINUTE_MS
}

/** Away, off shift, on time off or inactive: not merely busy (R23). */
export function isGone(ground: Ground, repId: RepId, at: EpochMs): boolean {
  const rep = ground.team.card(repId, at)
  return rep === null || !rep.isActive || rep.availability === 'away' || rep.isOnTimeOff || !rep.isInHours
}

/**
 * Works the clocks of reps' untouched leads out anew, after their hours, time off, zone or presence changed; null for everyone's.
 * Contact clocks still run from when the lead was given.
 */
export function reclock(ground: Ground, repIds: readonly RepId[] | null, at: EpochMs): void {
  const ids = repIds ?? [...ground.team.members().keys()]
  const read = ground.db.prepare<[number], { id: LeadId }>(
    `select id from leads indexed by leads_releasable
     where rep_id = ? and status = ${ASSIGNED} and touched_at is null and terms is not null`,
  )
  for (const repId of ids) {
    for (const { id } of read.all(repId)) {
      const row = ground.leads.read(id)
      if (row !== undefined) reclockLead(ground, row, at)
    }
  }
}

function reclockLead(ground: Ground, row: LeadRow, at: EpochMs): void {
  if (row.breached_at === null) {
    const due = dueOf(ground, row)
    if (due.due_at !== row.due_at || due.due_kind !== row.due_kind) {
      ground.leads.setDue(row.id, due.due_kind, due.due_at)
      Object.assign(row, due)
    }
  }
  const release = ground.clocks.dueAt(row.id, 'release')
  wind(ground, row.id, row, at)
  // Gone since earlier for another reason: the earlier moment stands.
  const anew = ground.clocks.dueAt(row.id, 'release')
  const isStillGone = row.rep_id !== null && isGone(ground, row.rep_id, at)
  if (isStillGone && release !== null && anew !== null && release < anew) ground.clocks.set(row.id, 'release', release)
}
