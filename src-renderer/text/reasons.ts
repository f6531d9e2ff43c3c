import type { IneligibleReason, LeadCard, RepCard, RepId, WaitCode } from '../../src-main/contract/index.ts'
import { formatNumber, formatWhen, plural } from './formats.ts'
import { inLanguage } from './language.ts'
import { capital } from './rule-fields.ts'

/** Why a rep may not be given a lead, said of a rep of whom nothing else is known. */
export const reasonWords = inLanguage<Record<IneligibleReason, string>>('reasonWords', {
  inactive: 'no longer active',
  draining: 'finishing up, no new leads',
  paused: 'paused',
  away: 'away',
  busy: 'busy',
  'time-off': 'on time off',
  'outside-hours': 'outside working hours',
  'missing-skill': 'lacks a skill',
  'missing-language': 'does not speak the language',
  'missing-product': 'does not sell the product',
  'outside-territory': 'outside their territory',
  'outside-tier': 'not of the tier',
  'at-capacity': 'at capacity',
  'at-daily-cap': 'has the day’s leads',
  'at-hourly-cap': 'has the hour’s leads',
  'at-rule-cap': 'has this rule’s leads',
  'already-offered': 'was offered it already',
  'weight-zero': 'not in rotation',
})

/** What is known beyond the reason: until when, why, how much. A load is "21/20". */
export const obstacleText = inLanguage('obstacleText', {
  paused: (why: string): string => `paused: ${why}`,
  away: (until: string | null, why: string | null): string => `away${untilThen(until)}${bracketed(why)}`,
  busy: (until: string | null, why: string | null): string => `busy${untilThen(until)}${bracketed(why)}`,
  timeOff: (back: string): string => `on time off, back ${back}`,
  outsideHours: (back: string): string => `outside working hours, back ${back}`,
  atCapacity: (load: string): string => `at capacity ${load}`,
  overCapacity: (load: string): string => `over capacity ${load}`,
  today: (given: string, cap: string): string => `${given} of ${cap} for today`,
  thisHour: (given: string, cap: string): string => `${given} of ${cap} for this hour`,
  overToday: (load: string): string => `over today’s cap ${load}`,
  overHour: (load: string): string => `over the hour’s cap ${load}`,
})

/** `wait`: what a lead waits for; it stands after `waits` within a sentence, after `waiting` at its start. */
export const whereText = inLanguage('whereText', {
  wait: {
    'nobody-eligible': (detail) => (detail === null ? 'nobody is free for it' : `nobody in ${detail} is free`),
    'no-rule-matched': () => 'no rule fits',
    'held-by-rule': (detail) => (detail === null ? 'held by a rule' : `held by a rule: ${detail}`),
    'held-by-hand': (detail) => (detail === null ? 'held by hand' : `held: ${detail}`),
    'held-by-import': () => 'held since its import',
    'unknown-owner': (detail) => (detail === null ? 'its owner is unknown' : `owner ${detail} is unknown`),
    'pool-empty': (detail) => (detail === null ? 'its pool has no reps' : `${detail} has no reps`),
    'waiting-for-owner': (detail) => `for ${detail ?? 'the rep'}, who owns this company`,
    'waiting-for-share': (detail) => `for the rep whose share it is${detail === null ? '' : ` in ${detail}`}`,
    'nobody-accepted': () => 'offered to everyone it could be, nobody took it',
    trickling: () => 'trickling in from its import',
  } satisfies Record<WaitCode, (detail: string | null) => string>,
  toBeRouted: 'to be routed',
  waits: (reason: string): string => `waits: ${reason}`,
  waitsFor: (reason: string): string => `waits ${reason}`,
  waiting: (reason: string): string => `Waiting: ${reason}`,
  waitingFor: (reason: string): string => `Waiting ${reason}`,
  held: 'Held',
  reps: (count: number): string => plural(count, 'rep', 'reps'),
  assigned: 'Assigned',
  offered: 'Offered',
  offeredTo: (who: string): string => `Offered to ${who}`,
  partner: 'With partners',
  nurture: 'In nurture',
  duplicate: 'Duplicate',
  duplicateOf: (lead: number): string => `Duplicate of ${lead}`,
  discarded: 'Discarded',
  discardedAs: (reason: string): string => `Discarded: ${reason}`,
})

function untilThen(until: string | null): string {
  return until === null ? '' : ` until ${until}`
}

function bracketed(why: string | null): string {
  return why === null ? '' : ` (${why})`
}

/** One thing that keeps a rep from getting leads now, in a few words: "away until 14:00", "at capacity 20/20". */
export interface Obstacle {
  reason: IneligibleReason
  said: string
}

