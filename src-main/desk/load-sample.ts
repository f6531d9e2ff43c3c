import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { LeadDraft, RepProfile } from '../contract/index.ts'
import { resourcesFolder } from '../lib/program-folder.ts'
import type { Desk } from './context.ts'
import { emptyDraft } from './empty-draft.ts'
import { cleanTyped, identifyLead } from './identify-lead.ts'
import { publishRules } from './rules.ts'
import { takeInLeads } from './take-in-leads.ts'

const SampleReps = z.array(RepProfile)
const SampleLeads = z.array(LeadDraft.partial().extend({ minutesAgo: z.number() }))
const MINUTE_MS = 60_000

/**
 * A team of six with rules and a day of leads, to play with. The leads came in over the last hours, so that ages, turns and
 * reports look as on a working day.
 */
export async function loadSample(desk: Desk, input: { actor: string }): Promise<void> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(resourcesFolder, 'sample', name), 'utf8')) as unknown
  const step = { at: desk.clock.now(), actor: input.actor }
  await desk.store.importReps(SampleReps.parse(await read('reps.json')), step)
  await publishRules(desk, { document: await read('rules.json'), note: 'sample rules', actor: input.actor, file: null })
  const { country } = await desk.store.settings()
  const sourceId = await desk.store.openSource('Sample leads', 'sample', step.at)
  const leads = SampleLeads.parse(await read('leads.json')).map(({ minutesAgo, ...draft }, i) => {
    const receivedAt = step.at - Math.round(minutesAgo * MINUTE_MS)
    const clean = cleanTyped({ ...emptyDraft(), ...draft, receivedAt }, country)
    return identifyLead(clean, { key: `sample-${i}`, raw: null, rawKind: 'hand', line: null, owner: null })
  })
  // Oldest first, as they would have come.
  leads.sort((a, b) => (a.draft.receivedAt ?? 0) - (b.draft.receivedAt ?? 0))
  await takeInLeads(desk, { sourceId, batchId: null, actor: input.actor, route: 'now', leads })
  await desk.drain()
}
