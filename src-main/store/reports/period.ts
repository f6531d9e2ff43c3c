import type { Database } from 'better-sqlite3'
import type { DeskSettings, EpochMs, LeadFilter } from '../../contract/index.ts'
import type { Clock } from '../../lib/clock.ts'
import { Names } from '../queries/names.ts'
import { StatementEnded } from '../queries/row-watch.ts'
import { Settings } from '../queries/settings.ts'
import { Team } from '../queries/team.ts'

/** What a report is asked about, and what it may ask in turn: one state of the database, and the desk's own words. */
export interface Period {
  readonly db: Database
  readonly from: EpochMs
  readonly to: EpochMs
  /** When it is asked: what has not happened yet is not counted. */
  readonly now: EpochMs
  readonly desk: DeskSettings
  readonly names: Names
  readonly team: Team
  /** The leads received in it. */
  readonly leads: LeadFilter
  /** Ends a report that nobody waits for any more: the next one need not wait for it. */
  readonly endIfUnwanted: () => void
}

/** Everything is read anew: between two reports the desk goes on. */
export function openPeriod(
  db: Database,
  from: EpochMs,
  to: EpochMs,
  now: EpochMs,
  isUnwanted: () => boolean = () => false,
): Period {
  const settings = new Settings(db)
  const clock: Clock = { now: () => now }
  return {
    db,
    from,
    to,
    now,
    desk: settings.read(),
    names: new Names(db),
    team: new Team(db, settings, clock),
    leads: { receivedFrom: from, receivedTo: to },
    endIfUnwanted() {
      if (isUnwanted()) throw new StatementEnded('nobody waits for this report any more')
    },
  }
}

/** Leads that fit both. */
export function narrowed(leads: LeadFilter, more: LeadFilter): LeadFilter {
  const journey = { ...leads.journey, ...more.journey }
  return { ...leads, ...more, ...(Object.keys(journey).length === 0 ? {} : { journey }) }
}
