import { createReadStream } from 'node:fs'

export interface MboxMail {
  raw: Buffer
  /** Bytes of the file up to its end. */
  bytesRead: number
}

/** Kept of one mail: a byte more than is read whole, so that a larger one is known as such. The rest is passed over. */
const PIECE_BYTES = 1_048_576
/** A separator line is no longer than this; so much is held back at the end of a piece, where one may be cut in two. */
const EDGE_BYTES = 1_024
const SEPARATOR = Buffer.from('\nFrom ')
/** `From ana@firm.example Mon Nov 23 12:00:00 2026`, `From - …` of Thunderbird, which also writes nothing behind it. */
const SEPARATOR_LINE = /^From (?:-? *$|.*\b\d{1,2}:\d{2}\b)/

/**
 * The mails of an mbox file, one after the other; memory holds one at a time, whatever the size of the file. Both ways of quoting "From " in texts
 * (mboxo, mboxrd) are undone by a level.
 */
export async function* splitMbox(path: string, mostBytes: number): AsyncGenerator<MboxMail> {
  const mail = new Gathered(mostBytes)
  // As if an empty line stood before the first.
  let held: Buffer = Buffer.from('\n\n')
  let offset = -2
  /** The bytes before `held`: a separator may begin right at the cut, and what stands before it says whether it is one. */
  let before: Buffer = Buffer.alloc(0)
  let isOpen = false
  const separate = function* (window: Buffer, end: number): Generator<MboxMail> {
    let from = 0
    for (const { start, next } of separators(window, end, before)) {
      // The empty line before a separator is its own.
      mail.add(window.subarray(from, Math.max(from, window[start - 1] === 13 ? start - 1 : start)))
      if (isOpen) yield* mail.take(offset + start)
      else mail.forget()
      isOpen = true
      from = next
    }
    mail.add(window.subarray(Math.min(from, end), end))
    const cut = Math.max(from, end)
    before = Buffer.concat([before, window.subarray(Math.max(0, cut - 2), cut)]).subarray(-2)
    held = Buffer.from(window.subarray(cut))
    offset += window.length - held.length
  }
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>) {
    const window = Buffer.concat([held, piece])
    yield* separate(window, Math.max(0, window.length - EDGE_BYTES))
  }
  yield* separate(held, held.length)
  yield* mail.take(offset)
}

/** Where separator lines begin before `end`, and where the line behind each begins. `before` are the two bytes before the window. */
function* separators(window: Buffer, end: number, before: Buffer): Generator<{ start: number; next: number }> {
  const byteAt = (at: number): number | undefined => (at < 0 ? before.at(at) : window[at])
  for (let at = window.indexOf(SEPARATOR); at >= 0 && at < end; at = window.indexOf(SEPARATOR, at + 1)) {
    if (byteAt(byteAt(at - 1) === 13 ? at - 2 : at - 1) !== 10) continue
    const newline = window.indexOf(10, at + 1)
    const lineEnd = newline < 0 ? window.length : newline
    if (lineEnd - at > EDGE_BYTES) continue
    const line = window.toString('latin1', at + 1, lineEnd).replace(/\r$/, '')
    if (SEPARATOR_LINE.test(line)) yield { start: at, next: newline < 0 ? window.length : newline + 1 }
  }
}

class Gathered {
  readonly #most: number
  #pieces: Buffer[] = []
  #length = 0
  constructor(most: number) {
    this.#most = most
  }
  add(piece: Buffer): void {
    const room = this.#most + 1 - this.#length
    if (room <= 0 || piece.length === 0) return
    // A copy: a view would keep the whole piece of the file in memory.
    this.#pieces.push(Buffer.from(piece.subarray(0, room)))
    this.#length += Math.min(piece.length, room)
  }
  forget(): void {
    this.#pieces = []
    this.#length = 0
  }
  *take(bytesRead: number): Generator<MboxMail> {
    const raw = unquoted(Buffer.concat(this.#pieces))
    this.forget()
    // An empty place between two separators is no mail.
    if (raw.some((byte) => byte > 32)) yield { raw, bytesRead }
  }
}

function unquoted(raw: Buffer): Buffer {
  if (!raw.includes('\n>From ') && !raw.includes('\n>>')) return raw
  return Buffer.from(raw.toString('latin1').replaceAll(/^>(>*From )/gm, '$1'), 'latin1')
}

/** True for a file that begins as an mbox does. */
export function isMbox(head: Buffer): boolean {
  const start = head.subarray(0, EDGE_BYTES).toString('latin1').replace(/^\s+/, '')
  return SEPARATOR_LINE.test(start.split(/\r?\n/, 1)[0] ?? '')
}
