import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { identifyLead } from '../../../src-main/desk/identify-lead.ts'
import { takeInLeads } from '../../../src-main/desk/take-in-leads.ts'
import { NOON } from '../../helpers/facts.ts'
import { drafts } from '../data/queue-leads.ts'
import { closeBenchDesk, inFolder, openBenchDesk, publishConditions } from '../desk.ts'
import { electronProgram, hasWindow } from '../electron.ts'
import { now, type Row, timingOf } from '../measure.ts'

const root = join(import.meta.dirname, '../../..')
const bare = join(import.meta.dirname, '../floors/bare-window')
const probe = join(import.meta.dirname, '../start-probe.cjs')
const LEADS = 5_000
const ROUNDS = 7
const PATIENCE_MS = 60_000

/**
 * From spawning Electron to its window, and to the first rows in it: beside a bare window, and one that reads a hundred leads of the same desk
 * and shows them. Nothing where the program or Electron is not there.
 */
export async function measureStart(): Promise<Row[]> {
  if (!hasWindow()) {
    console.error('start: left out; it needs a built program, its Electron (npm start once) and a display')
    return []
  }
  const electron = await electronProgram()
  return inFolder(async (folder) => {
    const desk = await openBenchDesk(folder)
    await publishConditions(desk, [{ not: { field: 'company', op: 'startsWith', value: 'Delta' } }])
    const sourceId = await desk.store.openSource('Form', 'form', NOON)
    const leads = [...drafts(LEADS)].map((draft, i) =>
      identifyLead(draft, { key: `lead ${i}`, raw: null, rawKind: 'form', line: null, owner: null }),
    )
    await takeInLeads(desk, { sourceId, batchId: null, actor: 'bench', route: 'now', leads })
    await closeBenchDesk(desk)

    const own: Started[] = []
    const least: Started[] = []
    const leastWithRows: Started[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const product = await started(electron, [root, `--user-data-dir=${join(folder, 'window')}`, '--data', folder])
      const floor = await started(electron, [bare, `--user-data-dir=${join(folder, 'bare')}`], 'none')
      const withRows = await started(electron, [bare, `--user-data-dir=${join(folder, 'bare')}`, '--data', folder])
      if (round === 0) continue
      own.push(product)
      least.push(floor)
      leastWithRows.push(withRows)
    }
    const row = (workload: string, of: keyof Started, floors: Started[], must: number, aim: number): Row => {
      const [product, floor] = [timingOf(own.map((one) => one[of])), timingOf(floors.map((one) => one[of]))]
      const noise = Math.max(product.noise, floor.noise)
      return {
        workload,
        product: product.micros,
        floor: floor.micros,
        against: 'floor: bare Electron',
        unit: 'ms',
        must,
        aim,
        noise,
      }
    }
    return [row('start to window', 'shownMs', least, 1.6, 1.25), row('start to first rows', 'paintedMs', leastWithRows, 1.8, 1.3)]
  })
}

interface Started {
  shownMs: number
  paintedMs: number
}

async function started(electron: string, args: readonly string[], rows = 'some'): Promise<Started> {
  const flags = ['--disable-gpu', '--log-level=3', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const begun = now('wall')
  const child = spawn(electron, [...flags, '-r', probe, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, NODE_OPTIONS: '', BENCH_ROWS: rows },
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  const times: Partial<Started> = {}
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'bench: shown') times.shownMs = now('wall') - begun
    if (line === 'bench: painted') times.paintedMs = now('wall') - begun
  })
  await once(child, 'exit')
  clearTimeout(timer)
  const { shownMs, paintedMs = rows === 'none' ? 0 : undefined } = times
  if (shownMs === undefined || paintedMs === undefined)
    throw new Error(`start: no window with rows within ${PATIENCE_MS / 1_000} s`)
  return { shownMs, paintedMs }
}
