import type { LeadId, RepCard } from '../../../src-main/contract/index.ts'
import { boardText } from '../../text/board.ts'
import { obstaclesIfGiven } from '../../text/reasons.ts'

export interface DropWords {
  said: string
  /** True when the drop breaks a rule of the desk; it is allowed all the same. */
  isTrouble: boolean
}

/** What a drop of these leads on this rep would do, said before it is done. */
export function dropOnRep(rep: RepCard, leadIds: readonly LeadId[], own: readonly LeadId[]): DropWords {
  const news = leadIds.filter((id) => !own.includes(id))
  if (news.length === 0) return { said: boardText.alreadyHere, isTrouble: false }
  const reasons = obstaclesIfGiven(rep, news.length).map(({ said }) => said)
  return reasons.length === 0
    ? { said: boardText.dropHere, isTrouble: false }
    : { said: boardText.dropAnyway(reasons), isTrouble: true }
}
