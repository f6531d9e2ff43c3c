import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type EpochMs, LeadDraft, type LeadId, RepProfile } from '../contract/index.ts'
import { resourcesFolder } from '../lib/program-folder.ts'
import type { Desk } from './context.ts'
import { emptyDraft } from './empty-draft.ts'
import { cleanTyped, identifyLead } from './identify-lead.ts'
import { publishRules } from './rules.ts'
import { takeInOf } from './take-in-leads.ts'

const SampleReps = z.array(RepProfile)
const SampleLeads = z.array(LeadDraft.partial().extend({ minutesAgo: z.number() }))
const MINUTE_MS = 60_000
/** One rep is busy, so that the switch is seen in both positions. */
const ON_A_CALL = 'leo@sample.example'
/** null: nobody has called yet. */
const ATTEMPT_AFTER_MINUTES = [4, 11, null, 2, 38, 7, null, 19, 95, 3]

/**
 * A team of six with rules and a day of leads, to play with. Everything happens at its own time over the last hours, so that ages,
 * turns and reports look as on a working day: leads come, reps call back, some are won.
 */
export async function loadSample(desk: Desk, input: { actor: string }): Promise<void> {
  const { store } = desk
  const { actor } = input
  const now = desk.clock.now()
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(resourcesFolder, 'sample', name), 'utf8')) as unknown
  await store.importReps(SampleReps.parse(await read('reps.json')), { at: now, actor })
  await publishRules(desk, { document: await read('rules.json'), note: 'sample rules', actor, file: null })
  const { country } = await store.settings()
  const sourceId = await store.openSource('Sample leads', 'sample', now)
  const steps: Step[] = []
  const leads = SampleLeads.parse(await read('leads.json')).sort((a, b) => b.minutesAgo - a.minutesAgo)
  leads.forEach(({ minutesAgo, ...draft }, i) => {
    const receivedAt = now - minutesAgo * MINUTE_MS
    const clean = cleanTyped({ ...emptyDraft(), ...draft, receivedAt }, country)
    const lead = identifyLead(clean, { key: `sample-${i}`, raw: null, rawKind: 'hand', line: null, owner: null })
    steps.push({
      at: receivedAt,
      async take() {
        const batch = await takeInOf(desk, { sourceId, batchId: null, actor, route: 'now', leads: [lead] })
        const [taken] = await store.takeIn({ ...batch, at: receivedAt })
        if (taken?.outcome === 'added' && taken.repId !== null) workOn(taken.leadId, receivedAt, i)
      },
    })
  })

  /** What a rep does with the i-th lead: most are tried within the hour, some answered, a few won or lost. */
  function workOn(leadId: LeadId, receivedAt: EpochMs, i: number): void {
    const later = (minutes: number, take: (step: { at: EpochMs; actor: string }) => Promise<unknown>): void => {
      const at = receivedAt + minutes * MINUTE_MS
      if (at < now) steps.push({ at, take: () => take({ at, actor }) })
    }
    const wait = ATTEMPT_AFTER_MINUTES[i % ATTEMPT_AFTER_MINUTES.length]
    if (wait === undefined || wait === null) return
    later(wait, (step) => store.log(leadId, 'attempt', step))
    if (i % 3 === 0) later(wait + 25, (step) => store.log(leadId, 'contact', step))
    if (i % 6 === 0) later(wait + 90, (step) => store.setStage([leadId], 'qualified', step))
    if (i % 12 === 0) later(wait + 200, (step) => store.setStage([leadId], 'won', step))
    if (i % 12 === 6) later(wait + 150, (step) => store.setStage([leadId], 'lost', step))
  }

  for (let step = takeFirst(steps); step; step = takeFirst(steps)) await step.take()
  const leo = (await store.reps(now)).find((rep) => rep.email === ON_A_CALL)
  if (leo) await store.setAvailability(leo.id, 'busy', now + 40 * MINUTE_MS, 'on a call', { at: now, actor })
  await desk.drain()
}

interface Step {
  at: EpochMs
  take(): Promise<unknown>
}

function takeFirst(steps: Step[]): Step | undefined {
  steps.sort((a, b) => a.at - b.at)
  return steps.shift()
}
