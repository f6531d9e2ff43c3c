import type { BatchId, Decision, DecisionRecord, EpochMs, LeadFacts, LeadId, RepId, World } from '../../contract/index.ts'
import { DeskError } from '../../contract/index.ts'
import { dayKey } from '../../lib/working-time.ts'
import {
  ASSIGNED,
  CONTACT_CLOCK,
  DUE_CONTACT,
  FIRST_CLOSED_STAGE,
  OFFERED,
  WAITING,
  rawKindCode,
  stageCode,
  statusCode,
} from '../codes.ts'
import { type Placed, placedBy } from '../events.ts'
import type { Ground } from '../ground.ts'
import type { IncomingLead, TakeIn, TakenIn } from '../port-arrivals.ts'
import { addProblems, addedSoFar, countBatch } from './batches.ts'
import { dueOf, offerEndsAt, wind } from './clocks.ts'
import { carriersOf } from './carriers.ts'
import { type Gained, fill, gainsOf } from './gains.ts'
import { broughtBy, rowOf } from './new-row.ts'
import { rescoreLead } from './rescore.ts'
import { type Hashes, type Known, hashesOf, isCustomer, match } from './match.ts'

/** What a batch adds up to, written once at its end. */
interface Sums {
  /** Added by earlier calls of the batch; only counted where it matters. */
  before: number
  added: number
  matched: number
  assigned: number
  waiting: number
  byRep: Map<RepId, number>
}

/** Takes a batch in, inside the transaction under way. One world for all of it, brought up to date between its leads (R12). */
export function takeIn(ground: Ground, batch: TakeIn): TakenIn[] {
  const source = ground.sources.get(batch.sourceId)
  if (source === undefined) throw new DeskError('bad-input', { field: 'sourceId', reason: `no source ${batch.sourceId}` })
  const world = ground.team.open(batch.at, batch.router.performanceWindowMs)
  const before = batch.route === 'trickle' && batch.batchId !== null ? addedSoFar(ground, batch.batchId) : 0
  const sums: Sums = { before, added: 0, matched: 0, assigned: 0, waiting: 0, byRep: new Map() }
  const since = batch.at - batch.duplicateWindowMs
  const taken = batch.leads.map((lead): TakenIn => {
    const hashes = hashesOf(batch.sourceId, lead)
    const found = match(batch.sourceId, lead, hashes, since, ground.lookups)
    if (found.kind === 'new') return addLead(ground, batch, world, lead, hashes, found, source.name, sums)
    sums.matched++
    const leadId = (found.kind === 'same-thing' ? found.leadId : found.known.id) as LeadId
    // The same thing twice is no second touch (R31).
    if (found.kind === 'same-person') addTouch(ground, batch, lead, hashes, leadId, found.known, found.by)
    return { outcome: 'matched', leadId }
  })
  if (sums.added > 0) {
    const day = dayKey(batch.at, ground.settings.read().timeZone)
    ground.sources.count(batch.sourceId, sums.added, day, batch.at)
  }
  if (batch.batchId !== null) saveProgress(ground, batch, batch.batchId, sums)
  return taken
}

/** When the next lead of a trickle joins the queue. */
const trickleAt = ({ at, perHour = TRICKLE_PER_HOUR }: TakeIn, { before, added }: Sums): number =>
  at + Math.floor(((before + added) * HOUR_MS) / perHour)
const HOUR_MS = 3_600_000
const TRICKLE_PER_HOUR = 60

function saveProgress(ground: Ground, batch: TakeIn, batchId: BatchId, sums: Sums): void {
  countBatch(ground, batchId, { ...sums, progress: batch.progress ?? null })
  if (batch.progress !== undefined) addProblems(ground, batchId, batch.progress.problems)
}

