import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LeadId, RepId } from '../../src-main/contract/index.ts'

/** What must be asked before something can be done to leads. The app shows the dialogue, whichever screen asks. */
export interface Question {
  kind: 'assign' | 'discard' | 'note' | 'decline'
  leadIds: readonly LeadId[]
  /** Who declines. */
  repId?: RepId
  /** Told when it was done, for a selection to be cleared. */
  onDone?: () => void
}

export type Questions = StoreApi<{ question: Question | null }>

export function createQuestions(): Questions {
  return createStore<{ question: Question | null }>()(() => ({ question: null }))
}
