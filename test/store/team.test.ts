import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { RepId, RuleId } from '../../src-main/contract/index.ts'
import { FixedClock } from '../../src-main/lib/clock.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import { migrate } from '../../src-main/store/migrate.ts'
import { migrations } from '../../src-main/store/migrations/index.ts'
import { Settings } from '../../src-main/store/queries/settings.ts'
import { Team } from '../../src-main/store/queries/team.ts'
import { aRepProfile } from '../helpers/desk-records.ts'
import { DAY, HOUR, NOON, aFolder } from '../helpers/open-test-store.ts'

const ADA = 1 as RepId
const RULE = 'rule-1' as RuleId

/** A team over a database of one rep; `anew` is what another reading of the same file finds. */
function aTeam(): { db: Sqlite.Database; team: Team; anew(): Team } {
  const file = join(aFolder(), 'desk.db')
  const db = new Sqlite(file)
  onTestFinished(() => void db.close())
  migrate(db, file, migrations, silentLog)
  db.prepare('insert into reps (id, email_key, profile, availability, added_at) values (1, ?, ?, ?, 0)').run(
    'ada@desk.example',
    JSON.stringify(aRepProfile({ name: 'Ada' })),
    'available',
  )
  db.prepare(
    "insert into rep_load (rep_id, open_leads, day_key, day_count, hour_key, hour_count) values (1, 0, '', 0, '', 0)",
  ).run()
  const anew = () => new Team(db, new Settings(db), new FixedClock(NOON))
  return { db, team: anew(), anew }
}

const countOf = (team: Team, at = NOON): Record<number, number> =>
  Object.fromEntries(team.open(at).tallies.get(RULE)?.get(ADA) ?? [])
const TODAY = Math.floor(NOON / DAY)

