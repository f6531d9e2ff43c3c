import { once } from 'node:events'
import { faultOf } from './sentences.ts'

/** Standard output: the answer and nothing else. Waits for a slow reader, so that a long list never piles up in memory. */
export async function print(text: string): Promise<void> {
  if (text === '') return
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

export async function printLine(line: string): Promise<void> {
  await print(`${line}\n`)
}

/** One object on one line. */
export async function printJson(value: unknown): Promise<void> {
  await printLine(JSON.stringify(value))
}

/** Standard error: what a person should know and a program need not. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** The sentence; for programs also its code and data, as the last line. */
export function tellError(thrown: unknown, isJson: boolean): void {
  const fault = faultOf(thrown)
  tell(fault.message)
  if (isJson) tell(JSON.stringify({ error: fault }))
}

/** A line that keeps changing, where a person watches. Answers how to wipe it away. */
export function showProgress(): { show(line: string): void; done(): void } {
  const isWatched = process.stderr.isTTY
  let shownAt = 0
  return {
    show: (line) => {
      const now = performance.now()
      if (!isWatched || now - shownAt < 100) return
      shownAt = now
      process.stderr.write(`\r\u001B[K${line}`)
    },
    done: () => {
      if (isWatched && shownAt > 0) process.stderr.write('\r\u001B[K')
    },
  }
}

/** A reader that has gone (`| head`) is no error: there is nobody left to tell. */
export function leaveWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      throw error
    })
  }
}

export const count = (n: number): string => n.toLocaleString('en-US')
/** `3 leads`, `1 lead` */
export const counted = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`

/** `2026-11-21 14:30:00` in a zone, from epoch milliseconds */
export const timeSaid = (at: number, timeZone: string): string => new Date(at).toLocaleString('sv-SE', { timeZone })

/** What strangers wrote, for a terminal: without the characters that would move it, colour it or give it orders. */
// oxlint-disable-next-line no-control-regex -- these are the ones.
export const printable = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')

/** A table for people: columns as wide as their widest cell, within reason. */
export function table(headers: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = [headers, ...rows.map((row) => row.map((cell) => (cell === null ? '–' : String(cell))))]
  const widths = headers.map((_, at) => Math.min(40, Math.max(...cells.map((row) => (row[at] ?? '').length))))
  return cells
    .map((row) =>
      row
        .map((cell, at) => fit(cell, widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function fit(cell: string, width: number): string {
  const flat = cell.replaceAll(/\s+/g, ' ')
  return flat.length > width ? `${flat.slice(0, width - 1)}…` : flat.padEnd(width)
}
