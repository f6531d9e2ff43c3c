/**
 * How words are understood, handed in so that the core needs no tables: `lib` has the real one. Every function is pure and
 * answers the same for ever.
 */
export interface Vocabulary {
  /** Trimmed, Unicode-normalised and case-folded. */
  fold(text: string): string
  /** ISO 3166-1 alpha-2 of a country's name, code or local spelling; null when it is none. */
  country(text: string): string | null
  /** ISO 3166-2 codes a region's name or code may mean, in any country or in the one given. */
  regions(text: string, country: string | null): readonly string[]
  /** Alpha-2 codes of a continent or a well-known area (`DACH`, `EU`); null when it is none. */
  area(text: string): readonly string[] | null
  /** ISO 639-1 of a language's name or code; the folded text when it is none. */
  language(text: string): string
  /** A pattern that runs in time linear to its input (R7); the reason when it is none. */
  pattern(source: string): { test(text: string): boolean } | { reason: string }
}
