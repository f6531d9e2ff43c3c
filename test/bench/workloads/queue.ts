import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import type { OpenDesk } from '../../../src-main/desk/open-desk.ts'
import { NOON } from '../../helpers/facts.ts'
import { closeBenchDesk, fillBenchDesk, inFolder, openBenchDesk } from '../desk.ts'
import { Disagreement, now, quantile, type Row, timingOf } from '../measure.ts'

const PAGE = 100
const FOUND = 20
const CALLS = 400
const GROUPS = 5

/** What screens read of a desk with very many leads; a twentieth of them waits. */
export function measureQueue({ isBig }: { isBig: boolean }): Promise<Row[]> {
  const leads = isBig ? 1_000_000 : 200_000
  return inFolder(async (folder) => {
    const desk = await openBenchDesk(folder)
    await fillBenchDesk(desk, leads)
    const floor = openFloor(join(folder, 'desk.db'), join(folder, 'floor.db'))
    const rows = await readings(desk, floor)
    floor.close()
    await closeBenchDesk(desk)
    console.error(`queue: of ${leads.toLocaleString('en')} leads`)
    return rows
  })
}

/** The product's leads once more, in the least that can answer these questions: a table, a partial index, a tally, search words. */
function openFloor(desk: string, file: string): Database {
  const db = new Sqlite(file)
  db.exec(`
    attach '${desk}' as desk;
    create table leads (
      id integer primary key, name, company, email, phone, country, region, city, source, score, grade_rank, value, currency, status,
      stage, rep_id, rule_no, wait_code, wait_detail, is_held, is_pinned, possible_duplicate_of, received_at, placed_at, touched_at, batch_id
    );
    insert into leads select id, name, company, email, phone, country, region, city, source_no, score, grade_rank, value, currency, status,
      stage, rep_id, rule_no, wait_code, wait_detail, is_held, is_pinned, possible_duplicate_of, received_at, placed_at, touched_at, batch_id
      from desk.leads;
    create index leads_queue on leads (grade_rank, received_at, id) where status = 0;
    create table tallies as select status, is_held, count(*) leads from desk.leads group by 1, 2;
    create virtual table search using fts5 (words, content = '', detail = none, prefix = '1 2 3');
    insert into search (rowid, words) select id, name || ' ' || company || ' ' || email || ' ' || phone from desk.leads;
    detach desk;
    pragma cache_size = -131072;
  `)
  return db
}

interface Reading {
  workload: string
  /** Both answer the ids found, or whatever else both must agree on. */
  own: (call: number) => Promise<readonly number[]>
  least: (call: number) => readonly number[]
  must: number | null
  aim: number
  /** A limit for p99 whatever the floor takes. */
  mostMs?: number
}

async function readings(desk: OpenDesk, floor: Database): Promise<Row[]> {
  const { store } = desk
  const waiting = { status: ['waiting' as const] }
  const first = floor.prepare('select * from leads where status = 0 order by grade_rank, received_at, id limit ?')
  const later = floor.prepare(
    'select * from leads where status = 0 and (grade_rank, received_at, id) > (?, ?, ?) order by grade_rank, received_at, id limit ?',
  )
  const tallies = floor.prepare('select status, is_held, leads from tallies')
  const search = floor.prepare(
    'select leads.* from search join leads on leads.id = search.rowid where search match ? order by search.rowid desc limit ?',
  )
  const ids = (rows: readonly { id: number }[]): number[] => rows.map((row) => row.id)
  const cursors = await places(desk)
  const placeOf = (call: number): [number, number, number] =>
    cursors[call % cursors.length]!.split('.').map(Number) as [number, number, number]

  const page: Reading[] = [
    {
      workload: 'queue, first page of 100',
      own: async () => ids((await store.leadPage(waiting, 'queue', null, PAGE)).leads),
      least: () => ids(first.all(PAGE) as { id: number }[]),
      must: 2,
      aim: 1.2,
    },
    {
      workload: 'queue, a later page',
      own: async (call) => ids((await store.leadPage(waiting, 'queue', cursors[call % cursors.length]!, PAGE)).leads),
      least: (call) => ids(later.all(...placeOf(call), PAGE) as { id: number }[]),
      must: 2,
      aim: 1.2,
    },
    ...[2, 3].map((letters): Reading => ({
      workload: `search, ${letters} letters`,
      own: async (call) => ids((await store.leadPage({ text: beginning(call, letters) }, 'newest', null, FOUND)).leads),
      least: (call) => ids(search.all(`"${beginning(call, letters)}"*`, FOUND) as { id: number }[]),
      must: null,
      mostMs: 1,
      aim: 3,
    })),
  ]
  const rows: Row[] = []
  for (const reading of page) rows.push(...(await timedReading(reading)))
  rows.push(...(await snapshotRows(desk, tallies)))
  return rows
}

