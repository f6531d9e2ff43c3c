import type { EpochMs, LeadId } from '../contract/index.ts'
import { routerOf } from '../routing/router.ts'
import { Simulation } from '../routing/simulate.ts'
import type { LeadLabel } from '../routing/simulate-report.ts'
import { nameOf } from '../routing/simulate-side.ts'
import type { DeskStore } from '../store/port.ts'
import type { Desk } from './context.ts'
import { simTeam } from './sim-team.ts'
import type { Course, SimulatedRuns } from './simulate-rules.ts'

/** Leads between two looks at the clock: a millisecond or two of work. */
const STEP_LEADS = 50
/** Moments between two looks, when the clock runs out. */
const STEP_MOMENTS = 500

/** Both rulesets over the desk's own leads of a period, each lead at its own time. */
export async function simulatePast(desk: Desk, period: { from: EpochMs; to: EpochMs }, course: Course): Promise<SimulatedRuns> {
  const { store } = desk
  const now = desk.clock.now()
  course.total = await store.countLeads(period.from, period.to)
  const end = Math.min(period.to, now)
  let sides: Simulation[] = await openSides(store, { from: now, to: now, now }, course)
  const labels: LeadLabel[] = []
  for await (const page of store.eachPastLead(period.from, period.to)) {
    // Not before the first lead: a period may begin in 1970, and calendars are worked out for all of it.
    if (labels.length === 0) sides = await openSides(store, { from: page[0]?.facts.receivedAt ?? now, to: end, now }, course)
    for (let at = 0; at < page.length; at += STEP_LEADS) {
      const leads = page.slice(at, at + STEP_LEADS)
      for (const side of sides) side.feed(leads)
      for (const { facts } of leads) labels.push({ leadId: facts.id as LeadId, name: nameOf(facts), value: facts.value ?? 0 })
      course.done += leads.length
      await course.rest()
    }
  }
  for (const side of sides) while (!side.advance(end, STEP_MOMENTS)) await course.rest()
  const [published, draft] = sides.map((side) => ({ side: side.side(course.say), repOf: side.repOf }))
  return { published: published!, draft: draft!, labels }
}

function openSides(
  store: DeskStore,
  period: { from: EpochMs; to: EpochMs; now: EpochMs },
  { published, draft }: Course,
): Promise<Simulation[]> {
  return Promise.all(
    [published, draft].map(async (ruleset) => {
      const { performanceWindowMs } = routerOf(ruleset, () => ({ weekday: 1, hour: 0 }))
      return new Simulation(ruleset, await simTeam(store, { ...period, performanceWindowMs }))
    }),
  )
}
