/** Columns that a file of left-out rows has behind those of the original. */
export const MARKERS: readonly [line: string, problem: string] = ['line', 'problem']

const GUARDED = /^'+[=+\-@\t\r]/

/** A cell as it was before `guarded` (`lib/csv-line.ts`). */
export function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell
}

export function hasMarkers(headers: readonly string[]): boolean {
  return headers.length > 2 && headers.at(-2) === MARKERS[0] && headers.at(-1) === MARKERS[1]
}
