import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Condition, RepProfile } from '../../src-main/contract/index.ts'
import { type OpenDesk, openDesk } from '../../src-main/desk/open-desk.ts'
import { FixedClock } from '../../src-main/lib/clock.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import { openSqliteStore } from '../../src-main/store/open-sqlite.ts'
import { identifyLead } from '../../src-main/desk/identify-lead.ts'
import { takeInLeads } from '../../src-main/desk/take-in-leads.ts'
import { aRuleset, NOON } from '../helpers/facts.ts'
import { drafts } from './data/queue-leads.ts'

export const REPS = 40

/** A desk of its own folder with reps, all of them here. */
export async function openBenchDesk(folder: string, reps = REPS, at = NOON): Promise<OpenDesk> {
  const clock = new FixedClock(at)
  const store = await openSqliteStore({ folder, clock, log: silentLog })
  const desk = await openDesk({ store, clock, log: silentLog, dataFolder: folder, withClocks: false })
  await store.importReps(
    Array.from({ length: reps }, (_, i) => aRep(i)),
    { at, actor: 'bench' },
  )
  return desk
}

function aRep(i: number): RepProfile {
  return {
    name: `Rep ${i + 1}`,
    email: `rep${i + 1}@team.example`,
    role: 'rep',
    team: `Team ${1 + Math.floor(i / 10)}`,
    skills: [],
    languages: [],
    products: [],
    tier: null,
    territories: [],
    weight: 1 + (i % 4),
    capacity: 100_000,
    dailyCap: null,
    hourlyCap: null,
    timeZone: null,
    hours: null,
    rampPercent: null,
    rampUntil: null,
    holidays: null,
    isActive: true,
    isDraining: false,
    isPaused: false,
  }
}

/** Publishes the conditions as rules, each sharing by load among all. */
export async function publishConditions(desk: OpenDesk, conditions: readonly (Condition | undefined)[]): Promise<void> {
  const rules = conditions.map((when, i) => ({
    name: `Rule ${i + 1}`,
    ...(when && { when }),
    then: { to: 'pool', pool: {}, by: 'least-loaded' },
  }))
  await desk.store.publishRuleset(aRuleset(rules), null, { at: NOON, actor: 'bench' })
}

const BATCH_LEADS = 2_000

/** Leads as a form brings them, given to all by load; those of one company's word, a twentieth, wait. */
export async function fillBenchDesk(desk: OpenDesk, leads: number, at = NOON): Promise<void> {
  await publishConditions(desk, [{ not: { field: 'company', op: 'startsWith', value: 'Delta' } }])
  const sourceId = await desk.store.openSource('Form', 'form', at)
  let line = 0
  let batch: ReturnType<typeof identifyLead>[] = []
  const take = async (): Promise<void> => {
    await takeInLeads(desk, { sourceId, batchId: null, actor: 'bench', route: 'now', leads: batch })
    batch = []
  }
  for (const draft of drafts(leads)) {
    const receivedAt = (draft.receivedAt ?? NOON) - NOON + at
    const key = { key: `lead ${++line}`, raw: null, rawKind: 'form' as const, line: null, owner: null }
    batch.push(identifyLead({ ...draft, receivedAt }, key))
    if (batch.length === BATCH_LEADS) await take()
  }
  if (batch.length > 0) await take()
}

export async function closeBenchDesk(desk: OpenDesk): Promise<void> {
  await desk.close()
  await desk.store.close()
}

/** A folder for the length of `work`. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
