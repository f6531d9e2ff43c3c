/** Every repetition is bounded, so that no text takes longer than its length times a constant. */
const E_MAIL = /[^\s"'<>@,;:()[\]{}\\|=/]{1,128}@[^\s"'<>@,;:()[\]{}\\|=/]{1,255}/g
const QUERY = /(\b(?:https?|wss?|imaps?|app|mailto|tel):[^\s"'<>?#\\]{1,2000})[?#][^\s"'<>\\]+/g
const SIGNED_IN = /(\b[a-z]{2,8}:\/\/)[^\s"'<>@/\\]{1,300}@/g
const DIGITS = /\+?\(?\d(?:[ ()./-]{0,2}\d){6,20}/g
const A_DATE = /^\d{4}-\d{2}-\d{2}$/
/** A name with a space in it ends at the next slash. */
const HOMES =
  /((?:^|[\s"'(:=/])(?:\/home|\/Users|\/root|[A-Za-z]:\\{1,2}Users)(?:[/\\]{1,2}|$))(?:[^/\\"':\n]{0,64}(?=[/\\])|[^\s/\\"':)]{0,64})/g

/** Without e-mail addresses, telephone numbers, what stands behind `?` in addresses, and the names of home folders. */
export function maskContacts(text: string): string {
  return text
    .replace(QUERY, '$1?[…]')
    .replace(SIGNED_IN, '$1[…]@')
    .replace(E_MAIL, '[e-mail]')
    .replace(DIGITS, (digits) => (A_DATE.test(digits) ? digits : '[number]'))
    .replace(HOMES, '$1[user]')
}

interface Word {
  text: string
  from: number
  to: number
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((found) => ({
    text: found[0].toLowerCase(),
    from: found.index,
    to: found.index + found[0].length,
  }))
}

/**
 * Names to be found in texts, by their first word. One of a single word would blot out half of any text: it is looked for only where
 * `withSingles` says so.
 */
export class NameMask {
  readonly #byFirst = new Map<string, string[][]>()

  /** `isWorthIt` tells of a word whether it occurs at all: of a million names few do. */
  add(name: string, isWorthIt: (word: string) => boolean): void {
    const words = wordsOf(name).map(({ text }) => text)
    const [first] = words
    if (first === undefined || first.length < 2 || !words.every(isWorthIt)) return
    const known = this.#byFirst.get(first)
    if (known === undefined) this.#byFirst.set(first, [words])
    else if (!known.some((other) => other.join(' ') === words.join(' '))) known.push(words)
  }

  mask(text: string, withSingles: boolean): string {
    const words = wordsOf(text)
    let masked = ''
    let kept = 0
    for (let at = 0; at < words.length; at++) {
      const length = this.#lengthAt(words, at, withSingles)
      const first = words[at]
      const last = words[at + length - 1]
      if (length === 0 || first === undefined || last === undefined) continue
      masked += `${text.slice(kept, first.from)}[name]`
      kept = last.to
      at += length - 1
    }
    return masked + text.slice(kept)
  }

  /** How many words the longest name has that begins here. */
  #lengthAt(words: readonly Word[], at: number, withSingles: boolean): number {
    let longest = 0
    for (const name of this.#byFirst.get(words[at]?.text ?? '') ?? []) {
      if (name.length <= longest || (name.length === 1 && !withSingles)) continue
      if (name.every((word, next) => words[at + next]?.text === word)) longest = name.length
    }
    return longest
  }
}
