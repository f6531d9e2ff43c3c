import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { LeadDraft, RepId, RepProfile } from '../../src-main/contract/index.ts'
import { emptyDraft } from '../../src-main/desk/empty-draft.ts'
import { identifyLead } from '../../src-main/desk/identify-lead.ts'
import { type OpenDesk, openDesk } from '../../src-main/desk/open-desk.ts'
import { publishRules } from '../../src-main/desk/rules.ts'
import { takeInLeads } from '../../src-main/desk/take-in-leads.ts'
import { type Intake, openIntake } from '../../src-main/intake/open-intake.ts'
import { FixedClock } from '../../src-main/lib/clock.ts'
import { openFileSecrets } from '../../src-main/lib/file-secrets.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import { openSqliteStore } from '../../src-main/store/open-sqlite.ts'
import type { TakenIn } from '../../src-main/store/port-arrivals.ts'

/** Monday, noon, in no particular zone. */
export const START = Date.UTC(2026, 10, 23, 12)
export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** With `await using` it is gone at the end of its block: a property opens one a run, and each holds memory and threads. */
export interface TestDesk extends AsyncDisposable {
  desk: OpenDesk
  clock: FixedClock
  folder: string
  /** Closes and opens again, as a restart would. */
  restart(): Promise<void>
}

/** A desk over a real database in a fresh folder, at a clock that stands. Gone when the test is over. */
export async function openTestDesk(options: { folder?: string } = {}): Promise<TestDesk> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'lead-desk-test-'))
  const clock = new FixedClock(START)
  const open = async (): Promise<OpenDesk> => {
    const store = await openSqliteStore({ folder, log: silentLog, clock })
    return openDesk({ store, clock, log: silentLog, dataFolder: folder, withClocks: false })
  }
  const test: TestDesk = {
    desk: await open(),
    clock,
    folder,
    async restart() {
      await close(test.desk)
      test.desk = await open()
      await test.desk.catchUp()
    },
    async [Symbol.asyncDispose]() {
      await close(test.desk)
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await test.desk.store.saveSettings(
    { deskName: 'Test', timeZone: 'UTC', country: 'DE', holidays: null, hours: null },
    { at: START, actor: 'test' },
  )
  onTestFinished(() => test[Symbol.asyncDispose]())
  return test
}

/** Its intake, with secrets that nobody else opens. */
export const openTestIntake = ({ desk, folder }: Pick<TestDesk, 'desk' | 'folder'>): Promise<Intake> =>
  openIntake(desk, openFileSecrets({ file: join(folder, 'secrets.json'), keyFile: join(folder, 'secrets.key') }))

async function close(desk: OpenDesk): Promise<void> {
  await desk.close()
  await desk.store.close()
}

export function aProfile(name: string, given: Partial<RepProfile> = {}): RepProfile {
  return {
    name,
    email: `${name.toLowerCase()}@team.example`,
    role: 'rep',
    team: 'Sales',
    skills: [],
    languages: [],
    products: [],
    tier: null,
    territories: [],
    weight: 1,
    capacity: null,
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
    ...given,
  }
}

export async function addReps(test: TestDesk, ...profiles: RepProfile[]): Promise<RepId[]> {
  const ids: RepId[] = []
  for (const profile of profiles) ids.push(await test.desk.store.addRep(profile, { at: test.clock.now(), actor: 'test' }))
  return ids
}

/** Shares all leads among everyone, unless told otherwise. */
export async function publish(test: TestDesk, rules: unknown[] = [EVERYONE], rest: Record<string, unknown> = {}): Promise<void> {
  await publishRules(test.desk, { document: { version: 1, rules, ...rest }, note: null, actor: 'test', file: null })
}
export const EVERYONE = { name: 'Everyone', then: { to: 'pool', pool: {}, by: 'weighted' }, otherwise: 'hold' }

let serial = 0
/** Leads arrive; each has a name and an address of its own unless told otherwise. */
export async function arrive(
  test: TestDesk,
  drafts: Partial<LeadDraft>[] | number,
  route: 'now' | 'hold' = 'now',
): Promise<TakenIn[]> {
  const list = typeof drafts === 'number' ? Array.from({ length: drafts }, () => ({})) : drafts
  const sourceId = await test.desk.store.openSource('Web', 'form', test.clock.now())
  const leads = list.map((draft) => {
    const number = ++serial
    const whole = { ...emptyDraft(), name: `Lead ${number}`, email: `lead${number}@customer${number}.example`, ...draft }
    return identifyLead(whole, { key: `key-${number}`, raw: null, rawKind: 'form', line: null, owner: null })
  })
  return takeInLeads(test.desk, { sourceId, batchId: null, actor: 'web', route, leads })
}
