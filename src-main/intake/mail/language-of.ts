const FEWEST_WORDS = 3
const FEWEST_LETTERS = 12
const ENOUGH = 2_000

/**
 * ISO 639-1 of what a person wrote; null when too few words tell. Its tables are a megabyte and are loaded with the first mail that has
 * words in it.
 */
export async function languageOf(text: string): Promise<string | null> {
  // Addresses of the web and of people are of no language.
  const words = text.slice(0, ENOUGH).replaceAll(/\S*(?:@|:\/\/)\S*/g, ' ')
  const letters = words.replaceAll(/[^\p{L}]/gu, '').length
  if (letters < FEWEST_LETTERS || (words.match(/\p{L}{2,}/gu)?.length ?? 0) < FEWEST_WORDS) return null
  const { eld } = await import('eld/extrasmall')
  const found = eld.detect(words)
  return found.isReliable() && found.language !== '' ? found.language : null
}
