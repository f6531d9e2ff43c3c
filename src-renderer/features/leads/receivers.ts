import type { LeadDetail, RepId, Seq } from '../../../src-main/contract/index.ts'

/**
 * Who each step of a history gave the lead to. An entry names only who had it before, so this walks back from who has it now.
 * What a person took back is not known from the rest, and left out.
 */
export function receiversOf({ card, timeline }: Pick<LeadDetail, 'card' | 'timeline'>): ReadonlyMap<Seq, RepId> {
  const receivers = new Map<Seq, RepId>()
  let holder: RepId | null = card.repId
  for (const { seq, type, data } of timeline) {
    const isGiven = type === 'lead-assigned' || (type === 'lead-received' && data['outcome'] === 'assigned')
    if (isGiven && holder !== null) receivers.set(seq, holder)
    if (type === 'step-undone') holder = null
    else if (MOVES.has(type)) holder = typeof data['from'] === 'number' ? (data['from'] as RepId) : null
  }
  return receivers
}

const MOVES: ReadonlySet<string> = new Set(['lead-assigned', 'lead-waiting', 'lead-held', 'lead-discarded'])
