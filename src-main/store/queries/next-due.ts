import type { EpochMs } from '../../contract/index.ts'
import { nextMidnight } from '../../lib/working-time.ts'
import { WAITING } from '../codes.ts'
import type { Ground } from '../ground.ts'

/**
 * When something next happens by itself: a clock falls due, a rep returns. While leads wait for someone or may be released (R23)
 * also when working time changes, and while they wait, when a cap begins anew or a ramp ends.
 */
export function nextDueAt(ground: Ground, at: EpochMs): EpochMs | null {
  const moments = [
    momentOf(ground, 'select min(due_at) from clocks'),
    ...[...ground.team.members().values()].map((member) =>
      member.availability === 'available' ? null : member.availableAgainAt,
    ),
    ...(ground.tallies.of(WAITING, 0) > 0
      ? [...hourChanges(ground, at, false), ...openings(ground, at), newDay(ground, at)]
      : []),
    ...(isReleasable(ground) ? hourChanges(ground, at, true) : []),
  ].filter((moment) => moment !== null)
  // What is already due is due now, and not in the past.
  return moments.length === 0 ? null : Math.max(at, Math.min(...moments))
}

/** Caps of rules begin anew with the desk's day, and the windows of shares move on. */
function newDay(ground: Ground, at: EpochMs): EpochMs | null {
  const isCounted = ground.db.prepare('select 1 from rule_tallies limit 1').get() !== undefined
  return isCounted ? nextMidnight(at, ground.settings.read().timeZone) : null
}

/** When a calendar with an address is next to be read; null when there is none. */
export const nextCalendarAt = (ground: Ground): EpochMs | null => momentOf(ground, 'select min(read_again_at) from calendars')

const momentOf = (ground: Ground, sql: string): EpochMs | null => ground.db.prepare<[], EpochMs | null>(sql).pluck().get() ?? null

/** Some lead was given under terms that may take it from a rep who is gone. */
function isReleasable(ground: Ground): boolean {
  const some = ground.db.prepare(
    'select 1 from leads indexed by leads_releasable where status = 2 and touched_at is null and terms is not null limit 1',
  )
  return some.get() !== undefined
}

/** Who is paused or leaving gets nothing, but has leads to be released. */
function hourChanges(ground: Ground, at: EpochMs, withPaused: boolean): (EpochMs | null)[] {
  return ground.team
    .open(at)
    .reps.filter((rep) => rep.isActive && (withPaused || (!rep.isDraining && !rep.isPaused)))
    .map((rep) => rep.hoursChangeAt)
}

function openings(ground: Ground, at: EpochMs): (EpochMs | null)[] {
  const { timeZone } = ground.settings.read()
  return [...ground.team.members().values()].flatMap(({ facts: rep, profile }) => {
    if (!rep.isActive || rep.isDraining || rep.isPaused) return []
    return [
      rep.dailyCap !== null && rep.givenToday >= rep.dailyCap ? nextMidnight(at, timeZone) : null,
      rep.hourlyCap !== null && rep.givenThisHour >= rep.hourlyCap ? nextHour(at) : null,
      profile.rampPercent !== null && profile.rampUntil !== null && profile.rampUntil > at ? profile.rampUntil : null,
    ]
  })
}

/** The wall's next full quarter: in every zone of today an hour begins at one of them, and asking too early does no harm. */
const QUARTER_MS = 15 * 60_000
const nextHour = (at: EpochMs): EpochMs => (Math.floor(at / QUARTER_MS) + 1) * QUARTER_MS
