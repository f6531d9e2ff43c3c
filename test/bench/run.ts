import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { isMissed, type Row } from './measure.ts'
import { told } from './table.ts'
import { measureCsv } from './workloads/csv.ts'
import { measureDecide } from './workloads/decide.ts'
import { measureEventLoop } from './workloads/event-loop.ts'
import { measureGrowth } from './workloads/growth.ts'
import { measureImport } from './workloads/import.ts'
import { measureOneLead } from './workloads/one-lead.ts'
import { measureMail } from './workloads/mail.ts'
import { measurePhones } from './workloads/phones.ts'
import { measureQueue } from './workloads/queue.ts'
import { measureScreens } from './workloads/screens.ts'
import { measureReports } from './workloads/reports.ts'
import { measureSimulate } from './workloads/simulate.ts'
import { measureStart } from './workloads/start.ts'
import { measureStorm } from './workloads/storm.ts'

const WORKLOADS: Readonly<Record<string, (options: { isBig: boolean }) => Promise<Row[]>>> = {
  decide: measureDecide,
  growth: measureGrowth,
  csv: measureCsv,
  phones: measurePhones,
  import: measureImport,
  'event-loop': measureEventLoop,
  simulate: measureSimulate,
  'one-lead': measureOneLead,
  mail: measureMail,
  queue: measureQueue,
  reports: measureReports,
  screens: measureScreens,
  storm: measureStorm,
  start: measureStart,
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(WORKLOADS).join() },
    /** A million leads for the queue instead of 200,000. */
    big: { type: 'boolean', default: false },
    /** Fails when a figure misses its "must" twice. */
    gate: { type: 'boolean', default: false },
    /** Set by itself: measures one workload in this process and prints its rows. */
    part: { type: 'string' },
  },
})

if (values.part === undefined) await runAll()
else {
  const rows = await workload(values.part)({ isBig: values.big })
  process.stdout.write(JSON.stringify(rows))
}

function workload(name: string): (options: { isBig: boolean }) => Promise<Row[]> {
  const found = WORKLOADS[name]
  if (!found) throw new Error(`no workload ${name}; there are ${Object.keys(WORKLOADS).join(', ')}`)
  return found
}

async function runAll(): Promise<void> {
  const begunAt = Date.now()
  const rows: Row[] = []
  const missed: Row[] = []
  for (const name of values.only.split(',')) {
    let found = await measured(name)
    if (values.gate && found.some(isMissed)) {
      console.error(`${name} misses a goal; once more`)
      found = await measured(name)
      missed.push(...found.filter(isMissed))
    }
    rows.push(...found)
    if (!values.json) console.log(told(found, rows.length === found.length))
  }
  const seconds = Math.round((Date.now() - begunAt) / 1_000)
  if (values.json) console.log(JSON.stringify({ node: process.version, seconds, rows }))
  else console.log(`\n${seconds} s. Ratios are to what stands beside them, in the same run; absolute figures are this machine's.`)
  if (missed.length > 0) process.exitCode = 1
}

/** A workload has a process to itself: what one makes the engine learn must not hurry or slow the next. */
async function measured(name: string): Promise<Row[]> {
  workload(name)
  console.error(`${name} …`)
  const args = ['--expose-gc', '--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), '--part', name]
  const command = [...screen(name), process.execPath, ...args, ...(values.big ? ['--big'] : [])]
  const child = spawn(command[0]!, command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => said.push(piece))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) process.exit(1)
  return JSON.parse(Buffer.concat(said).toString()) as Row[]
}

/** A window needs a screen; where there is none, a virtual one serves. */
function screen(name: string): string[] {
  const isNeeded =
    (name === 'start' || name === 'event-loop') && process.platform === 'linux' && process.env.DISPLAY === undefined
  const hasVirtual = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'xvfb-run')))
  return isNeeded && hasVirtual ? ['xvfb-run', '-a', '-s', '-screen 0 1280x900x24 -nolisten tcp'] : []
}
