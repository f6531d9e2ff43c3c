import type { Grade, LeadCard, RepCard, Stage } from '../../src-main/contract/index.ts'
import type { DeskState } from './desk-state.ts'

const GRADE_RANK: Record<Grade, number> = { hot: 0, warm: 1, cold: 2 }
const gradeRank = (grade: Grade | null): number => (grade === null ? 3 : GRADE_RANK[grade])

/** The order of the queue: best grade, then oldest, then lowest number. */
export function queueOrder(a: LeadCard, b: LeadCard): number {
  return gradeRank(a.grade) - gradeRank(b.grade) || a.receivedAt - b.receivedAt || a.id - b.id
}

export function newestFirst(a: Pick<LeadCard, 'id' | 'receivedAt'>, b: Pick<LeadCard, 'id' | 'receivedAt'>): number {
  return b.receivedAt - a.receivedAt || b.id - a.id
}

/** Offers, those to be accepted soonest first. */
export function soonestOffer(a: LeadCard, b: LeadCard): number {
  return (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || a.id - b.id
}

/** As the desk orders what a rep has to do (`due`): clocks that run or ran out, then what nobody has touched, then the rest by its last touch. */
export function dueOrder(a: LeadCard, b: LeadCard): number {
  return turnOf(a) - turnOf(b) || momentOf(a) - momentOf(b) || a.id - b.id
}
const turnOf = ({ touchedAt, breachedAt, dueAt }: LeadCard): number =>
  touchedAt !== null ? 2 : (breachedAt ?? dueAt) === null ? 1 : 0
const momentOf = ({ touchedAt, breachedAt, dueAt, receivedAt }: LeadCard): number =>
  touchedAt ?? breachedAt ?? dueAt ?? receivedAt

/** True while everyone on the desk is of the sample team, whose addresses no real person has. */
export function isSample({ reps }: Pick<DeskState, 'reps'>): boolean {
  return reps.size > 0 && [...reps.values()].every(({ email }) => email.endsWith('@sample.example'))
}

const CLOSED: ReadonlySet<Stage> = new Set(['won', 'lost'])

/** With a rep, and still to be worked. */
export function isOpen(lead: LeadCard): boolean {
  return lead.status === 'assigned' && !CLOSED.has(lead.stage)
}

/** The head of the queue, as far as the page knows it; held ones left out. */
export function waitingLeads(state: DeskState): LeadCard[] {
  const leads: LeadCard[] = []
  for (const lead of state.leads.values()) if (lead.status === 'waiting' && !lead.isHeld) leads.push(lead)
  return leads.sort(queueOrder)
}

/** Where leads come from, by name: the intake's own sources, and those leads name themselves, as far as the page has seen them. */
export function sourceNames({ sources, leadSources }: Pick<DeskState, 'sources' | 'leadSources'>): string[] {
  return [...new Set([...sources.map(({ name }) => name), ...leadSources])].sort((a, b) => a.localeCompare(b))
}

/** By team, then by name; reps without a team last. */
export function repsInOrder(state: Pick<DeskState, 'reps'>): RepCard[] {
  return [...state.reps.values()].sort(
    (a, b) =>
      Number(a.team === null) - Number(b.team === null) ||
      (a.team ?? '').localeCompare(b.team ?? '') ||
      a.name.localeCompare(b.name) ||
      a.id - b.id,
  )
}

/** Could be given a lead now as far as being there goes; room and skills are another matter (R11). */
export function isHere(rep: RepCard): boolean {
  return rep.isActive && !rep.isDraining && !rep.isPaused && rep.availability === 'available' && !rep.isOnTimeOff && rep.isInHours
}

/** Who has the lead, or is the one it is offered to. */
export function repOf(state: Pick<DeskState, 'reps'>, lead: LeadCard | undefined): RepCard | undefined {
  const repId = lead?.status === 'offered' ? (lead.offeredTo.length === 1 ? lead.offeredTo[0] : undefined) : lead?.repId
  return repId === undefined || repId === null ? undefined : state.reps.get(repId)
}
