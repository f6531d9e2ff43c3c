/**
 * Counts the records of a CSV text, sign by sign and as RFC 4180 has it: slow, and written apart from the scanner it is held against.
 * Null when some quote does not stand where the standard has it, so that readers may differ.
 */
export function countRecords(text: string, delimiter: string): number | null {
  let count = 0
  let hasSigns = false
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start'
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (state === 'quoted') {
      if (sign === '"') state = 'closed'
      continue
    }
    if (sign === '\r' || sign === '\n') {
      if (hasSigns) count++
      hasSigns = false
      state = 'start'
      continue
    }
    hasSigns = true
    if (sign === delimiter) state = 'start'
    else if (sign === '"' && state === 'closed') state = 'quoted'
    else if (sign === '"' && state === 'start') state = 'quoted'
    else if (sign === '"' || state === 'closed') return null
    else state = 'plain'
  }
  if (state === 'quoted') return null
  return hasSigns ? count + 1 : count
}

/** Lines of a text that no row holds, without empty ones; and lines where a row says something else than the text. */
export function linesAmiss(text: string, rows: readonly { line: number; raw: string }[]): { lost: number[]; wrong: number[] } {
  const lines = text.split(/\r\n|\r|\n/)
  const isHeld = lines.map((line) => line === '')
  const wrong: number[] = []
  for (const { line, raw } of rows)
    for (const [offset, part] of raw.split(/\r\n|\r|\n/).entries()) {
      const index = line - 1 + offset
      if (lines[index] !== part || (isHeld[index] && part !== '')) wrong.push(index + 1)
      isHeld[index] = true
    }
  return { lost: isHeld.flatMap((is, index) => (is ? [] : [index + 1])), wrong }
}