describe('the team in memory', () => {
  it('R16 counts what rules gave by the day of the desk, and keeps it', () => {
    const { team, anew } = aTeam()
    team.tally(RULE, ADA, NOON, 1)
    team.tally(RULE, ADA, NOON, 1)
    team.tally(RULE, ADA, NOON - DAY, 1)
    team.tally(RULE, ADA, NOON, -1)
    team.tally('other' as RuleId, ADA, NOON, -1)
    team.flush()
    expect(team.open(NOON).today).toBe(TODAY)
    for (const one of [team, anew()]) {
      expect(countOf(one)).toEqual({ [TODAY]: 1, [TODAY - 1]: 1 })
      expect(one.talliedToday(RULE, ADA, NOON)).toBe(1)
    }
  })

  it('R16 what a router counted on in the world is counted once, and lost with a rollback', () => {
    const { team } = aTeam()
    team.tally(RULE, ADA, NOON, 1)
    team.flush()
    const days = team.open(NOON).tallies.get(RULE)?.get(ADA) as Map<number, number>
    days.set(TODAY, 2)
    team.tally(RULE, ADA, NOON, 1)
    expect(countOf(team)).toEqual({ [TODAY]: 2 })
    const copy = team.copy(NOON).tallies.get(RULE)?.get(ADA) as Map<number, number>
    copy.set(TODAY, 99)
    expect(countOf(team)).toEqual({ [TODAY]: 2 })
    team.forget()
    expect(countOf(team)).toEqual({ [TODAY]: 1 })
  })

  it('forgets what lies further back than any share looks', () => {
    const { db, team } = aTeam()
    team.tally(RULE, ADA, NOON - 401 * DAY, 1)
    team.flush()
    team.tally(RULE, ADA, NOON, 1)
    team.flush()
    expect(db.prepare('select day from rule_tallies').pluck().all()).toEqual([TODAY])
    expect(countOf(team)).toEqual({ [TODAY]: 1 })
  })

  it('R20 R22 counts pending offers and those let run out in a row', () => {
    const { team, anew } = aTeam()
    team.offer(ADA, 1)
    team.offer(ADA, 1)
    team.offer(ADA, -1)
    expect([team.missedOffer(ADA), team.missedOffer(ADA)]).toEqual([1, 2])
    team.flush()
    for (const one of [team, anew()]) {
      expect(one.loadOf(ADA)).toMatchObject({ offersPending: 1, missedOffers: 2 })
      expect(one.card(ADA, NOON)).toMatchObject({ offersPending: 1 })
    }
    team.keptOffer(ADA)
    expect(team.missedOffer(ADA)).toBe(1)
  })

  it('R29 a load put back brings back gifts, and leaves offers as they are', () => {
    const { team } = aTeam()
    const before = team.loadOf(ADA) ?? expect.fail('no load')
    team.give(ADA, NOON)
    team.offer(ADA, 1)
    team.missedOffer(ADA)
    team.putLoad(ADA, before)
    expect(team.loadOf(ADA)).toEqual({ ...before, offersPending: 1, missedOffers: 1 })
  })

  it('R22 R12 a pause is seen by a world that is open already', () => {
    const { team } = aTeam()
    const { reps } = team.open(NOON)
    team.pause(ADA, 'let 3 offers in a row run out')
    expect(reps[0]).toMatchObject({ isPaused: true })
    expect(team.card(ADA, NOON)).toMatchObject({ isPaused: true, pauseReason: 'let 3 offers in a row run out' })
  })

  it('R16 counts wins over the window when asked, once a day unless told to forget', () => {
    const { db, team } = aTeam()
    const addLead = (stage: number, receivedAt: number): void =>
      void db
        .prepare(
          `insert into leads (status, stage, grade_rank, is_held, is_pinned, is_by_hand, rep_id, source_id, source_no, received_at,
             placed_at, seen_at, received_seq, flags, customer_status)
           values (2, ?, 3, 0, 0, 0, 1, 1, 1, ?, 0, 0, 0, 0, 0)`,
        )
        .run(stage, receivedAt)
    const wins = (at: number, windowMs: number) => {
      const { wonLately, closedLately } = team.open(at, windowMs).reps[0] ?? expect.fail('no rep')
      return [wonLately, closedLately]
    }
    for (const stage of [0, 2, 3, 4, 4]) addLead(stage, NOON - HOUR)
    addLead(3, NOON - 20 * DAY)
    expect(team.open(NOON).reps[0]).toMatchObject({ wonLately: 0, closedLately: 0 })
    expect(wins(NOON, 10 * DAY)).toEqual([1, 3])
    expect(wins(NOON, 30 * DAY)).toEqual([2, 4])
    addLead(3, NOON)
    expect(wins(NOON + HOUR, 30 * DAY)).toEqual([2, 4])
    team.forgetPerformance()
    expect(wins(NOON + HOUR, 30 * DAY)).toEqual([3, 5])
    expect(wins(NOON + 15 * DAY, 30 * DAY)).toEqual([2, 4])
  })

  it('R11 a working calendar reaches a year ahead, and is the same until something changes', () => {
    const { db, team } = aTeam()
    db.prepare('insert into time_off (rep_id, from_at, to_at) values (1, ?, ?)').run(NOON + 300 * DAY, NOON + 301 * DAY)
    const off = team.calendarOf(ADA)?.off
    expect(off).toEqual([{ from: NOON + 300 * DAY, to: NOON + 301 * DAY }])
    expect(team.calendarOf(ADA, NOON + 30 * DAY)?.off).toBe(off)
    // A year on, what was too far ahead then has come near.
    db.prepare('insert into time_off (rep_id, from_at, to_at) values (1, ?, ?)').run(NOON + 700 * DAY, NOON + 701 * DAY)
    expect(team.open(NOON).reps[0]).toMatchObject({ hoursChangeAt: NOON + 300 * DAY })
    expect(team.open(NOON + 400 * DAY).reps[0]).toMatchObject({ isOnTimeOff: false, hoursChangeAt: NOON + 700 * DAY })
    expect(team.open(NOON + 700 * DAY).reps[0]).toMatchObject({ isOnTimeOff: true, hoursChangeAt: NOON + 701 * DAY })
    expect(team.open(NOON).reps[0]).toMatchObject({ isOnTimeOff: false, hoursChangeAt: NOON + 300 * DAY })
    expect(team.calendarOf(9 as RepId)).toBeNull()
  })
})
