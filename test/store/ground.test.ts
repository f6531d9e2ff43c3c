import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { expect, it } from 'vitest'
import { FixedClock } from '../../src-main/lib/clock.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import { Ground } from '../../src-main/store/ground.ts'
import { migrate } from '../../src-main/store/migrate.ts'
import { migrations } from '../../src-main/store/migrations/index.ts'
import type { Tables } from '../../src-main/store/tables.ts'
import { NOON, aFolder } from '../helpers/open-test-store.ts'

it('waits for the disk with all that is told as saved, and not with the pieces of an import', async () => {
  const folder = aFolder()
  const file = join(folder, 'desk.db')
  const db = new Sqlite(file)
  migrate(db, file, migrations, silentLog)
  const kysely = new Kysely<Tables>({ dialect: new SqliteDialect({ database: db }) })
  const ground = new Ground({ db, kysely, clock: new FixedClock(NOON), log: silentLog, folder, file })
  const [FULL, NORMAL] = [2, 1]
  const waits = () => db.pragma('synchronous', { simple: true })
  expect(await ground.write(waits)).toBe(FULL)
  expect(await ground.write(waits, true)).toBe(NORMAL)
  // Someone else's step between two pieces, one that fails, and the end.
  expect(await ground.write(waits)).toBe(FULL)
  await expect(ground.write(() => Promise.reject(new Error('torn')), true)).rejects.toThrow('torn')
  expect(await ground.write(waits)).toBe(FULL)
  db.close()
})
