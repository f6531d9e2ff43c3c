import type { Database, Statement } from 'better-sqlite3'

/**
 * What reports ask of leads, worked out of the history of a desk that did not keep it yet. Numbers are those of `store/codes.ts` as they were
 * when this was written. How long reps took of their working time is not known of the past, and stays empty.
 */
const RECEIVED = 0
const ASSIGNED = 2
const WAITING = 3
const HELD = 4
const DISCARDED = 5
const NOTED = 9
const ATTEMPTED = 10
const CONTACTED = 11
const STAGE_CHANGED = 12
const UNDONE = 13
const OFFERED = 23
const ACCEPTED = 24
const DECLINED = 25
const EXPIRED = 26
const BREACHED = 28
const MERGED = 31
const TOLD = [
  RECEIVED,
  ASSIGNED,
  WAITING,
  HELD,
  DISCARDED,
  NOTED,
  ATTEMPTED,
  CONTACTED,
  STAGE_CHANGED,
  UNDONE,
  OFFERED,
  ACCEPTED,
  DECLINED,
  EXPIRED,
  BREACHED,
  MERGED,
]
const [CONTACT_CLOCK, REROUTED, ROUTED] = [16, 32, 64]
const ENDINGS = { accepted: 0, declined: 1, expired: 2, withdrawn: 3 } as const
const [STAGE_QUALIFIED, STAGE_WON, STAGE_LOST] = [2, 3, 4]
const TOUCHES: ReadonlySet<number> = new Set([NOTED, ATTEMPTED, CONTACTED, STAGE_CHANGED])
/** What takes a lead from whoever it is offered to, unless they answered. */
const LEAVING: ReadonlySet<number> = new Set([RECEIVED, ASSIGNED, WAITING, HELD, DISCARDED, OFFERED, ACCEPTED, MERGED])

interface Event {
  seq: number
  at: number
  type: number
  rep_id: number | null
  data: string | null
  /** Number of the rule's name in the decision. */
  rule_no: number | null
  /** Minutes of the contact clock it was decided under. */
  contact: number | null
  undone_by: number | null
}

interface Lead {
  id: number
  stage: number
  received_at: number
}

interface Offer {
  at: number
  repId: number
  ruleNo: number | null
  endedAt: number | null
  ending: number | null
}

export function backfillJourneys(db: Database): void {
  const eventsOf = db.prepare<[number], Event>(
    `select seq, at, type, rep_id, data, json_extract(decision, '$[4]') as rule_no,
       json_extract(decision, '$[14][3][1]') as contact, undone_by from events
     where lead_id = ? and type in (${TOLD.join()}) order by seq`,
  )
  const leads = db.prepare<[number], Lead>('select id, stage, received_at from leads where id > ? order by id limit 1000')
  const write: Writing = {
    lead: db.prepare(
      `update leads set contact_ms = ?, qualified_ms = ?, closed_ms = ?, breached_rep_id = ?, flags = flags | ? where id = ?`,
    ),
    offer: db.prepare(
      'insert or ignore into offers (offered_at, lead_id, rep_id, rule_no, ended_at, ending) values (?, ?, ?, ?, ?, ?)',
    ),
  }
  for (let after = 0, page = leads.all(after); page.length > 0; page = leads.all(after)) {
    for (const lead of page) backfill(lead, eventsOf.all(lead.id), write)
    after = page.at(-1)?.id ?? after
  }
}

interface Writing {
  lead: Statement<unknown[], unknown>
  offer: Statement<unknown[], unknown>
}

function backfill(lead: Lead, events: readonly Event[], write: Writing): void {
  const standing = events.filter((event) => event.undone_by === null && !isOfUndone(event, events))
  const since = (at: number | undefined): number | null => (at === undefined ? null : Math.max(0, at - lead.received_at))
  const toStage = (...stages: string[]) =>
    standing.filter(({ type, data }) => type === STAGE_CHANGED && stages.includes(String(dataOf(data)['to'])))
  const cameQualified = isQualified(cameIn(lead, events)) ? standing[0]?.at : undefined
  const isClosed = lead.stage === STAGE_WON || lead.stage === STAGE_LOST
  const breach = standing.find(({ type }) => type === BREACHED)
  write.lead.run(
    since(standing.find(({ type }) => type === CONTACTED)?.at),
    since(cameQualified ?? toStage('qualified', 'won')[0]?.at),
    isClosed ? since(toStage('won', 'lost').at(-1)?.at) : null,
    breach?.rep_id ?? null,
    flagsOf(standing),
    lead.id,
  )
  for (const { at, repId, ruleNo, endedAt, ending } of offersOf(events))
    write.offer.run(at, lead.id, repId, ruleNo, endedAt, ending)
}

