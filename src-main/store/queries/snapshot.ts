import type {
  BatchId,
  Changes,
  Counts,
  DeskEvent,
  EpochMs,
  LeadCard,
  LeadId,
  RepId,
  Seq,
  Snapshot,
} from '../../contract/index.ts'
import { dayKey } from '../../lib/working-time.ts'
import { NO_GRADE, WAITING, statusCode } from '../codes.ts'
import type { EventRow } from '../events.ts'
import type { Ground } from '../ground.ts'
import { batchesOf, newestBatches } from './batches.ts'
import { leadCards, leadPage } from './pages.ts'
import { prepared } from './prepared.ts'
import { givenToday, repCards } from './reps.ts'
import { publishedInShort } from './rules.ts'
import { views } from './views.ts'

const QUEUE_HEAD = 100
const LEADS_OF_A_REP = 20
/** Of all reps together: a snapshot of a team of 200 stays below 2 MB. */
const LEADS_OF_REPS = 2_800
/** A column reads further than the snapshot; clocks that far down are told anew as well. */
const RECLOCKED_OF_A_REP = 200
const NEWEST_BATCHES = 50

/** Each lead is counted once: one held on purpose under `held` and not under `waiting`. */
export function counts(ground: Ground, at: EpochMs): Counts {
  const { tallies } = ground
  const of = (status: Parameters<typeof statusCode.number>[0]): number => tallies.withStatus(statusCode.number(status))
  return {
    waiting: tallies.of(WAITING, 0),
    held: tallies.of(WAITING, 1),
    offered: of('offered'),
    assigned: of('assigned'),
    partner: of('partner'),
    nurture: of('nurture'),
    duplicate: of('duplicate'),
    discarded: of('discarded'),
    review: ground.mails.inTray(),
    overdue: overdue(ground),
    receivedToday: ground.sources.countOn(dayKey(at, ground.settings.read().timeZone)),
    assignedToday: givenToday(ground, at),
    oldestWaitingAt: oldestWaitingAt(ground),
  }
}

function overdue(ground: Ground): number {
  const count = prepared<{ leads: number }>(
    ground.db,
    `select count(*) as leads from (select 1 from leads indexed by leads_overdue
       where breached_at is not null and touched_at is null and status = 2 limit 1000)`,
  )
  return count.get()?.leads ?? 0
}

/** Of those that wait for a rep, not those held on purpose. */
function oldestWaitingAt(ground: Ground): EpochMs | null {
  if (ground.tallies.of(WAITING, 0) === 0) return null
  const first = prepared<{ received_at: EpochMs }>(
    ground.db,
    `select received_at from leads indexed by leads_waiting where status = 0 and is_held = 0 and grade_rank = ?
     order by received_at limit 1`,
  )
  let oldest: EpochMs | null = null
  for (let rank = 0; rank <= NO_GRADE; rank++) {
    const row = first.get(rank)
    if (row !== undefined && (oldest === null || row.received_at < oldest)) oldest = row.received_at
  }
  return oldest
}

interface Common {
  counts: Counts
  ruleset: Snapshot['ruleset']
  settings: Snapshot['settings']
  isNew: boolean
}

function common(ground: Ground, at: EpochMs): Common {
  const ruleset = publishedInShort(ground)
  return {
    counts: counts(ground, at),
    ruleset,
    settings: ground.settings.read(),
    isNew: ground.team.members().size === 0 && ruleset.rules === 0 && ground.tallies.total() === 0,
  }
}

/** Of the leads, the head of the queue: what a screen that opens shows first. */
export function snapshot(ground: Ground, at: EpochMs): Snapshot {
  return {
    seq: ground.events.last(),
    at,
    ...common(ground, at),
    reps: repCards(ground, at),
    sources: ground.sources.cards(dayKey(at, ground.settings.read().timeZone)),
    batches: newestBatches(ground, NEWEST_BATCHES),
    leads: [...leadPage(ground, { status: ['waiting'] }, 'queue', null, QUEUE_HEAD).leads],
    views: views(ground),
  }
}

