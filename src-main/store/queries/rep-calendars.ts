import { type CalendarId, DeskError, type EpochMs, type RepId } from '../../contract/index.ts'
import type { WorkingCalendar } from '../../lib/working-calendar.ts'
import type { Ground } from '../ground.ts'
import type { CalendarToSave, Step } from '../port-shapes.ts'
import { memberOf } from './reps.ts'
import { timesChanged } from './time-off.ts'

const PUT_OFF_MS = 3_600_000
const MONTH_MS = 31 * 24 * PUT_OFF_MS

type Spell = NonNullable<CalendarToSave['busy']>[number]

/** A reading that brought nothing new leaves no trace but its time. */
export async function saveCalendar(ground: Ground, calendar: CalendarToSave, step: Step): Promise<CalendarId> {
  const { calendarId, repId, name, address, problem, readAgainAt, busy } = calendar
  memberOf(ground, repId)
  const values = { rep_id: repId, name, address, problem, read_at: step.at, read_again_at: readAgainAt }
  if (calendarId === null) {
    const { insertId } = await ground.kysely.insertInto('calendars').values(values).executeTakeFirstOrThrow()
    const id = Number(insertId) as CalendarId
    putSpells(ground, id, busy ?? [])
    timesChanged(ground, repId, 'calendars', step)
    return id
  }
  const before = await ground.kysely.selectFrom('calendars').selectAll().where('id', '=', calendarId).executeTakeFirst()
  if (before === undefined) throw new DeskError('calendar-not-found', { id: calendarId })
  await ground.kysely.updateTable('calendars').set(values).where('id', '=', calendarId).execute()
  if (busy !== null && JSON.stringify(spellsOf(ground, calendarId)) !== JSON.stringify(inOrder(busy))) {
    ground.db.prepare('delete from busy_spells where calendar_id = ?').run(calendarId)
    putSpells(ground, calendarId, busy)
    timesChanged(ground, repId, 'calendars', step)
  } else if (before.problem !== problem || before.name !== name || before.address !== address) {
    ground.events.append({ type: 'rep-changed', ...step, repId, data: { fields: ['calendars'] } })
  }
  return calendarId
}

export async function removeCalendar(ground: Ground, calendarId: CalendarId, step: Step): Promise<void> {
  const row = await ground.kysely.deleteFrom('calendars').where('id', '=', calendarId).returning('rep_id').executeTakeFirst()
  if (row === undefined) throw new DeskError('calendar-not-found', { id: calendarId })
  timesChanged(ground, row.rep_id, 'calendars', step)
}

/** Puts each off as it hands it out: reading takes its time, and nobody else should begin meanwhile. */
export function calendarsDue(ground: Ground, at: EpochMs): { id: CalendarId; repId: RepId; name: string; address: string }[] {
  return ground.db
    .prepare<[EpochMs, EpochMs], { id: CalendarId; repId: RepId; name: string; address: string }>(
      `update calendars set read_again_at = ? where read_again_at <= ? and address is not null
       returning id, rep_id as repId, name, address`,
    )
    .all(at + PUT_OFF_MS, at)
}

/** A month around the period, for clocks that began before it or end after. */
export function workingCalendars(ground: Ground, from: EpochMs, to: EpochMs): ReadonlyMap<RepId, WorkingCalendar> {
  return ground.team.calendarsBetween(from - MONTH_MS, to + MONTH_MS)
}

function spellsOf(ground: Ground, calendarId: CalendarId): Spell[] {
  return ground.db
    .prepare<[CalendarId], Spell>(
      `select from_at as "from", to_at as "to", summary from busy_spells where calendar_id = ? order by from_at, to_at, summary`,
    )
    .all(calendarId)
}

/** As `spellsOf` tells them; SQLite puts null first, and texts in the order of their bytes. */
function inOrder(busy: readonly Spell[]): Spell[] {
  const bytes = (summary: string | null): Buffer => Buffer.from(summary ?? '')
  return busy
    .map(({ from, to, summary }) => ({ from, to, summary }))
    .sort(
      (a, b) =>
        a.from - b.from ||
        a.to - b.to ||
        Number(a.summary !== null) - Number(b.summary !== null) ||
        Buffer.compare(bytes(a.summary), bytes(b.summary)),
    )
}

function putSpells(ground: Ground, calendarId: CalendarId, busy: readonly Spell[]): void {
  const put = ground.db.prepare('insert into busy_spells (calendar_id, from_at, to_at, summary) values (?, ?, ?, ?)')
  for (const { from, to, summary } of busy) put.run(calendarId, from, to, summary)
}
