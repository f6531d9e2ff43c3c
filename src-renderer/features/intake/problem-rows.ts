import type { FileCheck, FileLook, RowProblem } from '../../../src-main/contract/index.ts'
import { fieldOf, type WizardState } from './wizard-state.ts'

/** One row of the check page: a line of the file with everything that was said about it. */
export interface ProblemRow {
  line: number
  problems: RowProblem[]
  isOut: boolean
}

export function problemRows(check: FileCheck): ProblemRow[] {
  const rows = new Map<number, ProblemRow>()
  for (const problem of check.problems) {
    const row = rows.get(problem.line)
    if (row === undefined) rows.set(problem.line, { line: problem.line, problems: [problem], isOut: problem.leftOut })
    else {
      row.problems.push(problem)
      row.isOut ||= problem.leftOut
    }
  }
  return [...rows.values()].sort((a, b) => a.line - b.line)
}

export interface ProblemCell {
  header: string
  text: string
  isWrong: boolean
}

/**
 * The cells of a row a person needs to mend it: those the problems name, those that say who it is, and for a row that
 * is wrong as a whole (torn, ragged) the first of all.
 */
export function cellsToMend(state: WizardState & { look: FileLook; check: FileCheck }, row: ProblemRow): ProblemCell[] {
  const cells = state.check.cells[row.line] ?? []
  const fixed = state.options.fixes?.[row.line]
  const wrong = new Set(row.problems.flatMap(({ field }) => (field === null ? [] : [field])))
  const lacksReach = row.problems.some(({ code }) => code === 'no-contact')
  const shown = state.look.columns.map((column, at) => {
    const field = fieldOf(state, column.header)
    const isWrong = wrong.has(column.header) || (field !== null && wrong.has(field)) || (lacksReach && REACH.has(field ?? ''))
    return { header: column.header, text: fixed?.[column.header] ?? cells[at] ?? '', isWrong, isWho: WHO.has(field ?? '') }
  })
  const named = shown.filter((cell) => cell.isWrong || cell.isWho)
  const chosen = named.some((cell) => cell.isWrong) ? named : shown
  return chosen.slice(0, 8).map(({ header, text, isWrong }) => ({ header, text, isWrong }))
}

const REACH: ReadonlySet<string> = new Set(['email', 'phone'])
const WHO: ReadonlySet<string> = new Set(['name', 'firstName', 'lastName', 'email', 'company'])
