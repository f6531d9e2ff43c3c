import {
  type DecisionRecord,
  DeskError,
  type DeskEvent,
  type LeadCard,
  type LeadDetail,
  type LeadDraft,
  type LeadFacts,
  type LeadFilter,
  type LeadId,
  type Seq,
} from '../../contract/index.ts'
import { gradeOf, rawKindCode } from '../codes.ts'
import type { EventRow } from '../events.ts'
import type { Ground } from '../ground.ts'
import { decisionAt } from './hand.ts'
import { type LeadRow, cardOf, draftOf, factsOf } from './lead-rows.ts'
import { mailsOfLead } from './mails.ts'
import { conditionOf } from './lead-filter.ts'
import { searchQuery } from './search.ts'
import { obstacle } from './undo.ts'

function readLead(ground: Ground, leadId: LeadId): LeadRow {
  const row = ground.leads.read(leadId)
  if (row === undefined) throw new DeskError('lead-not-found', { lead: String(leadId) })
  return row
}

export async function leadDetail(ground: Ground, leadId: LeadId): Promise<LeadDetail> {
  const row = readLead(ground, leadId)
  const arrival = await ground.kysely.selectFrom('arrivals').selectAll().where('seq', '=', row.received_seq).executeTakeFirst()
  const batch =
    row.batch_id === null
      ? undefined
      : await ground.kysely.selectFrom('batches').select('file').where('id', '=', row.batch_id).executeTakeFirst()
  const events = await eventRows(ground, leadId)
  return {
    card: cardOf(row, ground.names),
    fields: draftOf(row, ground.names),
    sourceId: row.source_id,
    raw: arrival?.raw ?? null,
    rawKind: arrival === undefined ? null : rawKindCode.word(arrival.raw_kind),
    batchFile: batch?.file ?? null,
    line: row.line,
    mails: mailsOfLead(ground, leadId),
    timeline: events.toReversed().map((event, place) => {
      const { seq, at, type, actor, repId, data } = ground.events.read(event)
      const told = repId === null ? data : { ...data, repId }
      return { seq, at, type, actor, repId, data: told, canUndo: obstacle(event, events.slice(events.length - place)) === null }
    }),
  }
}

const eventRows = async (ground: Ground, leadId: LeadId): Promise<EventRow[]> =>
  ground.kysely.selectFrom('events').selectAll().where('lead_id', '=', leadId).orderBy('seq').execute()

/** Oldest first; also of a lead that was taken back. */
export async function eventsOf(ground: Ground, leadId: LeadId): Promise<DeskEvent[]> {
  return (await eventRows(ground, leadId)).map((row) => ground.events.read(row))
}

export function eventsAt(ground: Ground, seqs: readonly Seq[]): DeskEvent[] {
  const read = ground.db.prepare<[number], EventRow>('select * from events where seq = ?')
  return seqs.flatMap((seq) => {
    const row = read.get(seq)
    return row === undefined ? [] : [ground.events.read(row)]
  })
}

export function leadFacts(ground: Ground, leadId: LeadId): LeadFacts {
  const row = readLead(ground, leadId)
  return { ...factsOf(row, ground.names, ground.accounts), score: row.score, grade: gradeOf(row.grade_rank) }
}

export function decisionOf(ground: Ground, leadId: LeadId): { record: DecisionRecord; byHand: boolean } | null {
  const row = readLead(ground, leadId)
  const record = decisionAt(ground, row.decision_seq)
  return record === null ? null : { record, byHand: row.is_by_hand === 1 }
}

/** Ids looked through in one turn: an export of few among many must not hold the database either. */
const STRETCH = 10_000
const EXPORT_PAGE = 500

export async function* eachLead(ground: Ground, filter: LeadFilter): AsyncGenerator<(LeadCard & { fields: LeadDraft })[]> {
  const text = filter.text?.trim() ?? ''
  const query = text === '' ? null : searchQuery(text)
  if (text !== '' && query === null) return
  const last = await ground.read(() => ground.leads.nextId() - 1)
  let after = 0
  while (after < last) {
    const page = await ground.read(() => {
      const condition = conditionOf(ground, filter)
      if (condition === null) return []
      const words =
        query === null ? '' : ' and id in (select rowid from leads_words where leads_words match ? and rowid > ? and rowid <= ?)'
      const bound = query === null ? [] : [query, after, after + STRETCH]
      return ground.db
        .prepare<unknown[], LeadRow>(
          `select * from leads where id > ? and id <= ?${condition.sql}${words} order by id limit ${EXPORT_PAGE}`,
        )
        .all(after, after + STRETCH, ...condition.values, ...bound)
        .map((row) => ({ ...cardOf(row, ground.names), fields: draftOf(row, ground.names) }))
    })
    after = page.length === EXPORT_PAGE ? (page.at(-1)?.id ?? last) : after + STRETCH
    if (page.length > 0) yield page
  }
}