const BEGINNINGS =
  'bak del kim lor mas nod rit sob tak ann jon mar pau len fel cla emi nor hug ine luc sof mat ali osc jul vik ele tom north blue iron'.split(
    ' ',
  )
const beginning = (call: number, letters: number): string => BEGINNINGS[call % BEGINNINGS.length]!.slice(0, letters)

/** Cursors at every depth of the queue. */
async function places(desk: OpenDesk): Promise<string[]> {
  const found: string[] = []
  let next: string | null = null
  do {
    next = (await desk.store.leadPage({ status: ['waiting'] }, 'queue', next, PAGE)).next
    if (next !== null) found.push(next)
  } while (next !== null && found.length < 100)
  return found
}

async function timedReading({ workload, own, least, must, aim, mostMs }: Reading): Promise<Row[]> {
  for (let call = 0; call < 50; call++) {
    const [wanted, got] = [least(call), await own(call)]
    if (wanted.join() !== got.join()) throw new Disagreement(`${workload}, call ${call}: other leads than the floor`)
  }
  const ownTimes: number[] = []
  const leastTimes: number[] = []
  const medians: number[] = []
  for (let group = 0; group < GROUPS; group++) {
    const times: number[] = []
    for (let call = 0; call < CALLS; call++) {
      const begun = now('wall')
      await own(call + group)
      times.push(now('wall') - begun)
    }
    for (let call = 0; call < CALLS; call++) {
      const begun = now('wall')
      least(call + group)
      leastTimes.push(now('wall') - begun)
    }
    ownTimes.push(...times)
    medians.push(
      quantile(
        times.sort((a, b) => a - b),
        0.5,
      ),
    )
  }
  ownTimes.sort((a, b) => a - b)
  leastTimes.sort((a, b) => a - b)
  const { noise } = timingOf(medians)
  const row = { unit: 'ms' as const, noise }
  const [half, most] = [0.5, 0.99].map((share) => ({ product: quantile(ownTimes, share), floor: quantile(leastTimes, share) }))
  const limited =
    mostMs === undefined ? null : { product: most!.product, floor: mostMs, against: `limit: ${mostMs} ms`, must: 1, aim: null }
  return [
    { ...row, workload: `${workload}, p50`, ...half!, against: 'floor: a prepared statement', must, aim },
    {
      ...row,
      workload: `${workload}, p99`,
      ...(limited ?? { ...most!, against: 'floor: a prepared statement', must: null, aim: null }),
    },
  ]
}

/** The first thing a window is told: counts, reps, the head of the queue, the newest leads of each of forty reps. */
async function snapshotRows({ store }: OpenDesk, tallies: { all: () => unknown[] }): Promise<Row[]> {
  const times: number[] = []
  const counted: number[] = []
  for (let call = 0; call < 30; call++) {
    const begun = now('wall')
    await store.snapshot(NOON)
    times.push(now('wall') - begun)
    const counting = now('wall')
    tallies.all()
    counted.push(now('wall') - counting)
  }
  const { micros: product, noise } = timingOf(times)
  const alone = { floor: null, unit: 'ms' as const, must: null, aim: null, noise }
  return [
    { ...alone, workload: 'snapshot with counts', product, against: 'counts, 40 reps, some 2,200 cards' },
    { ...alone, workload: 'counts by raw statement', product: timingOf(counted).micros, against: 'for comparison' },
  ]
}
