import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inferSchema, initParser } from 'udsv'
import { readRows } from '../../../src-main/intake/csv/read-rows.ts'
import { leadsFile } from '../data/leads-file.ts'
import { inFolder } from '../desk.ts'
import { scanRows } from '../floors/scan.ts'
import { Disagreement, race, type Row } from '../measure.ts'

const ROWS = 100_000

/** Reading and cutting alone: from the file to cells, which are let go. */
export function measureCsv(): Promise<Row[]> {
  return inFolder(async (folder) => {
    const path = join(folder, 'leads.csv')
    writeFileSync(path, leadsFile(ROWS).text)
    const reading = { encoding: 'utf-8', bom: 0, delimiter: ',', hasBackslashes: false, afterLine: 1, table: null }

    const product = async (see: (cells: string[]) => void): Promise<void> => {
      for await (const { rows } of readRows({ path, name: 'leads.csv' }, reading)) for (const { cells } of rows) see(cells)
    }
    const floor = async (see: (cells: string[]) => void): Promise<void> => {
      const text = readFileSync(path, 'utf8')
      scanRows(text.slice(text.indexOf('\n') + 1), (rows) => rows.forEach(see))
    }
    const peer = async (see: (cells: string[]) => void): Promise<void> => {
      const text = readFileSync(path, 'utf8')
      const rows = initParser(inferSchema(text, { row: '\n' })).stringArrs(text)
      rows.forEach(see)
    }

    const sums: number[] = []
    for (const variant of [floor, product, peer]) {
      let sum = 0
      await variant((cells) => {
        sum = (Math.imul(sum, 31) + cells.length) | 0
        for (const cell of cells) sum = (Math.imul(sum, 31) + cell.length + cell.charCodeAt(cell.length >> 1)) | 0
      })
      sums.push(sum)
    }
    if (new Set(sums).size !== 1) throw new Disagreement(`csv: product, floor and udsv read other cells: ${sums.join(', ')}`)

    let cellsSeen = 0
    const count = (cells: string[]): void => {
      cellsSeen += cells.length
    }
    const times = await race([
      { name: 'product', ops: 1_000, run: () => product(count) },
      {
        name: 'floor',
        ops: 1_000,
        run: () => floor(count),
      },
      {
        name: 'udsv',
        ops: 1_000,
        run: () => peer(count),
      },
    ])
    if (cellsSeen === 0) throw new Disagreement('csv: no cell was read')
    const [own, least, udsv] = ['product', 'floor', 'udsv'].map((name) => times.get(name)!)
    const about = { workload: 'CSV, 100,000 rows of 20', product: own!.micros, unit: 'ms' as const }
    return [
      {
        ...about,
        floor: least!.micros,
        against: 'floor: scanner that checks nothing',
        must: 1.6,
        aim: 1.2,
        noise: Math.max(own!.noise, least!.noise),
      },
      {
        ...about,
        floor: udsv!.micros,
        against: 'udsv, arrays',
        isAhead: true,
        must: 1,
        aim: null,
        noise: Math.max(own!.noise, udsv!.noise),
      },
    ]
  })
}
