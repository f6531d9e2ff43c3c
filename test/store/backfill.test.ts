import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { silentLog } from '../../src-main/lib/log.ts'
import { migrate } from '../../src-main/store/migrate.ts'
import { migrations } from '../../src-main/store/migrations/index.ts'
import { MOVED_FLAGS } from '../../src-main/store/queries/journey.ts'
import { aBusyDesk, busySteps } from '../helpers/busy-desk.ts'
import { aFolder } from '../helpers/open-test-store.ts'

const BEFORE = 3

/** The same desk as version 3 would have kept it: without what version 4 added. */
function asBefore(file: string): Database {
  const old = join(aFolder(), 'desk.db')
  const db = new Sqlite(old)
  migrate(db, old, migrations.slice(0, BEFORE), silentLog)
  db.exec(`attach '${file}' as now`)
  const tables = db
    .prepare<[], string>("select name from main.sqlite_schema where type = 'table' and sql not like '%virtual%'")
    .pluck()
  for (const table of tables.all()) {
    if (table.startsWith('leads_words') || table.startsWith('sqlite_')) continue
    const columns = db.prepare<[], string>(`select name from pragma_table_info('${table}', 'main')`).pluck().all().join(', ')
    db.exec(`delete from main.${table}; insert into main.${table} (${columns}) select ${columns} from now.${table}`)
  }
  db.exec(`detach now; update leads set flags = flags & ~${MOVED_FLAGS}`)
  return db
}

const LEADS = 'select id, contact_ms, qualified_ms, closed_ms, breached_rep_id, flags from leads order by id'
const OFFERS = 'select offered_at, lead_id, rep_id, rule_no, ending from offers order by 1, 2, 3'

it(
  'what an older desk did not keep for reports is worked out of its history as it would have been kept',
  async () => {
    await fc.assert(
      fc.asyncProperty(busySteps, async (steps) => {
        await using test = (await aBusyDesk(steps)).test
        const kept = new Sqlite(join(test.folder, 'desk.db'), { readonly: true })
        const old = asBefore(join(test.folder, 'desk.db'))
        migrate(old, old.name, migrations, silentLog)
        expect(old.prepare(LEADS).all()).toEqual(kept.prepare(LEADS).all())
        expect(old.prepare(OFFERS).all()).toEqual(kept.prepare(OFFERS).all())
        old.close()
        kept.close()
      }),
      { numRuns: Number(process.env.LEAD_DESK_REPORT_DESKS ?? 12) },
    )
  },
  10 * 60_000,
)
