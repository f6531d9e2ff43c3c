import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { BatchId, ImportRoute, LeadId, RepId, RepProfile, SourceId } from '../../src-main/contract/index.ts'
import { FixedClock } from '../../src-main/lib/clock.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import { openSqliteStore } from '../../src-main/store/open-sqlite.ts'
import type { IncomingLead, TakenIn } from '../../src-main/store/port-arrivals.ts'
import type { Router } from '../../src-main/store/port-shapes.ts'
import type { DeskStore } from '../../src-main/store/port.ts'
import { aRepProfile, aRouter } from './desk-records.ts'

/** Monday, noon. */
export const NOON = Date.UTC(2026, 10, 23, 12)
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const MANAGER = 'manager'

/** A store under test, on any engine. */
export interface TestStore {
  store: DeskStore
  clock: FixedClock
  /** Closes and opens again. */
  reopen(): Promise<void>
  /** Every table but the events, as it is saved. */
  tables(): Record<string, unknown[]>
}
export type OpenTestStore = () => Promise<TestStore>

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** `listMs`: what a list may take before it is read on its own thread. */
export async function openTestStore(folder = aFolder(), listMs?: number): Promise<TestStore> {
  const clock = new FixedClock(NOON)
  const open = (): Promise<DeskStore> =>
    openSqliteStore({ folder, clock, log: silentLog, ...(listMs === undefined ? {} : { listMs }) })
  const test: TestStore = {
    store: await open(),
    clock,
    async reopen() {
      await test.store.close()
      test.store = await open()
    },
    tables: () => readTables(join(folder, 'desk.db')),
  }
  onTestFinished(() => test.store.close())
  return test
}

/** The search index's own tables say how it was filled, not what it finds. */
const NOT_COMPARED = /^(events|names|leads_words.*|sqlite_.*)$/

export function readTables(file: string): Record<string, unknown[]> {
  const db = new Sqlite(file, { readonly: true })
  const names = db.prepare<[], string>("select name from sqlite_schema where type = 'table' order by name").pluck().all()
  const tables = Object.fromEntries(
    names
      .filter((name) => !NOT_COMPARED.test(name))
      .map((name) => [name, db.prepare(`select * from ${name} order by 1, 2`).all()]),
  )
  db.close()
  return tables
}

export const step = (at = NOON, actor = MANAGER): { at: number; actor: string } => ({ at, actor })

export async function addReps(test: TestStore, ...reps: (Partial<RepProfile> & { name: string })[]): Promise<RepId[]> {
  const ids: RepId[] = []
  for (const rep of reps) ids.push(await test.store.addRep(aRepProfile(rep), step(test.clock.now())))
  return ids
}

export interface Arriving {
  at?: number
  route?: ImportRoute
  router?: Router
  batchId?: BatchId
  sourceId?: SourceId
  windowMs?: number
}

export async function arrive(test: TestStore, leads: IncomingLead[], how: Arriving = {}): Promise<TakenIn[]> {
  const at = how.at ?? test.clock.now()
  return test.store.takeIn({
    sourceId: how.sourceId ?? (await test.store.openSource('web', 'form', at)),
    batchId: how.batchId ?? null,
    at,
    actor: 'desk',
    route: how.route ?? 'now',
    leads,
    router: how.router ?? aRouter(),
    duplicateWindowMs: how.windowMs ?? 90 * DAY,
  })
}

export async function arriveOne(test: TestStore, lead: IncomingLead, how: Arriving = {}): Promise<LeadId> {
  const [taken] = await arrive(test, [lead], how)
  return taken!.leadId
}

export async function cardOf(test: TestStore, leadId: LeadId) {
  const [card] = await test.store.leadCards([leadId])
  return card!
}
