import { DeskError, type EpochMs, type RepCalendar, type RepCard, type RepDetail, type RepId } from '../../contract/index.ts'
import { holidaysBetween } from '../../lib/holidays.ts'
import { ASSIGNED, FIRST_CLOSED_STAGE } from '../codes.ts'
import type { Ground } from '../ground.ts'
import { memberOf } from './reps.ts'
import { regionOf } from './working-times.ts'

const YEAR_MS = 365 * 24 * 3_600_000
const MOST_SPELLS = 500

export async function repDetail(ground: Ground, repId: RepId, at: EpochMs): Promise<RepDetail> {
  const card = ground.team.card(repId, at)
  if (card === null) throw new DeskError('rep-not-found', { rep: String(repId) })
  const timeOff = await ground.kysely
    .selectFrom('time_off')
    .selectAll()
    .where('rep_id', '=', repId)
    .orderBy('from_at')
    .orderBy('id')
    .execute()
  return {
    card,
    timeOff: timeOff.map(({ id, rep_id, from_at, to_at, reason }) => ({ id, repId: rep_id, from: from_at, to: to_at, reason })),
    calendars: await calendarsOf(ground, repId),
    spells: await spellsAhead(ground, repId, at),
    toHandOver: isHere(card) ? { untouched: 0, touched: 0 } : openLeadsOf(ground, repId),
  }
}

async function calendarsOf(ground: Ground, repId: RepId): Promise<RepCalendar[]> {
  const rows = await ground.kysely
    .selectFrom('calendars')
    .selectAll('calendars')
    .select(({ selectFrom, fn }) =>
      selectFrom('busy_spells').select(fn.countAll<number>().as('spells')).whereRef('calendar_id', '=', 'id').as('busy'),
    )
    .where('rep_id', '=', repId)
    .orderBy('id')
    .execute()
  return rows.map(({ id, rep_id, name, address, read_at, problem, busy }) => ({
    id,
    repId: rep_id,
    name,
    address,
    readAt: read_at,
    busy: busy ?? 0,
    problem,
  }))
}

async function spellsAhead(ground: Ground, repId: RepId, at: EpochMs): Promise<RepDetail['spells']> {
  const { profile } = memberOf(ground, repId)
  const desk = ground.settings.read()
  const until = at + YEAR_MS
  const busy = await ground.kysely
    .selectFrom('busy_spells')
    .innerJoin('calendars', 'id', 'calendar_id')
    .select(['from_at', 'to_at', 'summary', 'name'])
    .where('rep_id', '=', repId)
    .where('to_at', '>', at)
    .where('from_at', '<', until)
    .orderBy('from_at')
    .limit(MOST_SPELLS)
    .execute()
  const holidays = holidaysBetween(regionOf(profile, desk), profile.timeZone ?? desk.timeZone, at, until)
  return [
    ...holidays.map(({ from, to, name }) => ({ from, to, name, kind: 'holiday' as const })),
    ...busy.map(({ from_at, to_at, summary, name }) => ({
      from: from_at,
      to: to_at,
      name: summary ?? name,
      kind: 'calendar' as const,
    })),
  ]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .slice(0, MOST_SPELLS)
}

/** Present, as far as leads in hand go (R23): being busy leaves nobody's leads alone. */
const isHere = (rep: RepCard): boolean => rep.isActive && rep.availability !== 'away' && rep.isInHours && !rep.isOnTimeOff

function openLeadsOf(ground: Ground, repId: RepId): RepDetail['toHandOver'] {
  const counts = ground.db
    .prepare<[RepId], { untouched: number; touched: number }>(
      `select count(*) filter (where touched_at is null) as untouched, count(touched_at) as touched
       from leads indexed by leads_of_rep where rep_id = ? and status = ${ASSIGNED} and stage < ${FIRST_CLOSED_STAGE}`,
    )
    .get(repId)
  return counts ?? { untouched: 0, touched: 0 }
}
