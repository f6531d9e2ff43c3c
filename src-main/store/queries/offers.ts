import { DeskError, type EpochMs, type ErrorData, type LeadId, type RepId, type RuleId, type Seq } from '../../contract/index.ts'
import { ASSIGNED } from '../codes.ts'
import type { Ground } from '../ground.ts'
import type { Router, Step } from '../port-shapes.ts'
import { termsIn } from './clocks.ts'
import { decisionAt } from './hand.ts'
import { type LeadRow, repsIn } from './lead-rows.ts'
import { type Tallied, leadToMove, move } from './moves.ts'
import { pauseRep } from './reps.ts'
import { isOffered, routeAnew } from './route.ts'

/**
 * Offers (R20, R22). An offer counts as given when it is made, so that caps hold while it is open; whoever declines it or lets it
 * run out gets the day's and the hour's count back and keeps the turn they had. A claim is counted for whoever accepts it.
 */
export function accept(ground: Ground, leadId: LeadId, repId: RepId, step: Step): Seq {
  const row = leadToMove(ground, leadId)
  checkOffer(ground, row, repId, step.at)
  const isClaim = row.rep_id === null
  if (isClaim) checkCaps(ground, row, repId, step.at)
  const tally = isClaim ? tallyOf(ground, row) : null
  const tallies: Tallied[] = tally === null ? [] : [{ ruleId: tally, repId, at: step.at, by: 1 }]
  ground.offers.end(leadId, [repId], 'accepted', step.at)
  const place = { status: ASSIGNED, rep_id: repId, offered_to: null, placed_at: step.at }
  move(ground, row, place, step.at, [], tallies)
  ground.team.keptOffer(repId)
  return ground.events.append({ type: 'offer-accepted', ...step, leadId, repId, data: {} })
}

export function decline(ground: Ground, leadId: LeadId, repId: RepId, reason: string | null, router: Router, step: Step): Seq {
  const row = leadToMove(ground, leadId)
  checkOffer(ground, row, repId, step.at)
  ground.team.keptOffer(repId)
  const seq = ground.events.append({ type: 'offer-declined', ...step, leadId, repId, data: { reason } })
  ground.offers.end(leadId, [repId], 'declined', step.at)
  const left = repsIn(row.offered_to).filter((one) => one !== repId)
  const asked = [...repsIn(row.asked), repId]
  if (left.length > 0) {
    move(ground, row, { offered_to: JSON.stringify(left), asked: JSON.stringify(asked) }, step.at, [])
    return seq
  }
  withdraw(ground, row)
  routeAnew(ground, row, router, { at: step.at, actor: 'desk' }, { refund: false, asked, isUndoable: false })
  return seq
}

/** Nobody accepted in time: routed again without those who were asked. */
export function expire(ground: Ground, row: LeadRow, router: Router, at: EpochMs): RepId[] {
  const step: Step = { at, actor: 'desk' }
  const repIds = repsIn(row.offered_to)
  ground.events.append({ type: 'offer-expired', ...step, leadId: row.id, repId: row.rep_id, data: { repIds } })
  ground.offers.end(row.id, repIds, 'expired', at)
  withdraw(ground, row)
  const paused: RepId[] = []
  // A claim is everybody's business, and so nobody's fault.
  if (row.rep_id !== null) {
    const missed = ground.team.missedOffer(row.rep_id)
    const { pauseAfterMissedOffers } = router
    const isTooMany = pauseAfterMissedOffers > 0 && missed >= pauseAfterMissedOffers
    if (isTooMany && pauseMissing(ground, row.rep_id, missed, step)) paused.push(row.rep_id)
  }
  const asked = [...new Set([...repsIn(row.asked), ...repIds])]
  routeAnew(ground, row, router, step, { refund: false, asked, isUndoable: false })
  return paused
}

/** False when they were paused already. */
function pauseMissing(ground: Ground, repId: RepId, missed: number, step: Step): boolean {
  if (ground.team.member(repId)?.profile.isPaused !== false) return false
  pauseRep(ground, repId, `let ${missed} offers in a row run out`)
  ground.events.append({ type: 'rep-paused', ...step, repId, data: { missed } })
  return true
}

/** The offer no longer counts as given today; `routeAnew` takes the rest back. */
function withdraw(ground: Ground, row: LeadRow): void {
  if (row.rep_id !== null) ground.team.ungive(row.rep_id, row.placed_at)
}

function checkOffer(ground: Ground, row: LeadRow, repId: RepId, at: EpochMs): void {
  if (ground.team.member(repId) === undefined) throw new DeskError('rep-not-found', { rep: String(repId) })
  const refuse = (reason: ErrorData<'offer-gone'>['reason']): never => {
    throw new DeskError('offer-gone', { lead: String(row.id), reason })
  }
  const isAsked = isOffered(row) && repsIn(row.offered_to).includes(repId)
  if (isAsked && row.due_at !== null && row.due_at <= at) refuse('expired')
  if (isAsked) return
  if (repsIn(row.asked).includes(repId)) refuse('expired')
  refuse(row.status === ASSIGNED && row.rep_id !== repId ? 'taken' : 'not-offered')
}

/** Caps hold for claims when they are accepted: more may be claimed than one rep may have (R10). */
function checkCaps(ground: Ground, row: LeadRow, repId: RepId, at: EpochMs): void {
  const card = ground.team.card(repId, at)
  if (card === null) return
  const { dailyCap } = row.terms === null ? { dailyCap: null } : termsIn(row.terms)
  const tally = tallyOf(ground, row)
  const isAtRuleCap = dailyCap !== null && tally !== null && ground.team.talliedToday(tally, repId, at) >= dailyCap
  const isAtDailyCap = card.dailyCap !== null && card.givenToday >= card.dailyCap
  const isAtHourlyCap = card.hourlyCap !== null && card.givenThisHour >= card.hourlyCap
  if (isAtDailyCap || isAtHourlyCap || isAtRuleCap) throw new DeskError('offer-gone', { lead: String(row.id), reason: 'at-cap' })
}

const tallyOf = (ground: Ground, row: LeadRow): RuleId | null => decisionAt(ground, row.decision_seq)?.decision.tally ?? null
