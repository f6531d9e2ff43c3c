import { describe, expect, it } from 'vitest'
import type { BatchId, FileCheck, FileLook, UploadId } from '../../../src-main/contract/index.ts'
import { LEAD_FIELDS } from '../../../src-main/contract/index.ts'
import { cellsToMend, problemRows } from '../../../src-renderer/features/intake/problem-rows.ts'
import {
  canGoTo,
  canReach,
  FRESH,
  fieldOf,
  importOptions,
  sourceName,
  type WizardAction,
  type WizardState,
  wizardStep,
} from '../../../src-renderer/features/intake/wizard-state.ts'
import { leadFieldChoices } from '../../../src-renderer/text/intake-fields.ts'

const look: FileLook = {
  name: 'fair.csv',
  bytes: 100,
  encoding: 'utf-8',
  delimiter: ',',
  sheets: [],
  sheet: null,
  hasHeader: true,
  headerLine: 1,
  columns: [
    { header: 'Name', field: 'name', matchedBy: 'alias', samples: ['Ada'] },
    { header: 'Mail', field: 'email', matchedBy: 'content', samples: ['ada@x.de'] },
    { header: 'Plan', field: 'custom.Plan', matchedBy: 'none', samples: ['Pro'] },
  ],
  sample: [['Ada', 'ada@x.de', 'Pro']],
}
const check: FileCheck = {
  rows: 3,
  good: 1,
  flagged: 1,
  leftOut: 1,
  hasMore: false,
  problems: [
    { line: 4, field: 'email', code: 'bad-email', message: 'no address', leftOut: true },
    { line: 2, field: null, code: 'too-many-cells', message: 'one cell too many', leftOut: false },
    { line: 4, field: null, code: 'no-contact', message: 'nobody to reach', leftOut: true },
  ],
  cells: { 2: ['Ada', 'ada@x.de', 'Pro', 'x'], 4: ['Tom', 'tom@', ''] },
}
const run = (...actions: WizardAction[]): WizardState => actions.reduce(wizardStep, FRESH)
const looked = run(
  { type: 'file-taken', name: 'fair.csv', source: 'fair', bytes: 100 },
  { type: 'file-sent', sent: 100, uploadId: 'u1' as UploadId },
  { type: 'looked', look },
)

describe('the wizard', () => {
  it('goes to the reading once the file was looked at, and names the source after it', () => {
    expect(looked).toMatchObject({ step: 'reading', source: 'fair', file: { uploadId: 'u1' } })
    expect(sourceName('Leads 2026.CSV')).toBe('Leads 2026')
  })

  it('lets nobody past the columns while none of them reaches a person', () => {
    expect(canGoTo(looked, 'check')).toBe(true)
    const blind = wizardStep(looked, { type: 'column-mapped', header: 'Mail', field: null })
    expect(canReach(blind)).toBe(false)
    expect(canGoTo(blind, 'check')).toBe(false)
    expect(canGoTo(blind, 'columns')).toBe(true)
  })

  it('gives a field to one column only: the one that had it becomes an extra field', () => {
    const moved = wizardStep(looked, { type: 'column-mapped', header: 'Plan', field: 'email' })
    expect(fieldOf(moved, 'Plan')).toBe('email')
    expect(fieldOf(moved, 'Mail')).toBe('custom')
    expect(moved.options.map).toEqual({ Plan: 'email', Mail: 'custom' })
  })

  it('forgets what rests on the old reading when the reading changes', () => {
    const checked = [
      { type: 'column-mapped', header: 'Plan', field: 'product' },
      { type: 'checked', check },
      { type: 'cell-fixed', line: 4, header: 'Mail', text: 'tom@x.de' },
      { type: 'reading-changed', reading: { delimiter: ';' } },
    ] satisfies WizardAction[]
    expect(checked.reduce(wizardStep, looked)).toMatchObject({
      options: { delimiter: ';', map: {}, fixes: {}, leaveOut: [] },
      check: null,
    })
  })

  it('gathers mended cells and rows left out, and asks to check again', () => {
    const mended = (
      [
        { type: 'checked', check },
        { type: 'cell-fixed', line: 4, header: 'Mail', text: 'tom@x.de' },
        { type: 'cell-fixed', line: 4, header: 'Name', text: 'Tom' },
        { type: 'row-left-out', line: 2, isOut: true },
        { type: 'row-left-out', line: 3, isOut: true },
        { type: 'row-left-out', line: 3, isOut: false },
      ] satisfies WizardAction[]
    ).reduce(wizardStep, looked)
    expect(mended.options).toMatchObject({ fixes: { 4: { Mail: 'tom@x.de', Name: 'Tom' } }, leaveOut: [2] })
    expect(mended.isCheckStale).toBe(true)
    expect(wizardStep(mended, { type: 'checked', check }).isCheckStale).toBe(false)
  })

  it('stays with the import once it runs', () => {
    const started = wizardStep(looked, { type: 'started', batchId: 5 as BatchId })
    expect(started.step).toBe('import')
    expect(canGoTo(started, 'columns')).toBe(false)
  })

  it('leaves the name of the source out when there is none', () => {
    expect(importOptions({ ...looked, source: '  ' })).toEqual({ route: 'now' })
    expect(importOptions(looked)).toEqual({ route: 'now', source: 'fair' })
  })
})

describe('rows with problems', () => {
  const state = { ...looked, look, check }

  it('are one a line, in the order of the file', () => {
    expect(problemRows(check).map(({ line, problems, isOut }) => [line, problems.length, isOut])).toEqual([
      [2, 1, false],
      [4, 2, true],
    ])
  })

  it('show the cells to mend and who it is', () => {
    const row = problemRows(check)[1]!
    expect(cellsToMend(state, row)).toEqual([
      { header: 'Name', text: 'Tom', isWrong: false },
      { header: 'Mail', text: 'tom@', isWrong: true },
    ])
  })

  it('show what was mended instead of what stood there', () => {
    const mended = { ...state, options: { fixes: { 4: { Mail: 'tom@x.de' } } } }
    expect(cellsToMend(mended, problemRows(check)[1]!)[1]?.text).toBe('tom@x.de')
  })

  it('show the whole row when it is wrong as a whole', () => {
    expect(cellsToMend(state, problemRows(check)[0]!).map((cell) => cell.header)).toEqual(['Name', 'Mail', 'Plan'])
  })
})

it('offers every lead field exactly once', () => {
  const offered = leadFieldChoices().flatMap((group) => group.items.map((item) => item.value))
  expect(offered.filter((value) => value !== 'custom' && value !== '-').toSorted()).toEqual([...LEAD_FIELDS].toSorted())
})