const isQualified = (stage: unknown): boolean => stage === 'qualified' || stage === 'won'

/** The stage it had when it came in. */
function cameIn({ stage }: Lead, events: readonly Event[]): unknown {
  const first = events.find(({ type }) => type === STAGE_CHANGED)
  if (first !== undefined) return dataOf(first.data)['from']
  return stage === STAGE_QUALIFIED ? 'qualified' : stage === STAGE_WON ? 'won' : null
}

/** A placing by a decision tells little of itself in `data`, one that waits is a list. */
function dataOf(data: string | null): Record<string, unknown> {
  const told: unknown = data === null ? {} : JSON.parse(data)
  return Array.isArray(told) ? {} : (told as Record<string, unknown>)
}

const repsOf = (data: string | null): number[] => {
  const { repIds } = dataOf(data)
  return Array.isArray(repIds) ? (repIds as number[]) : []
}

const isOffer = ({ type, data }: Event): boolean => type === OFFERED || (type === RECEIVED && repsOf(data).length > 0)
const isGift = (event: Event): boolean =>
  isOffer(event) || ((event.type === RECEIVED || event.type === ASSIGNED) && event.rep_id !== null)
/** Of two that are merged, the one that stays does not move. */
const isLeaving = ({ type, data }: Event): boolean => LEAVING.has(type) && !(type === MERGED && 'otherId' in dataOf(data))

/** A clock that ran out under a step that was taken back: what ran before runs again. */
function isOfUndone({ seq, type }: Event, events: readonly Event[]): boolean {
  return type === BREACHED && events.some((event) => event.seq < seq && (event.undone_by ?? 0) > seq && isLeaving(event))
}

function flagsOf(standing: readonly Event[]): number {
  const gifts = giftsIn(standing)
  const isClocked = standing.some(({ type }) => type === BREACHED) || startedClock(standing)
  return (gifts > 0 ? ROUTED : 0) | (gifts > 1 ? REROUTED : 0) | (isClocked ? CONTACT_CLOCK : 0)
}

/** How often it was put with somebody anew. One who is given by hand what they are asked about had it already. */
function giftsIn(standing: readonly Event[]): number {
  let gifts = 0
  let asked: number[] = []
  for (const event of standing) {
    const { type, rep_id, data } = event
    const isAskedFor = dataOf(data)['by'] === 'hand' && asked.some((repId) => repId === rep_id)
    if (isGift(event) && !isAskedFor) gifts++
    if (isOffer(event)) asked = repsOf(data)
    else if (type === DECLINED) asked = asked.filter((repId) => repId !== rep_id)
    else if (isLeaving(event)) asked = []
  }
  return gifts
}

/** The contact clock starts with whoever has a lead that nobody has touched. */
function startedClock(standing: readonly Event[]): boolean {
  let contact: number | null = null
  for (const event of standing) {
    if (isGift(event)) ({ contact } = event)
    const isTouched = standing.some(({ type, seq, at }) => TOUCHES.has(type) && (seq < event.seq || at <= event.at))
    const isOwned = event.type === ACCEPTED || (isGift(event) && !isOffer(event))
    if (isOwned && contact !== null && !isTouched) return true
  }
  return false
}

/** Each offer with how it ended. One that a step took away stands again when the step is undone. */
function offersOf(events: readonly Event[]): Offer[] {
  const offers: Offer[] = []
  const withdrawn = new Map<number, Offer[]>()
  const standing = (): Offer[] => offers.filter(({ ending }) => ending === null)
  const end = (some: readonly Offer[], ending: keyof typeof ENDINGS, at: number): void => {
    for (const offer of some) [offer.ending, offer.endedAt] = [ENDINGS[ending], at]
  }
  for (const event of events) {
    const { seq, type, at, rep_id, data, rule_no } = event
    const own = standing().filter(({ repId }) => repId === rep_id)
    const taken = type === UNDONE ? withdrawn.get(Number(dataOf(data)['seq'])) : undefined
    if (type === ACCEPTED) end(own, 'accepted', at)
    if (type === DECLINED) end(own, 'declined', at)
    else if (type === EXPIRED) end(standing(), 'expired', at)
    else if (isLeaving(event)) {
      withdrawn.set(seq, standing())
      end(standing(), 'withdrawn', at)
    } else if (taken !== undefined) {
      end(standing(), 'withdrawn', at)
      for (const offer of taken) [offer.ending, offer.endedAt] = [null, null]
    }
    if (isOffer(event)) for (const repId of repsOf(data)) offers.push({ at, repId, ruleNo: rule_no, endedAt: null, ending: null })
  }
  return offers
}
