import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { FixedClock } from '../../src-main/lib/clock.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import { migrate } from '../../src-main/store/migrate.ts'
import { firstDesk } from '../../src-main/store/migrations/0001-first-desk.ts'
import { openSqliteStore } from '../../src-main/store/open-sqlite.ts'
import { NOON, aFolder, step } from '../helpers/open-test-store.ts'

/** A profile as the first version wrote it: no ramp, no holidays. */
const PROFILE = {
  name: 'Ada',
  email: 'ada@desk.example',
  role: 'rep',
  team: null,
  skills: [],
  languages: [],
  products: [],
  tier: null,
  territories: [],
  weight: 2,
  capacity: null,
  dailyCap: null,
  hourlyCap: null,
  timeZone: null,
  hours: null,
  isActive: true,
  isDraining: false,
  isPaused: false,
}

function aFirstDesk(folder: string): void {
  const file = join(folder, 'desk.db')
  const db = new Sqlite(file)
  migrate(db, file, [firstDesk], silentLog)
  db.exec(`
    insert into settings values (1, 'Old desk', 'Europe/Berlin', 'DE');
    insert into reps values (1, 'ada@desk.example', '${JSON.stringify(PROFILE)}', 'available', null, null, 1);
    insert into rep_load values (1, 1, '2026-11-23', 1, '2026-11-23T13', 1, ${NOON});
    insert into turns values ('everyone', '[[1,0.5]]');
    insert into sources values (1, 'Web', 2, 1, '2026-11-23', 1, ${NOON});
    insert into names values (1, 1, '', 'Web');
    insert into tallies values (2, 0, 1);
    insert into leads (id, status, stage, grade_rank, is_held, is_pinned, is_by_hand, rep_id, source_id, source_no, received_at,
      placed_at, seen_at, received_seq, flags, customer_status, name)
      values (1, 2, 0, 3, 0, 0, 0, 1, 1, 1, ${NOON}, ${NOON}, ${NOON}, 1, 0, 0, 'Lin Park');
    insert into arrivals values (1, 1, 1, 5, 'key-1', null, 0, null);
  `)
  db.close()
}

it('the first migration has shipped and is what it was', () => {
  expect(createHash('sha256').update(firstDesk.sql).digest('hex')).toBe(
    '08b7accdbf2a3d5c8cebeb7d0d9a880fc896837b18df765df89ab2037e585d4a',
  )
})

it('a desk of the first version opens with everything in it, and works on', async () => {
  const folder = aFolder()
  aFirstDesk(folder)
  const store = await openSqliteStore({ folder, log: silentLog, clock: new FixedClock(NOON) })
  try {
    expect(await store.settings()).toEqual({
      deskName: 'Old desk',
      timeZone: 'Europe/Berlin',
      country: 'DE',
      holidays: null,
      hours: null,
    })
    const [ada] = await store.reps(NOON)
    expect(ada).toMatchObject({
      ...PROFILE,
      rampPercent: null,
      rampUntil: null,
      holidays: null,
      effectiveWeight: 2,
      openLeads: 1,
      offersPending: 0,
      givenToday: 1,
      isOnTimeOff: false,
      pauseReason: null,
    })
    expect((await store.leadPage({}, 'newest', null, 10)).leads).toMatchObject([
      { name: 'Lin Park', repId: 1, status: 'assigned' },
    ])
    const world = await store.world(NOON)
    expect([...world.turns]).toEqual([['everyone', new Map([[1, 0.5]])]])
    expect(world.tallies.size).toBe(0)
    // Saving the old profile as it is shown changes nothing.
    const seq = await store.lastSeq()
    await store.saveRep(ada!.id, { ...PROFILE, role: 'rep', rampPercent: null, rampUntil: null, holidays: null }, step())
    expect(await store.lastSeq()).toBe(seq)
    await store.addTimeOff(ada!.id, NOON, NOON + 1, null, step())
    await store.saveSettings({ ...(await store.settings()), holidays: 'DE-BY' }, step())
    expect(await store.settings()).toMatchObject({ holidays: 'DE-BY' })
  } finally {
    await store.close()
  }
})
