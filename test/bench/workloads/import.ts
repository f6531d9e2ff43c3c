import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Condition } from '../../../src-main/contract/index.ts'
import { ImportOptions } from '../../../src-main/contract/index.ts'
import { cleanRow } from '../../../src-main/intake/csv/clean-row.ts'
import { importFile } from '../../../src-main/intake/csv/import-file.ts'
import { prepareRows } from '../../../src-main/intake/csv/prepare-rows.ts'
import { readRows } from '../../../src-main/intake/csv/read-rows.ts'
import { leadsFile } from '../data/leads-file.ts'
import { closeBenchDesk, inFolder, openBenchDesk, publishConditions } from '../desk.ts'
import { floorImport } from '../floors/importing.ts'
import { mustAgree, now, type Row, timingOf } from '../measure.ts'

const ROWS = 100_000
const ROUNDS = 5

interface Spent {
  wallMs: number
  cpuMs: number
}

/** A whole file into an empty desk, as the command line takes it in: nobody waits, so five thousand rows a transaction; the floor too. */
export function measureImport(): Promise<Row[]> {
  return inFolder(async (folder) => {
    const { text, conditions } = leadsFile(ROWS)
    const csv = join(folder, 'leads.csv')
    writeFileSync(csv, text)
    const fresh = (): string => mkdtempSync(join(folder, 'run-'))

    const own: Spent[] = []
    const floor: Spent[] = []
    const full: Spent[] = []
    const reading: number[] = []
    const cleaning: number[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const product = await productImport(csv, fresh(), conditions)
      const least = await spent(() => floorImport(csv, join(fresh(), 'floor.db'), conditions, false))
      const keeping = await spent(() => floorImport(csv, join(fresh(), 'floor.db'), conditions, true))
      mustAgree('import', 'the floor', Object.values(product.answer), Object.values(least.answer))
      const stages = await productStages(csv, fresh(), conditions)
      // The first round warms.
      if (round === 0) continue
      own.push(product)
      floor.push(least)
      full.push(keeping)
      reading.push(stages.readingMs)
      cleaning.push(stages.cleaningMs)
    }
    return rowsOf(own, floor, full, reading, cleaning, statSync(csv).size / 1_048_576)
  })
}

function rowsOf(own: Spent[], floor: Spent[], full: Spent[], reading: number[], cleaning: number[], megabytes: number): Row[] {
  const seconds = (spents: readonly Spent[], by: 'wallMs' | 'cpuMs') => {
    const { micros, noise } = timingOf(spents.map((one) => one[by] / 1_000))
    return { value: micros, noise }
  }
  const row = (workload: string, by: 'wallMs' | 'cpuMs', beside: Spent[], must: number | null, aim: number | null): Row => {
    const [product, least] = [seconds(own, by), seconds(beside, by)]
    const against = beside === floor ? 'floor: one script by hand' : 'the script, keeping as much'
    return {
      workload,
      product: product.value,
      floor: least.value,
      against,
      unit: 's',
      must,
      aim,
      noise: Math.max(product.noise, least.noise),
    }
  }
  const whole = timingOf(own.map((one) => one.cpuMs)).micros
  const part = (workload: string, ms: number): Row => ({
    workload,
    product: ms,
    floor: whole,
    against: 'of the import’s processor time',
    unit: 'ms',
    must: null,
    aim: null,
    noise: 0,
  })
  const [readMs, cleanMs] = [timingOf(reading).micros, timingOf(cleaning).micros]
  return [
    row(`import, ${Math.round(ROWS / 1_000)},000 rows, ${megabytes.toFixed(1)} MB`, 'wallMs', floor, 1.6, 1.2),
    row('… processor time of its thread', 'cpuMs', floor, null, null),
    row('… processor time of its thread', 'cpuMs', full, null, null),
    part('… of it: study and read rows', readMs),
    part('… of it: clean rows', cleanMs - readMs),
    part('… of it: match, decide, save', whole - cleanMs),
  ]
}

async function spent<T>(work: () => T | Promise<T>): Promise<Spent & { answer: T }> {
  globalThis.gc?.()
  const [wall, cpu] = [now('wall'), now('cpu')]
  const answer = await work()
  return { wallMs: now('wall') - wall, cpuMs: now('cpu') - cpu, answer }
}

async function productImport(path: string, folder: string, conditions: readonly Condition[]) {
  const desk = await openBenchDesk(folder)
  await publishConditions(desk, conditions)
  const input = { file: { path, name: 'leads.csv' }, options: ImportOptions.parse({}), actor: 'bench', isAlone: true }
  const result = await spent(async () => {
    const { added, matched, assigned } = await importFile(desk, input)
    return { added, matched, assigned }
  })
  await closeBenchDesk(desk)
  return result
}

/** The first two stages alone: what the whole takes beyond them goes into matching, deciding and saving. */
async function productStages(path: string, folder: string, conditions: readonly Condition[]) {
  const desk = await openBenchDesk(folder)
  await publishConditions(desk, conditions)
  const run = async (isCleaned: boolean): Promise<void> => {
    const { study, cleaning } = await prepareRows(desk, { path, name: 'leads.csv' }, {}, { owners: false })
    for await (const { rows } of readRows(study.file, study.reading))
      if (isCleaned) for (const row of rows) cleanRow(row, cleaning)
  }
  const reading = await spent(() => run(false))
  const cleaning = await spent(() => run(true))
  await closeBenchDesk(desk)
  return { readingMs: reading.cpuMs, cleaningMs: cleaning.cpuMs }
}
