import type { LeadCard } from '../../../src-main/contract/index.ts'
import { isOwn, useMe } from '../../state/seat.ts'

/** Whether the person at the window may do more with a lead than answer its offer: a rep only once it is theirs. False while it is not known. */
export function useMayWork(card: LeadCard | undefined): boolean {
  const { isManager, repId } = useMe()
  return card !== undefined && (isManager || isOwn(card, repId))
}
