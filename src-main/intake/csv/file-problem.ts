import { detached } from '../../lib/fold.ts'
import type { ProblemCode, RowProblem } from '../../contract/index.ts'
import type { StoredProblem } from '../incoming.ts'

/** A cell as a message shows it: short, on one line, and in a string of its own, so that it does not keep its piece of the file alive. */
export function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return `"${detached(line.length > 80 ? `${line.slice(0, 79)}…` : line)}"`
}

export function flag(line: number, field: string | null, code: ProblemCode, message: string): StoredProblem {
  return { line, field, code, message, leftOut: false, cells: null }
}

/** The reason a row stays out, with its cells, so that it can be handed back. */
export function leaveOut(
  line: number,
  field: string | null,
  code: ProblemCode,
  message: string,
  cells: readonly string[],
): StoredProblem {
  return { line, field, code, message, leftOut: true, cells: cells.map(detached) }
}

/** A problem as reports tell it: without the row's cells. */
export function told({ line, field, code, message, leftOut }: StoredProblem): RowProblem {
  return { line, field, code, message, leftOut }
}