/** The newest open leads of each rep, as many as a board shows before it is scrolled. */
export function leadsOfReps(ground: Ground): LeadCard[] {
  const reps = [...ground.team.members().keys()]
  const each = Math.max(1, Math.min(LEADS_OF_A_REP, Math.floor(LEADS_OF_REPS / Math.max(1, reps.length))))
  return reps.flatMap((repId) => leadPage(ground, { repId, isOpen: true }, 'newest', null, each).leads)
}

export function changesAfter(ground: Ground, seq: Seq, limit: number, at: EpochMs): Changes | null {
  const last = ground.events.last()
  if (last - seq > limit) return null
  const rows = prepared<EventRow>(ground.db, 'select * from events where seq > ? order by seq limit ?').all(seq, limit)
  const events = rows.map((row) => ground.events.read(row))
  // Leads scored anew, and those of an import taken back, have no event each: whoever looks must look anew.
  if (events.some(({ type, data }) => type === 'leads-rescored' || (type === 'import-undone' && data['removed'] !== 0)))
    return null
  const leadIds = [...new Set([...rows.map((row) => row.lead_id).filter((id) => id !== null), ...reclocked(ground, events)])]
  const leads = leadCards(ground, leadIds)
  const there = new Set(leads.map((card) => card.id))
  const hasViews = events.some(({ type }) => type === 'view-saved' || type === 'view-removed')
  return {
    kind: 'changes',
    seq: last,
    at,
    events,
    ...common(ground, at),
    leads,
    views: hasViews ? views(ground) : null,
    removedLeads: leadIds.filter((id) => !there.has(id)),
    reps: repsOf(ground, events, leads, at),
    batches: batchesOf(ground, batchesTouched(events, leads)),
    sources: events.some(({ type }) => TOUCHING_SOURCES.test(type))
      ? ground.sources.cards(dayKey(at, ground.settings.read().timeZone))
      : [],
  }
}

const TOUCHING_SOURCES = /^(?:lead|import|inbox|form)-/

/** Leads whose clock may have moved with their rep's hours, time off or presence. */
function reclocked(ground: Ground, events: readonly DeskEvent[]): LeadId[] {
  const ids = new Set<RepId>()
  for (const { type, repId } of events) if (repId !== null && RECLOCKING.has(type)) ids.add(repId)
  const read = ground.db
    .prepare<[number, number], LeadId>(
      `select id from leads indexed by leads_releasable
       where rep_id = ? and status = 2 and touched_at is null and terms is not null order by id desc limit ?`,
    )
    .pluck()
  return [...ids].flatMap((repId) => read.all(repId, RECLOCKED_OF_A_REP))
}
const RECLOCKING: ReadonlySet<string> = new Set(['rep-changed', 'rep-availability-changed'])

/** Reps an event names, and those whose load it moved. */
function repsOf(ground: Ground, events: readonly DeskEvent[], leads: readonly LeadCard[], at: EpochMs): Changes['reps'] {
  const ids = new Set<RepId>()
  for (const { repId, data } of events) {
    if (repId !== null) ids.add(repId)
    if (typeof data['from'] === 'number') ids.add(data['from'] as RepId)
  }
  for (const { repId, offeredTo } of leads) {
    if (repId !== null) ids.add(repId)
    for (const one of offeredTo) ids.add(one)
  }
  for (const { type, data } of events)
    if (type === 'offer-expired' || type === 'lead-offered') for (const one of data['repIds'] as RepId[]) ids.add(one)
  return [...ids].sort((a, b) => a - b).flatMap((id) => ground.team.card(id, at) ?? [])
}

function batchesTouched(events: readonly DeskEvent[], leads: readonly LeadCard[]): BatchId[] {
  const ids = new Set<BatchId>()
  for (const { data } of events) if (typeof data['batchId'] === 'number') ids.add(data['batchId'] as BatchId)
  for (const { batchId } of leads) if (batchId !== null) ids.add(batchId)
  return [...ids]
}
