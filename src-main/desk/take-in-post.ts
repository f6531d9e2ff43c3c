import type { FormId, SourceId } from '../contract/index.ts'
import type { IncomingLead, PostTaken } from '../store/port-arrivals.ts'
import type { Desk } from './context.ts'
import { takeInOf } from './take-in-leads.ts'

export interface TakeInPostInput {
  formId: FormId
  sourceId: SourceId
  key: string
  bodyHash: string
  device: string | null
  actor: string
  route: 'now' | 'hold'
  lead: IncomingLead
}

/** Takes the lead of a post in by the published rules. The same key with the same body is one lead, and answers as it did first (R31). */
export async function takeInPost(desk: Desk, input: TakeInPostInput): Promise<PostTaken> {
  const { formId, key, bodyHash, device, lead, ...common } = input
  const { sourceId: _, batchId: __, leads: ___, ...batch } = await takeInOf(desk, { ...common, batchId: null, leads: [] })
  return desk.store.takePost({ ...batch, formId, key, bodyHash, device, lead })
}
