/** Character codes and searches the scanner of rows is made of. */
export const QUOTE = 34
export const LF = 10
export const CR = 13
export const SPACE = 32
export const TAB = 9
export const BACKSLASH = 92
export const NONE = Number.POSITIVE_INFINITY

export function indexOrNone(text: string, what: string, from: number): number {
  const index = text.indexOf(what, from)
  return index < 0 ? NONE : index
}

export function cellEnd(text: string, from: number, delimiter: number): number {
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === delimiter || code === LF || code === CR) break
  }
  return at
}

/** Where the next line begins; -1 when this one is not complete. */
export function nextLine(text: string, from: number, isLast: boolean): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LF) return at + 1
    if (code !== CR) continue
    if (at + 1 === text.length && !isLast) return -1
    return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1
  }
  return isLast ? text.length : -1
}

export function lineBreaks(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) count++
  }
  return count
}

export function isEscaped(text: string, at: number, open: number): boolean {
  let slashes = 0
  while (at - 1 - slashes > open && text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++
  return slashes % 2 === 1
}
