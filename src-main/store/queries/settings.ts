import type { Database, Statement } from 'better-sqlite3'
import type { DeskSettings } from '../../contract/index.ts'

const NEW_DESK: DeskSettings = { deskName: 'Lead Desk', timeZone: 'UTC', country: 'US', holidays: null }

/** The desk's settings, remembered: every batch asks for the zone. */
export class Settings {
  readonly #read: Statement<[], DeskSettings>
  readonly #save: Statement<[string, string, string, string | null], unknown>
  #known: DeskSettings | null = null

  constructor(db: Database) {
    this.#read = db.prepare('select desk_name as deskName, time_zone as timeZone, country, holidays from settings')
    this.#save = db.prepare(
      `insert into settings (only, desk_name, time_zone, country, holidays) values (1, ?, ?, ?, ?)
       on conflict (only) do update set desk_name = excluded.desk_name, time_zone = excluded.time_zone,
         country = excluded.country, holidays = excluded.holidays`,
    )
  }
  read(): DeskSettings {
    return (this.#known ??= this.#read.get() ?? NEW_DESK)
  }
  save(settings: DeskSettings): void {
    this.#save.run(settings.deskName, settings.timeZone, settings.country, settings.holidays)
    this.#known = null
  }
  forget(): void {
    this.#known = null
  }
}
