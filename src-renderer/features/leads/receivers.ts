import type { LeadDetail, RepId, Seq } from '../../../src-main/contract/index.ts'

/**
 * Whom each step of a history is about: who got the lead, accepted or declined it. An entry names only who had it before, so this
 * walks back from who has it now; who declined is read from the offer before it, if that was to one alone. What a person took back
 * is not known from the rest, and left out.
 */
export function receiversOf({ card, timeline }: Pick<LeadDetail, 'card' | 'timeline'>): ReadonlyMap<Seq, RepId> {
  const receivers = new Map<Seq, RepId>()
  let holder: RepId | null = card.status === 'assigned' ? card.repId : null
  for (const [at, { seq, type, data }] of timeline.entries()) {
    const isGiven = GIFTS.has(type) || (type === 'lead-received' && data['outcome'] === 'assigned')
    if (isGiven && holder !== null) receivers.set(seq, holder)
    if (type === 'offer-declined') {
      const offer = timeline.slice(at + 1).find((older) => Array.isArray(older.data['repIds']))
      const asked = (offer?.data['repIds'] ?? []) as RepId[]
      if (asked.length === 1 && asked[0] !== undefined) receivers.set(seq, asked[0])
    }
    if (type === 'step-undone') holder = null
    else if (MOVES.has(type)) holder = typeof data['from'] === 'number' ? (data['from'] as RepId) : null
  }
  return receivers
}

const GIFTS: ReadonlySet<string> = new Set(['lead-assigned', 'offer-accepted'])
/** After these, walking back, it was with whoever had it before: nobody, unless `from` says who. */
const MOVES: ReadonlySet<string> = new Set([
  'lead-assigned',
  'lead-waiting',
  'lead-held',
  'lead-discarded',
  'lead-offered',
  'offer-accepted',
  'lead-taken-back',
  'lead-released',
])
