import type { FileCheck, FileOptions } from '../../contract/index.ts'
import type { Desk } from '../../desk/context.ts'
import { detached } from '../../lib/fold.ts'
import { Breath } from '../../lib/breathe.ts'
import { cleanRow } from './clean-row.ts'
import { told } from './file-problem.ts'
import { repeatedHeaders } from './import-file.ts'
import { prepareRows } from './prepare-rows.ts'
import type { GivenFile } from './read-head.ts'
import { readRows } from './read-rows.ts'

/** Problems a check lists; it counts them all. */
const LISTED = 500

/** Reads the whole file as an import would, and says what would be wrong. Saves nothing. */
export async function checkFile(desk: Desk, file: GivenFile, options: FileOptions, signal?: AbortSignal): Promise<FileCheck> {
  const { study, cleaning } = await prepareRows(desk, file, options, { owners: false, signal })
  const check: FileCheck = {
    rows: 0,
    good: 0,
    flagged: 0,
    leftOut: 0,
    problems: repeatedHeaders(study).map(told),
    hasMore: false,
    cells: {},
  }
  const breath = new Breath()
  for await (const { rows } of readRows(file, study.reading, signal)) {
    for (const row of rows) {
      check.rows++
      if (breath.isDue) await breath.take()
      const { lead, problems } = cleanRow(row, cleaning)
      if (lead === null) check.leftOut++
      else if (problems.length > 0) check.flagged++
      else check.good++
      if (problems.length === 0) continue
      if (check.problems.length >= LISTED) {
        check.hasMore = true
        continue
      }
      check.problems.push(...problems.map(told))
      check.cells[row.line] = row.cells.map(detached)
    }
  }
  return check
}
