import type { Language } from '../../src-main/contract/index.ts'

/**
 * The language the page speaks, set once before any other text is loaded: texts are plain constants, and a change of language loads the
 * page anew. German lies in `de/` and is loaded only where it is spoken.
 */
let spoken: Language = 'en'
let dictionary: Readonly<Record<string, unknown>> = {}

export const language = (): Language => spoken

/** Called by main.tsx, first with the language and then, for German, with its texts by name. */
export function speak(chosen: Language, texts: Readonly<Record<string, unknown>> = {}): void {
  spoken = chosen
  dictionary = texts
}

/** A text in the language spoken. `name` is what the German one is exported as. */
export function inLanguage<Text>(name: string, english: Text): Words<Text> {
  return (dictionary[name] ?? english) as Words<Text>
}

/** The shape of a text, whatever its words. */
export type Words<Text> = Text extends string
  ? string
  : Text extends (...given: infer Given) => infer Said
    ? (...given: Given) => Said extends string ? string : Said
    : Text extends object
      ? { readonly [Key in keyof Text]: Words<Text[Key]> }
      : Text

export const LANGUAGE_KEY = 'lead-desk.language'

/** What was chosen on this machine, else the system's. */
export function chosenLanguage(chosen: string | null, systems: readonly string[]): Language {
  if (chosen === 'en' || chosen === 'de') return chosen
  const known = systems.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'en' || tag === 'de')
  return known === 'de' ? 'de' : 'en'
}

/** The locale numbers and dates are written in: the first of the machine's that is of the language spoken ("de-AT"), else the language's own. */
export function localeOf(spokenHere: Language, systems: readonly string[]): string {
  return systems.find((tag) => tag.slice(0, 2).toLowerCase() === spokenHere) ?? spokenHere
}