/** What the rules would hold against this rep now, whatever the lead; in the order of R10. */
export function obstaclesOf(rep: RepCard, now = Date.now()): Obstacle[] {
  const until = rep.availableAgainAt === null ? null : formatWhen(rep.availableAgainAt, now)
  const why = rep.availabilityReason === '' ? null : rep.availabilityReason
  const back = rep.hoursChangeAt === null ? null : formatWhen(rep.hoursChangeAt, now)
  const obstacles: Obstacle[] = []
  const add = (holds: boolean, reason: IneligibleReason, said = reasonWords[reason]): void => {
    if (holds) obstacles.push({ reason, said })
  }
  add(!rep.isActive, 'inactive')
  add(rep.isDraining, 'draining')
  add(rep.isPaused, 'paused', rep.pauseReason === null ? undefined : obstacleText.paused(rep.pauseReason))
  add(rep.availability === 'away', 'away', obstacleText.away(until, why))
  add(rep.availability === 'busy', 'busy', obstacleText.busy(until, why))
  add(rep.isOnTimeOff, 'time-off', back === null ? undefined : obstacleText.timeOff(back))
  // Whoever is off today is out of hours as well: once is enough.
  add(!rep.isInHours && !rep.isOnTimeOff, 'outside-hours', back === null ? undefined : obstacleText.outsideHours(back))
  addCaps(rep, add)
  add(rep.effectiveWeight === 0, 'weight-zero')
  return obstacles
}

function addCaps(rep: RepCard, add: (holds: boolean, reason: IneligibleReason, said: string) => void): void {
  const { openLeads, capacity, dailyCap, hourlyCap } = rep
  if (capacity !== null) {
    const load = `${formatNumber(openLeads)}/${formatNumber(capacity)}`
    const said = openLeads > capacity ? obstacleText.overCapacity(load) : obstacleText.atCapacity(load)
    add(openLeads >= capacity, 'at-capacity', said)
  }
  if (dailyCap !== null) {
    const said = obstacleText.today(formatNumber(rep.givenToday), formatNumber(dailyCap))
    add(rep.givenToday >= dailyCap, 'at-daily-cap', said)
  }
  if (hourlyCap !== null) {
    const said = obstacleText.thisHour(formatNumber(rep.givenThisHour), formatNumber(hourlyCap))
    add(rep.givenThisHour >= hourlyCap, 'at-hourly-cap', said)
  }
}

/** What giving this rep so many more would break: what holds now, and the caps it would go over. */
export function obstaclesIfGiven(rep: RepCard, more: number, now = Date.now()): Obstacle[] {
  const obstacles = obstaclesOf(rep, now)
  const goesOver = (reason: IneligibleReason, has: number, cap: number | null, said: (load: string) => string): void => {
    if (cap === null || has + more <= cap) return
    const load = `${formatNumber(has + more)}/${formatNumber(cap)}`
    const at = obstacles.findIndex((obstacle) => obstacle.reason === reason)
    if (at >= 0) obstacles[at] = { reason, said: said(load) }
    else obstacles.push({ reason, said: said(load) })
  }
  goesOver('at-capacity', rep.openLeads, rep.capacity, obstacleText.overCapacity)
  goesOver('at-daily-cap', rep.givenToday, rep.dailyCap, obstacleText.overToday)
  goesOver('at-hourly-cap', rep.givenThisHour, rep.hourlyCap, obstacleText.overHour)
  return obstacles
}

/** Leads that wait for somebody rather than because of something. */
const FOR_SOMEBODY: ReadonlySet<WaitCode> = new Set(['waiting-for-owner', 'waiting-for-share'])

/** Why a lead waits: "nobody in Enterprise is free". */
export function waitReason(code: WaitCode | null, detail: string | null): string {
  return code === null ? whereText.toBeRouted : whereText.wait[code](detail)
}

/** "waits: nobody in Enterprise is free", "waits for Mia, who owns this company", "held by a rule: …". */
export function waits(code: WaitCode | null, detail: string | null): string {
  const reason = waitReason(code, detail)
  if (code === null) return whereText.waits(reason)
  if (code.startsWith('held-')) return reason
  return FOR_SOMEBODY.has(code) ? whereText.waitsFor(reason) : whereText.waits(reason)
}

/** "Waiting: nobody in Enterprise is free"; what is held says so first. */
function whyWaiting({ waitCode, waitDetail, isHeld }: LeadCard): string {
  const reason = waitReason(waitCode, waitDetail)
  if (waitCode?.startsWith('held-') === true) return capital(reason)
  if (isHeld) return whereText.held
  return waitCode !== null && FOR_SOMEBODY.has(waitCode) ? whereText.waitingFor(reason) : whereText.waiting(reason)
}

/** The name beside a lead: its rep, the one it is offered to, or how many it is offered to. Null when it is with nobody. */
export function whoHas(
  { status, repId, offeredTo }: Pick<LeadCard, 'status' | 'repId' | 'offeredTo'>,
  nameOf: (repId: RepId) => string | null,
): string | null {
  if (status !== 'offered') return repId === null ? null : nameOf(repId)
  const [only] = offeredTo
  return offeredTo.length > 1 ? whereText.reps(offeredTo.length) : only === undefined ? null : nameOf(only)
}

/** Where a lead is, as the queue says it. `who` as `whoHas` says it. */
export function whereIs(lead: LeadCard, who: string | null): string {
  switch (lead.status) {
    case 'waiting':
      return whyWaiting(lead)
    case 'assigned':
      return who ?? whereText.assigned
    case 'offered':
      return who === null ? whereText.offered : whereText.offeredTo(who)
    case 'partner':
      return whereText.partner
    case 'nurture':
      return whereText.nurture
    case 'duplicate':
      return lead.possibleDuplicateOf === null ? whereText.duplicate : whereText.duplicateOf(lead.possibleDuplicateOf)
    case 'discarded':
      return lead.waitDetail === null ? whereText.discarded : whereText.discardedAs(lead.waitDetail)
  }
}
