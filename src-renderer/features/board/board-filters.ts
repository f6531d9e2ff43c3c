import type { Grade, LeadCard, LeadFilter, RepCard } from '../../../src-main/contract/index.ts'
import { hasWords } from '../../state/lead-query.ts'

/** What the board is narrowed to: which columns, and which cards in them. */
export interface BoardFilters {
  /** Words of a rep's name or team. */
  reps: string
  text: string
  grades: Grade[]
  source: string | null
}
export const NO_FILTERS: BoardFilters = { reps: '', text: '', grades: [], source: null }

export const narrowsCards = ({ text, grades, source }: BoardFilters): boolean =>
  text.trim() !== '' || grades.length > 0 || source !== null

/** The part of a query that narrows the cards of a column. */
export function cardFilter({ text, grades, source }: BoardFilters): LeadFilter {
  return {
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(grades.length === 0 ? {} : { grade: [...grades] }),
    ...(source === null ? {} : { source }),
  }
}

/** As far as a card tells; the desk also finds words in notes. */
export function fitsCard(lead: LeadCard, { text, grades, source }: BoardFilters): boolean {
  return (
    (grades.length === 0 || (lead.grade !== null && grades.includes(lead.grade))) &&
    (source === null || lead.source === source) &&
    hasWords(lead, text)
  )
}

export function fitsRep(rep: RepCard, words: string): boolean {
  const hay = `${rep.name} ${rep.team ?? ''}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word))
}
