import type { EpochMs } from '../contract/index.ts'
import type { Desk } from './context.ts'

/** The one draft of rules people work on; null when there is none. */
export async function readDraft(
  desk: Desk,
): Promise<{ document: unknown; savedAt: EpochMs; savedBy: string; basedOn: number } | null> {
  return desk.store.readDraft()
}

/** Kept as it is, whatever is wrong with it; null throws it away. */
export async function saveDraft(desk: Desk, input: { document: unknown; basedOn: number; actor: string }): Promise<void> {
  if (input.document === null) return dropDraft(desk, input)
  await desk.store.saveDraft(input.document, input.basedOn, { at: desk.clock.now(), actor: input.actor })
}

export async function dropDraft(desk: Desk, input: { actor: string }): Promise<void> {
  await desk.store.dropDraft({ at: desk.clock.now(), actor: input.actor })
}
