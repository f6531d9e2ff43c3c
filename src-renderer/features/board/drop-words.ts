import type { LeadId, RepCard, Stage } from '../../../src-main/contract/index.ts'
import type { DeskState } from '../../state/desk-state.ts'
import { boardText } from '../../text/board.ts'
import { obstaclesIfGiven } from '../../text/reasons.ts'
import { stageWords } from '../../text/words.ts'

export interface DropWords {
  said: string
  /** True when the drop breaks a rule of the desk; it is allowed all the same. */
  isTrouble: boolean
}

/** What a drop of these leads on this rep would do, said before it is done. */
export function dropOnRep(rep: RepCard, leadIds: readonly LeadId[], leads: DeskState['leads']): DropWords {
  const news = newsFor(rep, leadIds, leads)
  if (news.length === 0) return { said: boardText.alreadyHere, isTrouble: false }
  // A claim counts for everyone who may take it: it fills no further place.
  const more = news.filter((id) => leads.get(id)?.offeredTo.includes(rep.id) !== true).length
  const reasons = obstaclesIfGiven(rep, more).map(({ said }) => said)
  return reasons.length === 0
    ? { said: boardText.dropHere, isTrouble: false }
    : { said: boardText.dropAnyway(reasons), isTrouble: true }
}

/** Those of the leads that are not in the rep's column yet. */
export function newsFor(rep: Pick<RepCard, 'id'>, leadIds: readonly LeadId[], leads: DeskState['leads']): LeadId[] {
  return leadIds.filter((id) => {
    const lead = leads.get(id)
    if (lead?.status === 'offered') return lead.offeredTo.length > 1 || lead.offeredTo[0] !== rep.id
    return lead?.status !== 'assigned' || lead.repId !== rep.id
  })
}

export function dropOnStage(stage: Stage, leadIds: readonly LeadId[], leads: DeskState['leads']): DropWords {
  const isHere = leadIds.every((id) => leads.get(id)?.stage === stage)
  return { said: isHere ? boardText.alreadyHere : boardText.dropToStage(stageWords[stage]), isTrouble: false }
}
