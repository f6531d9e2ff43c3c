import type {
  Decision,
  DecisionRecord,
  ImportOptions,
  LeadFacts,
  LeadStatus,
  RepFacts,
  RepId,
  SourceId,
  UploadId,
  World,
} from '../contract/index.ts'
import { DAY_MS } from '../lib/wall-clock.ts'
import { localTime } from '../lib/working-time.ts'
import type { CompiledRuleset } from '../routing/compile-ruleset.ts'
import { routerOf } from '../routing/router.ts'
import type { LeadLabel, SideRun } from '../routing/simulate-report.ts'
import { amongOf, nameOf, SideTally, whoAccepts } from '../routing/simulate-side.ts'
import type { IncomingLead, Rehearsal } from '../store/port-arrivals.ts'
import type { Router } from '../store/port-shapes.ts'
import type { Desk } from './context.ts'
import type { Course, SimulatedRuns } from './simulate-rules.ts'

/** A rehearsed lead, in the order in which the leads were handed over. */
export interface RehearsedLead {
  outcome: 'added' | 'matched'
  status: LeadStatus | null
  repId: RepId | null
}

/** Reads a file as an import would, and hands its leads to `take` a piece at a time. Intake does it; the desk may not know intake. */
export type RehearseRows = (input: {
  uploadId: UploadId
  options: ImportOptions
  signal: AbortSignal
  onProgress: (progress: { bytesRead: number; bytes: number }) => void
  take: (piece: { sourceId: SourceId; leads: readonly IncomingLead[] }) => Promise<readonly RehearsedLead[]>
}) => Promise<void>

/**
 * Both rulesets over the leads of a file, as if each were published now and the file imported next: what waits on the desk is tried
 * first, then the file is taken in by the same matching, routing and charging as an import.
 */
export async function simulateFile(
  desk: Desk,
  file: { uploadId: UploadId; options: ImportOptions },
  rehearseRows: RehearseRows,
  course: Course,
): Promise<SimulatedRuns> {
  const at = desk.clock.now()
  const { timeZone } = await desk.store.settings()
  const { reps } = await desk.store.world(at)
  const open = async (ruleset: CompiledRuleset): Promise<FileSide> => {
    const rehearsal = await desk.store.rehearsal(at)
    const side = new FileSide(ruleset, reps, rehearsal, (when, zone) => localTime(when, zone ?? timeZone))
    await rehearsal.drain(side.router)
    await course.rest()
    return side
  }
  const sides = [await open(course.published), await open(course.draft)] as const
  const labels: LeadLabel[] = []
  const { route, startOldClocks = false } = file.options
  // In a simulation there is no time for a trickle: all of it comes at once.
  const about = { batchId: null, at, actor: 'desk', route: route === 'trickle' ? 'now' : route, startOldClocks } as const
  await rehearseRows({
    ...file,
    signal: course.signal,
    onProgress({ bytesRead, bytes }) {
      course.done = bytesRead
      course.total = bytes
    },
    async take({ sourceId, leads }) {
      const placed: RehearsedLead[] = []
      for (let from = 0; from < leads.length; from += STEP_LEADS) {
        const some = leads.slice(from, from + STEP_LEADS)
        await sides[0].take({ ...about, sourceId, leads: some })
        placed.push(...(await sides[1].take({ ...about, sourceId, leads: some })))
        for (const { draft } of some) labels.push({ leadId: null, name: nameOf(draft), value: draft.value ?? 0 })
        await course.rest()
      }
      return placed
    },
  })
  // Nobody knows how fast these leads would be answered.
  const [published, draft] = sides.map((side): SideRun => ({
    side: { ...side.tally.side(null, course.say), breaches: null },
    repOf: side.repOf,
  }))
  return { published: published!, draft: draft!, labels }
}

/** Leads between two looks at the clock. */
const STEP_LEADS = 50

type TakeInWithoutRules = Omit<Parameters<Rehearsal['takeIn']>[0], 'router' | 'duplicateWindowMs'>

/** One ruleset's rehearsal, watched while it decides. */
class FileSide {
  readonly tally: SideTally
  readonly router: Router
  readonly repOf: (RepId | null)[] = []
  readonly #rehearsal: Rehearsal
  readonly #duplicateWindowMs: number
  readonly #weightOf: (repId: RepId) => number
  /** Decisions since the last piece, in the order of the leads that were new. */
  #seen: Seen[] = []

  constructor(ruleset: CompiledRuleset, reps: readonly RepFacts[], rehearsal: Rehearsal, time: World['localTime']) {
    this.tally = new SideTally(ruleset, reps)
    this.#rehearsal = rehearsal
    const weights = new Map(reps.map(({ id, weight }) => [id, weight]))
    this.#weightOf = (repId) => weights.get(repId) ?? 0
    this.#duplicateWindowMs = ruleset.document.settings.duplicateWindowDays * DAY_MS
    const router = routerOf(ruleset, time)
    this.router = {
      ...router,
      decide: (lead, world) => {
        const decision = router.decide(lead, world)
        const record = router.record(lead, world, decision)
        const repId = whoAccepts(decision, (id) => world.reps.find((rep) => rep.id === id)!)
        this.#seen.push({ lead, decision, record, rep: world.reps.find((rep) => rep.id === repId) ?? null })
        return decision
      },
      record: (lead, world, decision) => this.#recordOf(decision) ?? router.record(lead, world, decision),
    }
  }

  #recordOf(decision: Decision): DecisionRecord | undefined {
    const last = this.#seen.at(-1)
    return last?.decision === decision ? last.record : undefined
  }

  async take(batch: TakeInWithoutRules): Promise<readonly RehearsedLead[]> {
    this.#seen = []
    const { router } = this
    const placed = await this.#rehearsal.takeIn({ ...batch, router, duplicateWindowMs: this.#duplicateWindowMs })
    let next = 0
    placed.forEach((one, i) => {
      if (one.outcome === 'matched') this.repOf.push(null)
      else if (batch.route === 'now') this.#count(this.#seen[next++]!)
      else this.#countUnasked(batch.leads[i]!.draft.value, one)
    })
    return placed
  }

  #count({ lead, decision, record, rep }: Seen): void {
    this.tally.arrived(record)
    this.repOf.push(rep?.id ?? null)
    if (rep) this.tally.given(lead, rep.id, decision, amongOf(decision, this.#weightOf), null)
    else this.tally.left(lead, decision, null)
  }

  /** Held, or its own owner's: no rule was asked (R27). */
  #countUnasked(value: number | null, { repId }: RehearsedLead): void {
    this.repOf.push(repId)
    if (repId === null) this.tally.left(NO_NAME, null, null)
    else this.tally.given({ value }, repId, null, null, null)
  }
}

interface Seen {
  lead: LeadFacts
  decision: Decision
  record: DecisionRecord
  rep: RepFacts | null
}

/** Nothing of a lead that no rule was asked about is ever named. */
const NO_NAME = { name: null, company: null, email: null, phone: null }
