import type { IneligibleReason, LeadCard, RepCard, WaitCode } from '../../src-main/contract/index.ts'
import { formatNumber, formatWhen } from './formats.ts'

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
  add(rep.isPaused, 'paused', reasonWords.paused)
  add(rep.availability === 'away', 'away', `away${until}${why}`)
  add(rep.availability === 'busy', 'busy', `busy${until}${why}`)
  add(
    !rep.isInHours,
    'outside-hours',
    rep.hoursChangeAt === null
      ? reasonWords['outside-hours']
      : `${reasonWords['outside-hours']}, back ${formatWhen(rep.hoursChangeAt, now)}`,
  )
  add(
    rep.capacity !== null && rep.openLeads >= rep.capacity,
    'at-capacity',
    `${rep.capacity !== null && rep.openLeads > rep.capacity ? 'over' : 'at'} capacity ${formatNumber(rep.openLeads)}/${formatNumber(rep.capacity ?? 0)}`,
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
  add(rep.weight === 0, 'weight-zero', reasonWords['weight-zero'])
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
}

/** Why a lead waits: "nobody in Enterprise is free". */
export function waitReason(code: WaitCode | null, detail: string | null): string {
  return code === null ? 'to be routed' : waitSentences[code](detail)
}

/** "Waiting: nobody in Enterprise is free"; what is held says so first. */
function whyWaiting({ waitCode, waitDetail, isHeld }: LeadCard): string {
  const reason = waitReason(waitCode, waitDetail)
  if (waitCode?.startsWith('held-') === true) return reason.charAt(0).toUpperCase() + reason.slice(1)
  return isHeld ? 'Held' : `Waiting: ${reason}`
}

/** Where a lead is, as the queue says it. */
export function whereIs(lead: LeadCard, repName: string | null): string {
  switch (lead.status) {
    case 'waiting':
      return whyWaiting(lead)
    case 'assigned':
      return repName ?? 'Assigned'
    case 'offered':
      return repName === null ? 'Offered' : `Offered to ${repName}`
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
