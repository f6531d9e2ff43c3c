import { extname } from 'node:path'
import type { BatchId } from '../../contract/index.ts'
import type { Desk } from '../../desk/context.ts'
import { decimalMarkOf } from '../../lib/places.ts'
import { csvLine } from '../../lib/csv-line.ts'
import { hasMarkers, MARKERS } from './guard-cells.ts'

/**
 * The rows an import left out, as they stood, with line and reason behind them: to mend in a spreadsheet and import again. In the
 * file's own delimiter, which is the one the person's spreadsheet expects.
 */
export async function leftOutFile(desk: Desk, batchId: BatchId): Promise<{ name: string; text: string }> {
  const { batch, columns, delimiter: own } = await desk.store.readBatch(batchId)
  // An Excel file has none: the one that Excel of the desk's country opens.
  const delimiter = own || (decimalMarkOf((await desk.store.settings()).country) === ',' ? ';' : ',')
  const rows = await desk.store.leftOutRows(batchId)
  const all = columns.map(({ header }) => header)
  // Rows of such a file that failed again: its own two columns are not theirs.
  const headers = hasMarkers(all) ? all.slice(0, -2) : all
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells?.length ?? 0), headers.length)
  for (let column = headers.length + 1; column <= width; column++) headers.push(`Column ${column}`)
  // The mark tells Excel that this is UTF-8.
  let text = `\ufeff${csvLine([...headers, ...MARKERS], delimiter)}`
  for (const { line, message, cells } of rows) {
    const padded = Array.from({ length: width }, (_, index) => cells?.[index] ?? '')
    text += csvLine([...padded, String(line), message], delimiter)
  }
  const extension = extname(batch.file)
  return { name: `${batch.file.slice(0, batch.file.length - extension.length)}-left-out.csv`, text }
}
