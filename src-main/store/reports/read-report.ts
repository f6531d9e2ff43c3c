import type { Database } from 'better-sqlite3'
import type { EpochMs, Report, ReportName } from '../../contract/index.ts'
import { availability } from './availability.ts'
import { conversion } from './conversion.ts'
import { fairness } from './fairness.ts'
import { intake } from './intake.ts'
import { leaks } from './leakage.ts'
import { offers } from './offers.ts'
import { overview } from './overview.ts'
import { type Period, openPeriod } from './period.ts'
import { type Told, shaped } from './shape.ts'
import { speed } from './speed.ts'

const tell =
  <Name extends ReportName>(name: Name, work: (period: Period) => Told<Name>) =>
  (period: Period): Report =>
    shaped(name, period, work(period))

const TELLERS: Readonly<Record<ReportName, (period: Period) => Report>> = {
  overview: tell('overview', overview),
  speed: tell('speed', speed),
  offers: tell('offers', offers),
  leakage: tell('leakage', leaks),
  conversion: tell('conversion', conversion),
  fairness: tell('fairness', fairness),
  intake: tell('intake', intake),
  availability: tell('availability', availability),
}

export interface ReportWish {
  name: ReportName
  from: EpochMs
  to: EpochMs
  now: EpochMs
}

/** From one state of the database, whatever the desk does meanwhile. Throws `StatementEnded` on the way when it `isUnwanted`. */
export function readReport(db: Database, { name, from, to, now }: ReportWish, isUnwanted?: () => boolean): Report {
  return db.transaction(() => TELLERS[name](openPeriod(db, from, to, now, isUnwanted)))()
}