/** What a decision is told about a newcomer; the same for the real thing and for a rehearsal. */
export function factsOfNewcomer(
  ground: Pick<Ground, 'accounts'>,
  batch: TakeIn,
  lead: IncomingLead,
  found: { isPossible: boolean; person: Known | null },
  id: number,
  sourceName: string,
): LeadFacts {
  const account = ground.accounts.of(lead.domainKey, lead.draft.company)
  const facts: LeadFacts = {
    ...lead.draft,
    id,
    source: lead.draft.source ?? sourceName,
    receivedAt: lead.draft.receivedAt ?? batch.at,
    grade: null,
    isFreeMail: lead.isFreeMail,
    isDuplicate: found.isPossible,
    customerStatus: account?.customerStatus ?? (found.person !== null && isCustomer(found.person) ? 'existing' : 'new'),
    direction: 'inbound',
    timeZone: lead.timeZone,
    ownerRepId: account?.ownerRepId ?? found.person?.repId ?? null,
    alreadyOfferedTo: [],
    waitingSince: null,
    isBacklog: isBacklog(lead, batch),
  }
  const { score, grade } = batch.router.score(facts)
  facts.score = score
  facts.grade = grade
  return facts
}

/** What came in closed needs nobody in a hurry; nor does what lies far back, unless someone asked for its clocks (R27). */
function isBacklog({ draft }: IncomingLead, { at, router, startOldClocks }: TakeIn): boolean {
  if (stageCode.number(draft.stage) >= FIRST_CLOSED_STAGE) return true
  return startOldClocks !== true && draft.receivedAt !== null && draft.receivedAt < at - router.oldAfterMs
}

/** Where a newcomer goes: by the rules, held, or to whom the file says (R27). */
export function placeNewcomer(
  ground: Pick<Ground, 'team'>,
  batch: TakeIn,
  world: World,
  lead: IncomingLead,
  facts: LeadFacts,
): { decision: Decision; record: DecisionRecord | null; by: Placed['by']; isHeld: boolean } {
  if (batch.route === 'now') {
    const decision = batch.router.decide(facts, world)
    const record = decision.outcome === 'waiting' ? null : batch.router.record(facts, world, decision)
    charge(batch, world, lead, decision)
    return { decision, record, by: 'rule', isHeld: false }
  }
  if (batch.route === 'owner-column') {
    if (typeof lead.owner === 'number' && ground.team.member(lead.owner) !== undefined) {
      const decision: Decision = { ...HELD, outcome: 'assigned', repId: lead.owner, method: 'named', waitCode: null }
      charge(batch, world, lead, decision)
      return { decision, record: null, by: 'owner-column', isHeld: false }
    }
    return {
      decision: { ...HELD, waitCode: 'unknown-owner', detail: lead.draft.owner },
      record: null,
      by: 'owner-column',
      isHeld: true,
    }
  }
  const waitCode = batch.route === 'trickle' ? 'trickling' : 'held-by-import'
  return { decision: { ...HELD, waitCode }, record: null, by: 'import', isHeld: true }
}

/** A lead that comes in closed takes nobody's room. */
function charge({ router }: TakeIn, world: World, { draft }: IncomingLead, decision: Decision): void {
  router.charge(world, decision)
  if (stageCode.number(draft.stage) < FIRST_CLOSED_STAGE) return
  for (const rep of world.reps) if (rep.id === decision.repId || decision.offeredTo.includes(rep.id)) rep.openLeads -= 1
}

const HELD: Decision = {
  outcome: 'waiting',
  repId: null,
  offeredTo: [],
  ruleId: null,
  ruleIndex: -1,
  ruleName: null,
  method: null,
  turn: null,
  waitCode: 'held-by-import',
  detail: null,
  terms: null,
  tally: null,
  retryAt: null,
}

