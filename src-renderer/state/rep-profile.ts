import { type RepCard, type RepId, RepProfile } from '../../src-main/contract/index.ts'

/** What `rep.save` takes to put a paused rep back into rotation, and nothing else. */
export function resumed(rep: RepCard): RepProfile & { repId: RepId } {
  return { ...RepProfile.parse(rep), isPaused: false, repId: rep.id }
}
