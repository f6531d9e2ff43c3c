import type { RepId } from '../../../src-main/contract/index.ts'
import type { LeadQuery } from '../../state/lead-query.ts'

export interface MyList {
  id: 'todo' | 'won' | 'lost'
  query: LeadQuery
}

/** A rep's own leads: what is to be done, and what came of the rest. */
export function myLists(repId: RepId): readonly [MyList, ...MyList[]] {
  return [
    { id: 'todo', query: { filter: { repId, status: ['assigned'], isOpen: true }, order: 'due' } },
    { id: 'won', query: { filter: { repId, status: ['assigned'], stage: ['won'] }, order: 'newest' } },
    { id: 'lost', query: { filter: { repId, status: ['assigned'], stage: ['lost'] }, order: 'newest' } },
  ]
}
