import type { Grade, RepId } from '../../src-main/contract/index.ts'

/** What a person narrowed a list of leads to. The page remembers it for as long as its window is open. */
export interface LeadFilters {
  text: string
  grades: Grade[]
  source: string | null
  repId: RepId | null
}
export const NO_FILTERS: LeadFilters = { text: '', grades: [], source: null, repId: null }

/** Under which names the choices of a list are remembered in the session. */
export const choiceKeys = (list: string): { segment: string; filters: string } => ({
  segment: `${list}-segment`,
  filters: `${list}-filters`,
})

/** Has the queue show the open leads of a rep when it is opened next. */
export function chooseLeadsOf(repId: RepId): void {
  const { segment, filters } = choiceKeys('queue')
  sessionStorage.setItem(segment, JSON.stringify('open'))
  sessionStorage.setItem(filters, JSON.stringify({ ...NO_FILTERS, repId } satisfies LeadFilters))
}
