import { type CalendarId, DeskError, type EpochMs, type RepCard, type RepDetail, type RepId } from '../contract/index.ts'
import type { CalendarToSave } from '../store/port-shapes.ts'
import type { Desk } from './context.ts'
import { CalendarFetchError, fetchCalendar, publicAddress } from './fetch-calendar.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** What is read of a calendar: thirteen months to come, and the month that clocks may still run over. */
const AHEAD_MS = 396 * DAY_MS
const BACK_MS = 30 * DAY_MS
const READ_AGAIN_MS = HOUR_MS
const LONGEST_PROBLEM = 1_000

/**
 * Takes in a calendar whose busy spells count as time off: the text of an .ics, or an address that is read again every hour. One of
 * the same address, or file of the same name, is read anew and not doubled. Refused with `calendar-bad` when it can't be read.
 */
export async function addCalendar(
  desk: Desk,
  input: { repId: RepId; name: string; text: string | null; address: string | null; actor: string },
): Promise<{ calendarId: CalendarId; busy: number; problems: string[] }> {
  const { repId, name, address, actor } = input
  if ((input.text === null) === (address === null))
    throw new DeskError('bad-input', { field: 'text', reason: 'a calendar is a text or an address, exactly one of them' })
  const detail = await desk.store.repDetail(repId, desk.clock.now())
  const file = address === null ? name : publicAddress(address)
  const text = input.text ?? (await fetchOrRefuse(address ?? '', file))
  const at = desk.clock.now()
  const { busy, problems, isUnreadable } = await read(desk, detail.card, text, at)
  if (isUnreadable) throw new DeskError('calendar-bad', { file, reason: problems.join(' ') })
  const calendarId = await desk.store.saveCalendar(
    {
      calendarId: sameAs(detail, name, address),
      repId,
      name,
      address,
      busy,
      problem: inShort(problems),
      readAgainAt: address === null ? null : at + READ_AGAIN_MS,
    },
    { at, actor },
  )
  await desk.drain()
  return { calendarId, busy: busy.length, problems }
}

export async function removeCalendar(desk: Desk, input: { calendarId: CalendarId; actor: string }): Promise<void> {
  await desk.store.removeCalendar(input.calendarId, { at: desk.clock.now(), actor: input.actor })
  await desk.drain()
}

/**
 * Reads the calendars again whose hour has come, one after the other. One that can't be read keeps its spells and is marked. Never
 * throws; answers how many were read, so that the caller may let waiting leads try again. `signal` stops it where it is.
 */
export async function refreshCalendars(desk: Desk, signal?: AbortSignal): Promise<number> {
  let done = 0
  try {
    const cards = new Map((await desk.store.reps(desk.clock.now())).map((card) => [card.id, card]))
    for (const due of await desk.store.calendarsDue(desk.clock.now())) {
      const card = cards.get(due.repId)
      if (signal?.aborted === true) break
      if (card !== undefined && (await refresh(desk, due, card, signal))) done++
    }
  } catch (error) {
    desk.log.error('calendars could not be read again', error)
  }
  return done
}

type Due = Awaited<ReturnType<Desk['store']['calendarsDue']>>[number]

async function refresh(desk: Desk, { id, ...calendar }: Due, card: RepCard, signal?: AbortSignal): Promise<boolean> {
  const save = (busy: CalendarToSave['busy'], problem: string | null, at: EpochMs): Promise<CalendarId> =>
    desk.store.saveCalendar(
      { ...calendar, calendarId: id, busy, problem, readAgainAt: at + READ_AGAIN_MS },
      { at, actor: 'desk' },
    )
  try {
    const text = await fetchCalendar(calendar.address, signal)
    const at = desk.clock.now()
    const { busy, problems, isUnreadable } = await read(desk, card, text, at)
    await save(isUnreadable ? null : busy, inShort(problems), at)
    return !isUnreadable
  } catch (error) {
    // Removed while it was being read: nothing is left to be marked.
    if (error instanceof DeskError && error.code === 'calendar-not-found') return false
    if (!(error instanceof CalendarFetchError)) throw error
    if (signal?.aborted !== true) await save(null, error.message, desk.clock.now())
    return false
  }
}

async function fetchOrRefuse(address: string, file: string): Promise<string> {
  try {
    return await fetchCalendar(address)
  } catch (error) {
    if (!(error instanceof CalendarFetchError)) throw error
    throw new DeskError('calendar-bad', { file, reason: error.message })
  }
}

async function read(
  desk: Desk,
  card: RepCard,
  text: string,
  at: EpochMs,
): Promise<{ busy: NonNullable<CalendarToSave['busy']>; problems: string[]; isUnreadable: boolean }> {
  const zone = card.timeZone ?? (await desk.store.settings()).timeZone
  // Most desks read none: the libraries behind it are loaded by those that do.
  const { readCalendar } = await import('../lib/calendars.ts')
  const reading = readCalendar(text, zone, at - BACK_MS, at + AHEAD_MS)
  return {
    busy: reading.busy.map(({ from, to, summary }) => ({ from, to, summary })),
    problems: reading.problems.map(({ line, message }) => (line === null ? message : `Line ${line}: ${message}`)),
    // An empty calendar is one; a page that asks for a password is none.
    isUnreadable: reading.busy.length === 0 && (reading.isCut || !/^\s*BEGIN:VCALENDAR/im.test(text)),
  }
}

const inShort = (problems: readonly string[]): string | null => problems.join(' ').slice(0, LONGEST_PROBLEM) || null

function sameAs({ calendars }: RepDetail, name: string, address: string | null): CalendarId | null {
  const isSame = (one: RepDetail['calendars'][number]): boolean =>
    address === null ? one.address === null && one.name === name : one.address === address
  return calendars.find(isSame)?.id ?? null
}
