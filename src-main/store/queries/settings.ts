import type { Database, Statement } from 'better-sqlite3'
import type { DeskSettings } from '../../contract/index.ts'

const NEW_DESK: DeskSettings = { deskName: 'Lead Desk', timeZone: 'UTC', country: 'US', holidays: null, hours: null }
type Row = Omit<DeskSettings, 'hours'> & { hours: string | null }

/** The desk's settings, remembered: every batch asks for the zone. */
export class Settings {
  readonly #read: Statement<[], Row>
  readonly #save: Statement<[string, string, string, string | null, string | null], unknown>
  #known: DeskSettings | null = null

  constructor(db: Database) {
    this.#read = db.prepare('select desk_name as deskName, time_zone as timeZone, country, holidays, hours from settings')
    this.#save = db.prepare(
      `insert into settings (only, desk_name, time_zone, country, holidays, hours) values (1, ?, ?, ?, ?, ?)
       on conflict (only) do update set desk_name = excluded.desk_name, time_zone = excluded.time_zone,
         country = excluded.country, holidays = excluded.holidays, hours = excluded.hours`,
    )
  }
  read(): DeskSettings {
    if (this.#known !== null) return this.#known
    const row = this.#read.get()
    return (this.#known =
      row === undefined
        ? NEW_DESK
        : { ...row, hours: row.hours === null ? null : (JSON.parse(row.hours) as DeskSettings['hours']) })
  }
  save({ deskName, timeZone, country, holidays, hours }: DeskSettings): void {
    this.#save.run(deskName, timeZone, country, holidays, hours === null ? null : JSON.stringify(hours))
    this.#known = null
  }
  forget(): void {
    this.#known = null
  }
}
