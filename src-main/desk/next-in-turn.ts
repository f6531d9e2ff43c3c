import type { LeadFacts, NextInTurn } from '../contract/index.ts'
import type { Desk } from './context.ts'
import { emptyDraft } from './empty-draft.ts'

/** Working hours begin and end without an event: an answer is good for this long. */
const GOOD_FOR_MS = 10_000

/** The last answer of each desk. Every window with a board asks after every burst of events, mostly the same. */
const lastAnswers = new WeakMap<Desk, { key: string; answer: Promise<NextInTurn[]> }>()

/** Whom each pool of the published rules would give to next. */
export async function nextInTurn(desk: Desk): Promise<NextInTurn[]> {
  const key = `${await desk.store.lastSeq()} ${Math.floor(desk.clock.now() / GOOD_FOR_MS)}`
  const last = lastAnswers.get(desk)
  if (last?.key === key) return last.answer
  const answer = ask(desk)
  lastAnswers.set(desk, { key, answer })
  // One that failed is asked anew.
  answer.catch(() => lastAnswers.delete(desk))
  return answer
}

async function ask(desk: Desk): Promise<NextInTurn[]> {
  const router = await desk.router()
  const at = desk.clock.now()
  const lead: LeadFacts = {
    ...emptyDraft(),
    id: 0,
    source: '',
    receivedAt: at,
    grade: null,
    isFreeMail: false,
    isDuplicate: false,
    customerStatus: 'new',
    direction: 'inbound',
    timeZone: null,
    ownerRepId: null,
    alreadyOfferedTo: [],
    waitingSince: null,
    isBacklog: false,
  }
  return router.nextInTurn(lead, await desk.store.world(at, router.performanceWindowMs))
}
