import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { ImportOptions, type ImportReport, type LeadDraft } from '../../src-main/contract/index.ts'
import type { CleanedRow, Cleaning } from '../../src-main/intake/csv/cleaning.ts'
import { cleanRow } from '../../src-main/intake/csv/clean-row.ts'
import { findHabits } from '../../src-main/intake/csv/find-habits.ts'
import { type ImportInput, importFile } from '../../src-main/intake/csv/import-file.ts'
import { readRows } from '../../src-main/intake/csv/read-rows.ts'
import type { GivenFile } from '../../src-main/intake/csv/read-head.ts'
import { settle, studyFile } from '../../src-main/intake/csv/study-file.ts'
import { START, type TestDesk } from '../helpers/open-test-desk.ts'

/** A file with these bytes, gone when the test is over. */
export function aFile(content: string | Buffer, name = 'leads.csv'): GivenFile {
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-file-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, name.replaceAll('/', '-'))
  writeFileSync(path, content)
  return { path, name }
}

export async function importText(
  test: TestDesk,
  content: string | Buffer,
  given: Partial<ImportInput['options']> & { name?: string } = {},
): Promise<ImportReport> {
  const { name, ...options } = given
  return importFile(test.desk, { file: aFile(content, name), options: ImportOptions.parse(options), actor: 'test' })
}

/** Cleans every row of a text as an import into a German desk would, without a desk. */
export async function cleaned(content: string, given: Partial<Cleaning> & { options?: object } = {}): Promise<CleanedRow[]> {
  const { options, ...rest } = given
  const study = await settle(await studyFile(aFile(content), options ?? {}))
  const country = rest.country ?? 'DE'
  const by: Cleaning = {
    columns: study.columns,
    country,
    timeZone: 'UTC',
    now: START,
    ...(await findHabits(study, country)),
    isLeftOutFile: study.isLeftOutFile,
    ownerOf: null,
    fixes: {},
    leftOutByHand: new Set(),
    ...rest,
  }
  const rows: CleanedRow[] = []
  for await (const piece of readRows(study.file, study.reading)) for (const row of piece.rows) rows.push(cleanRow(row, by))
  return rows
}

/** The one lead of a file of one row, without what is empty. */
export async function oneLead(
  content: string,
  given: Partial<Cleaning> = {},
): Promise<{ draft: Partial<LeadDraft>; problems: string[] }> {
  const [row] = await cleaned(content, given)
  const problems = (row?.problems ?? []).map(({ field, code }) => `${field ?? 'row'}: ${code}`)
  const filled = Object.entries(row?.lead?.draft ?? {}).filter(
    ([, value]) => value !== null && !(typeof value === 'object' && Object.keys(value).length === 0),
  )
  return { draft: Object.fromEntries(filled.filter(([key, value]) => key !== 'stage' || value !== 'new')), problems }
}
