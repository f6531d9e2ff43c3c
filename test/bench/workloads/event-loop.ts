import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { ImportOptions } from '../../../src-main/contract/index.ts'
import { importFile } from '../../../src-main/intake/csv/import-file.ts'
import { openSeats } from '../../../src-main/desk/seats.ts'
import { callDesk } from '../../../src-main/wire/call-desk.ts'
import type { IntakeDoor } from '../../../src-main/wire/served-desk.ts'
import { leadsFile } from '../data/leads-file.ts'
import { closeBenchDesk, inFolder, openBenchDesk, publishConditions } from '../desk.ts'
import { electronProgram, hasWindow } from '../electron.ts'
import { quantile, type Row } from '../measure.ts'

const root = join(import.meta.dirname, '../../..')
const probe = join(import.meta.dirname, '../loop-probe.cjs')
const ROWS = 100_000
/** What a person does not notice. */
const LIMIT_MS = 50
const PATIENCE_MS = 300_000

/** Milliseconds. */
interface HeldUp {
  loop: { p50: number; p99: number; max: number }
  /** From asking for the first page of the queue to its answer. */
  latencies: number[]
}

/** How long the desk's event loop, and calls of its window, are held up while a file comes in: in Node, and in Electron where that can be. */
export function measureEventLoop(): Promise<Row[]> {
  return inFolder(async (folder) => {
    const { text, conditions } = leadsFile(ROWS)
    const file = join(folder, 'leads.csv')
    writeFileSync(file, text)
    const desk = await openBenchDesk(join(folder, 'node'))
    await publishConditions(desk, conditions)
    const rows = rowsOf('Node', await inNode(desk, file))
    await closeBenchDesk(desk)
    if (!hasWindow()) {
      console.error('event-loop: Electron left out; it needs a built program, its Electron (npm start once) and a display')
      return rows
    }
    const seeded = await openBenchDesk(join(folder, 'window'))
    await publishConditions(seeded, conditions)
    await closeBenchDesk(seeded)
    return [...rows, ...rowsOf('Electron', await inElectron(join(folder, 'window'), file))]
  })
}

function rowsOf(where: string, { loop, latencies }: HeldUp): Row[] {
  const sorted = [...latencies].sort((a, b) => a - b)
  const row = (workload: string, product: number, must: number | null): Row => ({
    workload: `${where}: ${workload}`,
    product,
    floor: must === null ? null : LIMIT_MS,
    against: must === null ? '' : 'what nobody notices',
    unit: 'ms',
    must,
    aim: null,
    noise: 0,
  })
  return [
    row('event loop held up, p50', loop.p50, null),
    row('… p99', loop.p99, 1),
    row('… longest', loop.max, null),
    row('a page of the queue, p50', quantile(sorted, 0.5), null),
    row('… p99', quantile(sorted, 0.99), 2),
    row('… longest', sorted.at(-1)!, null),
  ]
}

/** With one listener, and calls that pass the wire's checks but no port. */
async function inNode(desk: Awaited<ReturnType<typeof openBenchDesk>>, path: string): Promise<HeldUp> {
  // No call here goes to intake.
  const served = { desk, intake: {} as IntakeDoor, seats: openSeats(desk), dataFolder: desk.dataFolder, isDemo: false }
  const client = callDesk(served, { actor: 'bench', runsIn: 'window' })
  const end = new AbortController()
  const updates = await client.desk.watch({}, { signal: end.signal })
  const listening = (async () => {
    for await (const update of updates) JSON.stringify(update)
  })().catch(() => undefined)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const latencies: number[] = []
  const options = ImportOptions.parse({})
  delay.enable()
  const importing = importFile(desk, { file: { path, name: 'leads.csv' }, options, actor: 'bench' })
  let isOver = false
  void importing.finally(() => (isOver = true))
  while (!isOver) {
    const begun = performance.now()
    await client.lead.page({ filter: { status: ['waiting'] }, order: 'queue', limit: 100 })
    latencies.push(performance.now() - begun)
    await pause(30)
  }
  delay.disable()
  await importing
  end.abort()
  await listening
  const ms = (share: number): number => delay.percentile(share) / 1e6
  return { loop: { p50: ms(50), p99: ms(99), max: delay.max / 1e6 }, latencies }
}

/** Through the program's own window, which shows the queue meanwhile. */
async function inElectron(folder: string, file: string): Promise<HeldUp> {
  const program = await electronProgram()
  const flags = ['--disable-gpu', '--log-level=3', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const args = ['-r', probe, root, `--user-data-dir=${join(folder, 'window')}`, '--data', folder]
  const child = spawn(program, [...flags, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, NODE_OPTIONS: '', LEAD_DESK_BENCH_FILE: file },
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  let said = ''
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('bench: ')) said = line.slice('bench: '.length)
  })
  await once(child, 'close')
  clearTimeout(timer)
  if (said === '') throw new Error(`event-loop: no import was done within ${PATIENCE_MS / 1_000} s`)
  const found = JSON.parse(said) as HeldUp & { error?: string; status: string; added: number; matched: number }
  if (found.error !== undefined) throw new Error(`event-loop: ${found.error}`)
  if (found.status !== 'finished' || found.added + found.matched !== ROWS)
    throw new Error(`event-loop: the import ended ${found.status} with ${found.added} added and ${found.matched} matched`)
  return found
}
