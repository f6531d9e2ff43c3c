/** Marks under and over letters, as NFD takes them off. */
const MARKS = /\p{M}/gu
/** Without accents and case; ß and ø are what people type for them. */
export const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(MARKS, '').toLowerCase().replaceAll('ß', 'ss').replaceAll('ø', 'o').replaceAll('ł', 'l')

const WHOLE_WORD = 4
const BEGINNING = 3
const WITHIN = 2
const SCATTERED = 1
/** Fewer letters than these would be scattered in half of all words. */
const LEAST_SCATTERED = 3

/**
 * How well a text answers what was typed: each word typed must be a word of it, begin one, stand in one, or have its letters in one in that
 * order (`brd` for board). Null when one does not; more is better.
 */
export function fit(text: string, typed: string): number | null {
  const words = plain(text).split(/[\s:,·()/-]+/)
  let total = 0
  for (const needle of plain(typed).split(/\s+/).filter(Boolean)) {
    const best = Math.max(...words.map((word) => fitWord(word, needle)))
    if (best === 0) return null
    total += best
  }
  return total
}

function fitWord(word: string, needle: string): number {
  if (word === needle) return WHOLE_WORD
  if (word.startsWith(needle)) return BEGINNING
  if (word.includes(needle)) return WITHIN
  return needle.length >= LEAST_SCATTERED && isScattered(word, needle) ? SCATTERED : 0
}

/** From the same letter on, in that order. */
function isScattered(word: string, needle: string): boolean {
  if (word[0] !== needle[0]) return false
  let at = 0
  for (const letter of word) if (letter === needle[at]) at += 1
  return at === needle.length
}

interface Ranked {
  id: string
  label: string
  /** Other words for it. */
  also?: string
}

/** Those that answer what was typed, best first; of equals, what was used last. With nothing typed, in their own order. */
export function ranked<Item extends Ranked>(items: readonly Item[], typed: string, recent: readonly string[]): Item[] {
  if (typed.trim() === '') return [...items]
  const age = (id: string): number => {
    const at = recent.indexOf(id)
    return at < 0 ? recent.length : at
  }
  return items
    .flatMap((item) => {
      const score = fit(`${item.label} ${item.also ?? ''}`, typed)
      return score === null ? [] : [{ item, score }]
    })
    .sort((a, b) => b.score - a.score || age(a.item.id) - age(b.item.id))
    .map(({ item }) => item)
}