function addLead(
  ground: Ground,
  batch: TakeIn,
  world: World,
  lead: IncomingLead,
  hashes: Hashes,
  found: { possibleDuplicateOf: LeadId | null; isPossible: boolean; person: Known | null },
  sourceName: string,
  sums: Sums,
): TakenIn {
  const { at, actor, batchId } = batch
  const leadId = ground.leads.nextId()
  const facts = factsOfNewcomer(ground, batch, lead, found, leadId, sourceName)
  const { decision, record, by, isHeld } = placeNewcomer(ground, batch, world, lead, facts)
  const seq = ground.events.append({
    type: 'lead-received',
    at,
    actor,
    leadId,
    repId: decision.repId,
    data: { ...placedBy(by, decision), ...offerOf(decision, at) },
    decision: record,
  })
  const row = rowOf(ground, batch, lead, hashes, found, facts, decision)
  row.id = leadId
  if (row.terms !== null) Object.assign(row, dueOf(ground, row))
  if (row.due_kind === DUE_CONTACT) row.flags |= CONTACT_CLOCK
  row.is_held = isHeld ? 1 : 0
  row.received_seq = seq
  row.decision_seq = record === null ? null : seq
  ground.leads.insert(row)
  ground.leads.arrive({
    seq,
    leadId,
    sourceId: batch.sourceId,
    keyHash: hashes.key,
    key: lead.key,
    matchedBatchId: null,
    rawKind: rawKindCode.number(lead.rawKind),
    raw: lead.raw,
  })
  ground.search.add(leadId, row)
  ground.tallies.add(row.status, row.is_held, 1)
  if (decision.turn !== null) ground.team.turn(decision.turn)
  const retryAt = batch.route === 'trickle' ? trickleAt(batch, sums) : decision.retryAt
  sums.added++
  if (row.status === WAITING) sums.waiting++
  for (const repId of carriersOf(row)) ground.team.carry(repId, 1)
  if (row.status === OFFERED) {
    for (const repId of decision.offeredTo) ground.team.offer(repId, 1)
    ground.offers.make(leadId, decision.offeredTo, row.rule_no, at)
  }
  if (row.status === ASSIGNED || row.status === OFFERED) sums.assigned++
  if (decision.repId !== null) {
    ground.team.give(decision.repId, at)
    if (decision.tally !== null) ground.team.tally(decision.tally, decision.repId, at, 1)
    if (batchId !== null) sums.byRep.set(decision.repId, (sums.byRep.get(decision.repId) ?? 0) + 1)
  }
  // After its rep's load is written: winding looks at reps anew.
  if (row.terms !== null) wind(ground, leadId, row, at)
  if (retryAt !== null) ground.clocks.set(leadId, 'retry', retryAt)
  return { outcome: 'added', leadId, status: statusCode.word(row.status), repId: row.rep_id }
}

/** Whom it is offered to, and until when, as `lead-offered` would tell it. */
function offerOf({ offeredTo, terms }: Decision, at: EpochMs): { repIds?: RepId[]; dueAt?: EpochMs } {
  return offeredTo.length === 0 ? {} : { repIds: [...offeredTo], dueAt: offerEndsAt(terms, at) }
}

function addTouch(
  ground: Ground,
  batch: TakeIn,
  lead: IncomingLead,
  hashes: Hashes,
  leadId: LeadId,
  known: Known,
  by: 'email' | 'phone',
): void {
  const { at, actor, sourceId, batchId } = batch
  const fields = gainFrom(ground, batch, lead, hashes, leadId)
  const seq = ground.events.append({
    type: 'lead-matched',
    at,
    actor,
    leadId,
    repId: known.repId,
    data: {
      by,
      sourceId,
      batchId,
      line: lead.line,
      ...(hashes.name === null || hashes.name === known.nameHash ? {} : { name: lead.draft.name ?? '' }),
      ...(fields.length === 0 ? {} : { fields }),
    },
  })
  ground.leads.arrive({
    seq,
    leadId,
    sourceId,
    keyHash: hashes.key,
    key: lead.key,
    matchedBatchId: batchId,
    rawKind: rawKindCode.number(lead.rawKind),
    raw: lead.raw,
  })
  ground.leads.seen(leadId, at)
}

/** Who comes again with a number brings it to the lead that had none, and is known by it from then on (R30). */
function gainFrom(ground: Ground, batch: TakeIn, lead: IncomingLead, hashes: Hashes, leadId: LeadId): Gained[] {
  const row = ground.leads.read(leadId)
  if (row === undefined) return []
  const brought = broughtBy(lead, hashes)
  const fields = gainsOf(row, brought)
  if (fields.length === 0) return fields
  fill(ground, leadId, fields, { ...row, ...brought })
  ground.search.refresh(leadId)
  const whole = ground.leads.read(leadId)
  if (whole !== undefined && whole.stage < FIRST_CLOSED_STAGE) rescoreLead(ground, whole, batch.router)
  return fields
}
