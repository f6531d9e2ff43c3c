import type { BatchId, ImportRoute, SourceId } from '../contract/index.ts'
import type { IncomingLead, TakeIn, TakenIn } from '../store/port-arrivals.ts'
import type { Desk } from './context.ts'

export const DAY_MS = 24 * 60 * 60 * 1_000

/**
 * Takes leads in by the published rules: matches, scores, routes and saves them, all or none (R1, R30–R32). Nothing is
 * announced that was not saved.
 */
export async function takeInLeads(desk: Desk, input: TakeInInput): Promise<TakenIn[]> {
  return desk.store.takeIn(await takeInOf(desk, input))
}

export interface TakeInInput {
  sourceId: SourceId
  batchId: BatchId | null
  actor: string
  route: ImportRoute
  perHour?: number
  startOldClocks?: boolean
  leads: readonly IncomingLead[]
  progress?: NonNullable<TakeIn['progress']>
}

/** What the store is handed, for taking in and for rehearsing alike. */
export async function takeInOf(desk: Desk, input: TakeInInput): Promise<TakeIn> {
  const { document } = await desk.store.publishedRuleset()
  return {
    ...input,
    at: desk.clock.now(),
    router: await desk.router(),
    duplicateWindowMs: document.settings.duplicateWindowDays * DAY_MS,
  }
}
