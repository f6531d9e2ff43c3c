import type { IneligibleReason, LeadCard, RepCard, RepId, WaitCode } from '../../src-main/contract/index.ts'
import { formatNumber, formatWhen, plural } from './formats.ts'

/** Why a rep may not be given a lead, said of a rep of whom nothing else is known. */
export const reasonWords: Record<IneligibleReason, string> = {
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
}

/** One thing that keeps a rep from getting leads now, in a few words: "away until 14:00", "at capacity 20/20". */
export interface Obstacle {
  reason: IneligibleReason
  said: string
}

/** What the rules would hold against this rep now, whatever the lead; in the order of R10. */
export function obstaclesOf(rep: RepCard, now = Date.now()): Obstacle[] {
  const until = rep.availableAgainAt === null ? '' : ` until ${formatWhen(rep.availableAgainAt, now)}`
  const why = rep.availabilityReason === null || rep.availabilityReason === '' ? '' : ` (${rep.availabilityReason})`
  const obstacles: Obstacle[] = []
  const add = (holds: boolean, reason: IneligibleReason, said: string): void => {
    if (holds) obstacles.push({ reason, said })
  }
  add(!rep.isActive, 'inactive', reasonWords.inactive)
  add(rep.isDraining, 'draining', reasonWords.draining)
  add(rep.isPaused, 'paused', rep.pauseReason === null ? reasonWords.paused : `${reasonWords.paused}: ${rep.pauseReason}`)
  add(rep.availability === 'away', 'away', `away${until}${why}`)
  add(rep.availability === 'busy', 'busy', `busy${until}${why}`)
  const back = rep.hoursChangeAt === null ? '' : `, back ${formatWhen(rep.hoursChangeAt, now)}`
  add(rep.isOnTimeOff, 'time-off', `${reasonWords['time-off']}${back}`)
  // Whoever is off today is out of hours as well: once is enough.
  add(!rep.isInHours && !rep.isOnTimeOff, 'outside-hours', `${reasonWords['outside-hours']}${back}`)
  const { openLeads: load } = rep
  add(
    rep.capacity !== null && load >= rep.capacity,
    'at-capacity',
    `${rep.capacity !== null && load > rep.capacity ? 'over' : 'at'} capacity ${formatNumber(load)}/${formatNumber(rep.capacity ?? 0)}`,
  )
  add(
    rep.dailyCap !== null && rep.givenToday >= rep.dailyCap,
    'at-daily-cap',
    `${formatNumber(rep.givenToday)} of ${formatNumber(rep.dailyCap ?? 0)} for today`,
  )
  add(
    rep.hourlyCap !== null && rep.givenThisHour >= rep.hourlyCap,
    'at-hourly-cap',
    `${formatNumber(rep.givenThisHour)} of ${formatNumber(rep.hourlyCap ?? 0)} for this hour`,
  )
  add(rep.effectiveWeight === 0, 'weight-zero', reasonWords['weight-zero'])
  return obstacles
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
  goesOver('at-capacity', rep.openLeads, rep.capacity, (load) => `over capacity ${load}`)
  goesOver('at-daily-cap', rep.givenToday, rep.dailyCap, (load) => `over today’s cap ${load}`)
  goesOver('at-hourly-cap', rep.givenThisHour, rep.hourlyCap, (load) => `over the hour’s cap ${load}`)
  return obstacles
}

const waitSentences: Record<WaitCode, (detail: string | null) => string> = {
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
}
/** Leads that wait for somebody rather than because of something. */
const FOR_SOMEBODY: ReadonlySet<WaitCode> = new Set(['waiting-for-owner', 'waiting-for-share'])

/** Why a lead waits: "nobody in Enterprise is free". */
export function waitReason(code: WaitCode | null, detail: string | null): string {
  return code === null ? 'to be routed' : waitSentences[code](detail)
}

/** "waits: nobody in Enterprise is free", "waits for Mia, who owns this company", "held by a rule: …". */
export function waits(code: WaitCode | null, detail: string | null): string {
  const reason = waitReason(code, detail)
  if (code?.startsWith('held-') === true) return reason
  return code !== null && FOR_SOMEBODY.has(code) ? `waits ${reason}` : `waits: ${reason}`
}

/** "Waiting: nobody in Enterprise is free"; what is held says so first. */
function whyWaiting({ waitCode, waitDetail, isHeld }: LeadCard): string {
  if (isHeld && waitCode?.startsWith('held-') !== true) return 'Held'
  const said = waits(waitCode, waitDetail)
  return said.startsWith('waits') ? said.replace('waits', 'Waiting') : said.charAt(0).toUpperCase() + said.slice(1)
}

/** The name beside a lead: its rep, the one it is offered to, or how many it is offered to. Null when it is with nobody. */
export function whoHas(
  { status, repId, offeredTo }: Pick<LeadCard, 'status' | 'repId' | 'offeredTo'>,
  nameOf: (repId: RepId) => string | null,
): string | null {
  if (status !== 'offered') return repId === null ? null : nameOf(repId)
  const [only] = offeredTo
  return offeredTo.length > 1 ? plural(offeredTo.length, 'rep', 'reps') : only === undefined ? null : nameOf(only)
}

/** Where a lead is, as the queue says it. `who` as `whoHas` says it. */
export function whereIs(lead: LeadCard, who: string | null): string {
  switch (lead.status) {
    case 'waiting':
      return whyWaiting(lead)
    case 'assigned':
      return who ?? 'Assigned'
    case 'offered':
      return who === null ? 'Offered' : `Offered to ${who}`
    case 'partner':
      return 'With partners'
    case 'nurture':
      return 'In nurture'
    case 'duplicate':
      return lead.possibleDuplicateOf === null ? 'Duplicate' : `Duplicate of ${lead.possibleDuplicateOf}`
    case 'discarded':
      return lead.waitDetail === null ? 'Discarded' : `Discarded: ${lead.waitDetail}`
  }
}
