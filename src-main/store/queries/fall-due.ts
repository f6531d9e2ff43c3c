import type { EpochMs, RepId } from '../../contract/index.ts'
import { ASSIGNED, DUE_CONTACT, clockCode, waitCodes } from '../codes.ts'
import type { Ground } from '../ground.ts'
import type { FallenDue, Router, Step, Stretch } from '../port-shapes.ts'
import { type Alarm, isGone, releaseAt, termsIn } from './clocks.ts'
import { type LeadRow, repsIn } from './lead-rows.ts'
import { move } from './moves.ts'
import { expire } from './offers.ts'
import { isOffered, routeAnew } from './route.ts'

/**
 * Does what has fallen due, in order of the due times (R24). Each alarm is gone with the transaction that answered it, so nothing is
 * done twice; one whose reason has passed meanwhile is only put away.
 */
export function fallDue(ground: Ground, router: Router, stretch: Stretch, at: EpochMs): FallenDue {
  const until = performance.now() + stretch.ms
  const done: FallenDue = {
    offersExpired: 0,
    reminders: 0,
    breaches: 0,
    takenBack: 0,
    released: 0,
    paused: [],
    isMore: false,
  }
  const alarms = ground.clocks.due(at, stretch.most)
  done.isMore = alarms.length === stretch.most
  for (const alarm of alarms) {
    ring(ground, router, alarm, at, done)
    if (performance.now() < until) continue
    done.isMore = true
    break
  }
  return done
}

function ring(ground: Ground, router: Router, { lead_id, kind, due_at }: Alarm, at: EpochMs, done: FallenDue): void {
  const word = clockCode.word(kind)
  // An alarm before it in this very batch may have changed or answered it.
  if (ground.clocks.dueAt(lead_id, word) !== due_at) return
  ground.clocks.set(lead_id, word, null)
  const row = ground.leads.read(lead_id)
  if (row === undefined) return
  const step: Step = { at, actor: 'desk' }
  switch (word) {
    case 'accept':
      if (!isOffered(row)) return
      done.paused.push(...expire(ground, row, router, at))
      done.offersExpired++
      return
    case 'remind':
      if (!isAwaitingContact(row)) return
      ground.events.append({
        type: 'contact-due-soon',
        ...step,
        leadId: row.id,
        repId: row.rep_id,
        data: { dueAt: row.due_at ?? at },
      })
      done.reminders++
      return
    case 'contact':
      if (isAwaitingContact(row)) breach(ground, router, row, row.rep_id, due_at, step, done)
      return
    case 'release':
      release(ground, router, row, step, done)
      return
    case 'retry':
      // The drain that follows tries it again; one that trickles in joins the queue first.
      if (row.is_held === 1 && row.wait_code === TRICKLING) joinQueue(ground, row, step)
      return
  }
}

/** From here on it waits like any other. */
function joinQueue(ground: Ground, row: LeadRow, step: Step): void {
  move(ground, row, { is_held: 0, wait_code: waitCodes.number('nobody-eligible') }, step.at, [])
  const data = {
    by: 'import' as const,
    outcome: 'waiting' as const,
    ruleId: null,
    rule: null,
    method: null,
    waitCode: 'nobody-eligible' as const,
    detail: null,
  }
  ground.events.append({ type: 'lead-waiting', ...step, leadId: row.id, data })
}

const TRICKLING = waitCodes.number('trickling')

const isAwaitingContact = (row: LeadRow): row is LeadRow & { rep_id: RepId } =>
  row.status === ASSIGNED && row.rep_id !== null && row.touched_at === null && row.due_kind === DUE_CONTACT

/** The mark is of the moment it ran out, however late that is noticed (R21). A pinned lead stays where a person put it (R28). */
function breach(ground: Ground, router: Router, row: LeadRow, from: RepId, dueAt: EpochMs, step: Step, done: FallenDue): void {
  ground.events.append({ type: 'contact-breached', ...step, leadId: row.id, repId: from, data: { dueAt } })
  done.breaches++
  const breached_rep_id = row.breached_rep_id ?? from
  const isTakenBack = row.terms !== null && termsIn(row.terms).isTakenBack && row.is_pinned === 0
  if (!isTakenBack) {
    move(ground, row, { breached_at: dueAt, breached_rep_id }, step.at, [])
    return
  }
  ground.events.append({ type: 'lead-taken-back', ...step, leadId: row.id, repId: from, data: { from } })
  ground.team.ungive(from, row.placed_at)
  const asked = [...new Set([...repsIn(row.asked), from])]
  ground.leads.setFields(row.id, { breached_rep_id })
  routeAnew(ground, { ...row, breached_rep_id }, router, step, { refund: false, asked, isUndoable: false })
  done.takenBack++
}

/** A rep who is gone costs nothing (R14): the turn goes back with the lead (R23). */
function release(ground: Ground, router: Router, row: LeadRow, step: Step, done: FallenDue): void {
  const isHeldByRep = row.status === ASSIGNED && row.rep_id !== null && row.touched_at === null && row.terms !== null
  if (!isHeldByRep || row.rep_id === null || row.terms === null || row.is_pinned === 1) return
  const { release: minutes } = termsIn(row.terms)
  if (minutes === null) return
  const from = row.rep_id
  if (!isGone(ground, from, step.at)) {
    ground.clocks.set(row.id, 'release', releaseAt(ground, row, minutes, step.at))
    return
  }
  ground.events.append({ type: 'lead-released', ...step, leadId: row.id, repId: from, data: { from } })
  ground.team.ungive(from, row.placed_at)
  routeAnew(ground, row, router, step, { refund: true, asked: repsIn(row.asked), isUndoable: false })
  done.released++
}
