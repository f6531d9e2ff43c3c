import type { LeadCard, LeadId, RepCard, RepId } from '../../src-main/contract/index.ts'
import { isOpen, newestFirst, soonestOffer } from './selectors.ts'

type Leads = ReadonlyMap<LeadId, LeadCard>
type Shelves = ReadonlyMap<RepId, readonly LeadId[]>

/** What each rep has, kept up with each change, so that a thousand of them a second do not go through all leads each time. */
export interface RepLeads {
  /** Open leads, newest first, without a gap: down to the rep's place in `ends`. */
  open: Shelves
  /** Leads offered to that rep alone, those to be accepted soonest first. A claim is nobody's yet. */
  offers: Shelves
  /** The oldest lead the page was told of, where the rep has more: of what is older the page knows some and not others. */
  ends: ReadonlyMap<RepId, Place>
}
type Place = Pick<LeadCard, 'id' | 'receivedAt'>

export const NO_REP_LEADS: RepLeads = { open: new Map(), offers: new Map(), ends: new Map() }

/** Newer than all: what the page knows of that rep begins nowhere. */
const ABOVE_ALL: Place = { id: Infinity as LeadId, receivedAt: Infinity }

/** Of a snapshot, which brings the newest leads of each rep. */
export function repLeadsOf(leads: Leads, reps: ReadonlyMap<RepId, RepCard>): RepLeads {
  const all = withChanged(NO_REP_LEADS, new Map(), leads, leads.keys())
  const ends = new Map<RepId, Place>()
  for (const { id, openLeads, offersPending } of reps.values()) {
    const known = all.open.get(id) ?? []
    if (known.length < openLeads - offersPending) ends.set(id, placeOf(leads, known.at(-1)))
  }
  return { ...all, ends }
}

/** After those leads became others, came or went. Reps whose leads stay where they are keep their array. */
export function withChanged(before: RepLeads, was: Leads, now: Leads, ids: Iterable<LeadId>): RepLeads {
  const changed = [...ids]
  const isKnown = (repId: RepId, lead: LeadCard): boolean => {
    const end = before.ends.get(repId)
    return end === undefined || newestFirst(lead, end) <= 0
  }
  const open = reshelved(before.open, was, now, changed, newestFirst, (lead) =>
    isOpen(lead) && lead.repId !== null && isKnown(lead.repId, lead) ? lead.repId : null,
  )
  const offers = reshelved(before.offers, was, now, changed, soonestOffer, offeredToOne)
  return open === before.open && offers === before.offers ? before : { ...before, open, offers }
}

/** No more than so many open leads of each rep: the rest is read when somebody looks for it. */
export function cutTo(most: number, before: RepLeads, leads: Leads): RepLeads {
  const open = new Map(before.open)
  const ends = new Map(before.ends)
  for (const [repId, ids] of before.open) {
    if (ids.length <= most) continue
    open.set(repId, ids.slice(0, most))
    ends.set(repId, placeOf(leads, ids[most - 1]))
  }
  return { ...before, open, ends }
}

function placeOf(leads: Leads, id: LeadId | undefined): Place {
  return (id === undefined ? undefined : leads.get(id)) ?? ABOVE_ALL
}

function offeredToOne({ status, offeredTo }: LeadCard): RepId | null {
  const [repId, another] = offeredTo
  return status === 'offered' && another === undefined ? (repId ?? null) : null
}

function reshelved(
  before: Shelves,
  was: Leads,
  now: Leads,
  ids: readonly LeadId[],
  order: (a: LeadCard, b: LeadCard) => number,
  shelfOf: (lead: LeadCard) => RepId | null,
): Shelves {
  const moves = new Map<RepId, { gone: Set<LeadId>; news: LeadCard[] }>()
  const movesOf = (repId: RepId): { gone: Set<LeadId>; news: LeadCard[] } => {
    const known = moves.get(repId) ?? { gone: new Set(), news: [] }
    moves.set(repId, known)
    return known
  }
  for (const id of ids) {
    const [old, lead] = [was.get(id), now.get(id)]
    const from = old === undefined ? null : shelfOf(old)
    const to = lead === undefined ? null : shelfOf(lead)
    if (old !== undefined && lead !== undefined && from === to && order(old, lead) === 0) continue
    if (from !== null) movesOf(from).gone.add(id)
    if (to !== null && lead !== undefined) movesOf(to).news.push(lead)
  }
  if (moves.size === 0) return before
  const after = new Map(before)
  for (const [repId, { gone, news }] of moves) {
    const stayed = (before.get(repId) ?? []).flatMap((id) => (gone.has(id) ? [] : (now.get(id) ?? [])))
    after.set(
      repId,
      [...stayed, ...news].sort(order).map(({ id }) => id),
    )
  }
  return after
}
