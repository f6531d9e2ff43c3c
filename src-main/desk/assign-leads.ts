import type { LeadId, RepId, Seq } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** A manager's hand wins over every rule and cap, and pins (R28). Whoever now has room takes what waits. */
export async function assignLeads(
  desk: Desk,
  input: { leadIds: readonly LeadId[]; repId: RepId; actor: string },
): Promise<Seq[]> {
  const { document } = await desk.store.publishedRuleset()
  const step = { at: desk.clock.now(), actor: input.actor }
  const seqs = await desk.store.assign(input.leadIds, input.repId, document.settings.chargeOverrides, step)
  await desk.drain()
  return seqs
}
