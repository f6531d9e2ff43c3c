import type { Language } from '../../contract/index.ts'
import { german } from './de.ts'
import { type DeskWords, english } from './en.ts'

/** What the desk says, in a language. */
export const wordsIn = (language: Language): DeskWords => (language === 'de' ? german : english)
