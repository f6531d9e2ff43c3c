import type { Journey, LeadFilter } from '../../contract/index.ts'
import {
  ASSIGNED,
  CONTACT_CLOCK,
  FIRST_CLOSED_STAGE,
  OFFERED,
  REROUTED,
  rankOf,
  stageCode,
  statusCode,
  waitCodes,
} from '../codes.ts'
import type { Ground } from '../ground.ts'
import type { LeadRow } from './lead-rows.ts'

/** Part of a statement: its SQL and what it binds. */
export interface Condition {
  sql: string
  values: unknown[]
}

/** What a list is read from: of the desk's own thread, or of another with a connection of its own. */
export type Shelf = Pick<Ground, 'db' | 'names' | 'clock' | 'leads' | 'team'>

/** What `due: 'soon'` looks ahead. */
const SOON_MS = 15 * 60_000
const OPEN = `(status < 3 and stage < ${FIRST_CLOSED_STAGE})`

/** The filter without its text as SQL, each part with ` and ` before it; null when nothing can fit. */
export function conditionOf(ground: Pick<Shelf, 'names' | 'clock'>, filter: LeadFilter): Condition | null {
  const parts = new Parts()
  placeParts(parts, filter)
  if (!namedParts(parts, ground, filter)) return null
  if (filter.due !== undefined) dueParts(parts, filter.due, ground.clock.now())
  if (filter.journey !== undefined) journeyParts(parts, filter.journey)
  return { sql: parts.sql.join(''), values: parts.values }
}

class Parts {
  readonly sql: string[] = []
  readonly values: unknown[] = []
  add(sql: string, ...bound: unknown[]): void {
    this.sql.push(` and ${sql}`)
    this.values.push(...bound)
  }
  is(sql: string, wanted: boolean | undefined): void {
    if (wanted !== undefined) this.add(wanted ? sql : `not (${sql})`)
  }
  /** By one JSON list, so that a statement's text does not depend on how many there are. */
  oneOf(column: keyof LeadRow, values: readonly (number | string)[] | undefined): void {
    if (values !== undefined) this.add(`${column} in (select value from json_each(?))`, JSON.stringify(values))
  }
}

function placeParts(parts: Parts, filter: LeadFilter): void {
  parts.oneOf(
    'status',
    filter.status?.map((status) => statusCode.number(status)),
  )
  parts.oneOf(
    'stage',
    filter.stage?.map((stage) => stageCode.number(stage)),
  )
  parts.oneOf('grade_rank', filter.grade?.map(rankOf))
  parts.oneOf(
    'wait_code',
    filter.waitCode?.map((code) => waitCodes.number(code)),
  )
  parts.oneOf('rep_id', filter.repIds)
  parts.oneOf('country', filter.country)
  parts.oneOf('id', filter.leadIds)
  if (filter.repId !== undefined) parts.add('rep_id = ?', filter.repId)
  if (filter.batchId !== undefined) parts.add('batch_id = ?', filter.batchId)
  if (filter.offeredTo !== undefined)
    parts.add(`status = ${OFFERED} and exists (select 1 from json_each(leads.offered_to) where value = ?)`, filter.offeredTo)
  if (filter.receivedFrom !== undefined) parts.add('received_at >= ?', filter.receivedFrom)
  if (filter.receivedTo !== undefined) parts.add('received_at < ?', filter.receivedTo)
  if (filter.valueIn !== undefined) parts.add('value is not null and currency is ?', filter.valueIn)
  parts.is('rep_id is not null', filter.hasOwner)
  parts.is('rule_no is not null', filter.hasRule)
  parts.is('is_held = 1', filter.isHeld)
  parts.is(OPEN, filter.isOpen)
}

/** Sources and rules are kept as numbers; false when a name was never heard. A rule that was renamed has several. */
function namedParts(parts: Parts, { names }: Pick<Shelf, 'names'>, { source, sources, ruleId }: LeadFilter): boolean {
  if (source !== undefined) {
    const known = names.known('source', source)
    if (known === null) return false
    parts.add('source_no = ?', known)
  }
  if (sources !== undefined)
    parts.oneOf(
      'source_no',
      sources.map((one) => names.known('source', one)).filter((no) => no !== null),
    )
  if (ruleId !== undefined) parts.add(`rule_no in (select no from names where kind = ${names.kind('rule')} and key = ?)`, ruleId)
  return true
}

/** What runs out soon is found by its alarm: few clocks tick, and most leads have none. */
function dueParts(parts: Parts, due: NonNullable<LeadFilter['due']>, now: number): void {
  // In the words of its index, or SQLite does not know that it may use it.
  const overdue = `breached_at is not null and touched_at is null and status = ${ASSIGNED}`
  if (due === 'overdue') return parts.add(overdue)
  const until = now + SOON_MS
  parts.add(
    `id in (select id from leads indexed by leads_overdue where ${overdue}
      union all select lead_id from clocks indexed by clocks_due where due_at < ?)`,
    until,
  )
  parts.add(`((${overdue}) or due_at < ?)`, until)
}

function journeyParts(parts: Parts, journey: Journey): void {
  parts.is('assign_ms is not null', journey.isAssigned)
  parts.is('attempt_ms is not null', journey.isAttempted)
  parts.is('contact_ms is not null', journey.isContacted)
  parts.is('qualified_ms is not null', journey.isQualified)
  parts.is(`flags & ${CONTACT_CLOCK} <> 0`, journey.hasContactClock)
  parts.is('breached_rep_id is not null', journey.isBreached)
  parts.is('response_ms is not null', journey.hasResponse)
  // The index of reps has the stage, and spares a look at every lead.
  parts.is(`stage >= ${FIRST_CLOSED_STAGE} and closed_ms is not null`, journey.isClosed)
  if (journey.clockOf !== undefined) parts.add('coalesce(breached_rep_id, rep_id) = ?', journey.clockOf)
  parts.is(`flags & ${REROUTED} <> 0`, journey.isRerouted)
  if (journey.attemptFromMs !== undefined) parts.add('attempt_ms >= ?', journey.attemptFromMs)
  if (journey.attemptToMs !== undefined) parts.add('attempt_ms < ?', journey.attemptToMs)
}
