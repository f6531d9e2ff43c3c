import { execFile } from 'node:child_process'
import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { writeXlsx } from '../xlsx/write-xlsx.ts'

const MB = 1_048_576
/** V8 lets garbage of short life pile up to 100 MB before it looks; with a small nursery what is left to see is ours. */
const NURSERY = '--max-semi-space-size=4'

/** Rows of about 250 bytes, a few with quotes and line breaks, none like another. */
function writeLarge(path: string, bytes: number): number {
  const out = openSync(path, 'w')
  let written = writeSync(out, 'Name,E-Mail,Phone,Company,Country,Notes,Created,Value\n')
  let rows = 0
  while (written < bytes) {
    let piece = ''
    for (let index = 0; index < 1000; index++, rows++) {
      const note =
        rows % 30 === 0
          ? `"said ""yes""\nand more, ${rows}"`
          : 'a note as people write them, neither short nor long, to fill a row'
      piece += `Person Number${rows},person${rows}@customer${rows % 5000}.example,+49 30 ${1_000_000 + (rows % 8_000_000)},Customer ${rows % 5000} GmbH,Germany,${note},2026-05-13 14:20:48,"${rows % 1000}.${rows % 10}00,50"\n`
    }
    written += writeSync(out, piece)
  }
  closeSync(out)
  return rows
}

it('fifty megabytes are checked without the memory growing with them', async () => {
  const path = join(tmpdir(), `lead-desk-large-${process.pid}.csv`)
  onTestFinished(() => rmSync(path, { force: true }))
  const rows = writeLarge(path, 50 * MB)
  const child = join(import.meta.dirname, 'import-in-child.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [NURSERY, child, path, 'check'])
  const answer = JSON.parse(stdout) as { rows: number; leftOut: number; roseMb: number }
  expect(answer).toMatchObject({ rows, leftOut: 0 })
  expect(answer.roseMb).toBeLessThan(150)
}, 180_000)

it('an Excel file of twenty columns is checked in the memory of its texts', async () => {
  const path = join(tmpdir(), `lead-desk-large-${process.pid}.xlsx`)
  onTestFinished(() => rmSync(path, { force: true }))
  const headers = ['Name', 'E-Mail', 'Phone', 'Company', ...Array.from({ length: 16 }, (_, column) => `Extra ${column}`)]
  const rows = Array.from({ length: 20_000 }, (_, row) => [
    `Person Number${row}`,
    `person${row}@customer.example`,
    4_930_901_000 + row,
    `Customer ${row % 500} GmbH`,
    ...Array.from({ length: 16 }, (_, column) => (column % 2 === 0 ? row * column : `text ${(row + column) % 1000}`)),
  ])
  writeFileSync(path, writeXlsx({ sheets: [{ name: 'Leads', rows: [headers, ...rows] }] }))
  const child = join(import.meta.dirname, 'import-in-child.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [NURSERY, child, path, 'check'])
  const answer = JSON.parse(stdout) as { rows: number; leftOut: number; roseMb: number }
  expect(answer).toMatchObject({ rows: rows.length, leftOut: 0 })
  expect(answer.roseMb).toBeLessThan(200)
}, 180_000)
