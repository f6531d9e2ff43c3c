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
  /** The codes of smaller regions that a region is made of; empty for one that is whole. */
  regionParts(region: string): readonly string[]
  /** Whether a lead's town may go by the name of that region ("Berlin", but not "Bavaria"). */
  isTownRegion(region: string): boolean
  /** Alpha-2 codes of a continent or a well-known area (`DACH`, `EU`); null when it is none. */
  area(text: string): readonly string[] | null
  /** The folded spellings of a town ("Munich", "münchen", "muenchen"), its own first. */
  town(text: string): readonly string[]
  /** The place whose name was probably meant by a misspelt one; null when none is near. */
  nearPlace(text: string): string | null
  /** ISO 639-1 of a language's name or code; the folded text when it is none. */
  language(text: string): string
  /** Monday is 1, Sunday 7; null when the text names no weekday. */
  weekday(text: string): number | null
  /** A pattern that runs in time linear to its input (R7); the reason when it is none. */
  pattern(source: string): { test(text: string): boolean } | { reason: string }
}
