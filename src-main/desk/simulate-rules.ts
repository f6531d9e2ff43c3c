import { setTimeout as pause } from 'node:timers/promises'
import {
  DeskError,
  type Language,
  type Ruleset,
  type SimulationLeads,
  type SimulationReport,
  type SimulationUpdate,
} from '../contract/index.ts'
import { checkRuleset } from '../routing/check-ruleset.ts'
import { type CompiledRuleset, compileRuleset } from '../routing/compile-ruleset.ts'
import { compareRuns, type LeadLabel, type SideRun } from '../routing/simulate-report.ts'
import type { DeskWords } from '../routing/words/en.ts'
import { wordsIn } from '../routing/words/words-in.ts'
import type { Desk } from './context.ts'
import { assumptionsOf } from './simulate-assumptions.ts'
import { type RehearseRows, simulateFile } from './simulate-file.ts'
import { simulatePast } from './simulate-past.ts'
import { words } from './words.ts'

/** How often progress is told, and how long the work may keep others from their turn. */
const PROGRESS_MS = 150
const SLICE_MS = 15

/** A simulation under way: what it runs, how far it is, and whether it is still wanted. */
export interface Course {
  readonly published: CompiledRuleset
  readonly draft: CompiledRuleset
  /** The language of what the report says. */
  readonly say: DeskWords
  /** Leads of the past, or bytes of a file. */
  done: number
  total: number
  readonly signal: AbortSignal
  /** Between steps: lets others have their turn when it is time. Throws once nobody wants the answer any more. */
  rest(): Promise<void>
}

export interface SimulatedRuns {
  published: SideRun
  draft: SideRun
  labels: readonly LeadLabel[]
}

/**
 * Runs a draft and the published rules over leads, side by side (R35). Tells how far it is at least every 250 ms, and ends with the
 * report. Nothing is written. Refuses a draft that can't work with `ruleset-bad`; stops when `signal` fires or the caller
 * returns.
 */
export async function simulateRules(
  desk: Desk,
  input: { document: unknown; leads: SimulationLeads; language?: Language },
  rehearseRows: RehearseRows,
  signal?: AbortSignal,
): Promise<AsyncGenerator<SimulationUpdate, void>> {
  const { ruleset, findings } = checkRuleset(
    input.document,
    await desk.store.reps(desk.clock.now()),
    words,
    wordsIn(input.language ?? 'en'),
  )
  if (!ruleset) throw new DeskError('ruleset-bad', { file: null, findings })
  return follow(desk, ruleset, input, rehearseRows, signal)
}

async function* follow(
  desk: Desk,
  draft: Ruleset,
  { leads, language = 'en' }: { leads: SimulationLeads; language?: Language },
  rehearseRows: RehearseRows,
  signal: AbortSignal | undefined,
): AsyncGenerator<SimulationUpdate, void> {
  const stop = new AbortController()
  const wanted = AbortSignal.any([stop.signal, ...(signal ? [signal] : [])])
  const { document, ruleset } = await desk.store.publishedRuleset()
  let restedAt = performance.now()
  const course: Course = {
    published: compileRuleset(document, ruleset, words),
    // No version is below 0: a draft has none.
    draft: compileRuleset(draft, -1, words),
    say: wordsIn(language),
    done: 0,
    total: 0,
    signal: wanted,
    async rest() {
      wanted.throwIfAborted()
      if (performance.now() - restedAt < SLICE_MS) return
      await new Promise((resolve) => setImmediate(resolve))
      restedAt = performance.now()
      wanted.throwIfAborted()
    },
  }
  const work = run(desk, leads, rehearseRows, course)
  // Looked at below, unless nobody wants it any more.
  work.catch(() => {})
  try {
    for (;;) {
      const tick = pause(PROGRESS_MS, null, { signal: wanted }).catch(() => null)
      const report = await Promise.race([work, tick])
      if (wanted.aborted) return
      if (report !== null) {
        yield { kind: 'report', report }
        return
      }
      yield { kind: 'progress', done: course.done, total: Math.max(course.done, course.total) }
    }
  } finally {
    stop.abort()
    // Nothing of it goes on when the caller has its answer.
    await work.catch(() => {})
  }
}

async function run(desk: Desk, leads: SimulationLeads, rehearseRows: RehearseRows, course: Course): Promise<SimulationReport> {
  const isPast = leads.kind === 'past'
  const runs = isPast ? await simulatePast(desk, leads, course) : await simulateFile(desk, leads, rehearseRows, course)
  return {
    at: desk.clock.now(),
    kind: leads.kind,
    from: isPast ? leads.from : null,
    to: isPast ? leads.to : null,
    leads: isPast ? runs.labels.length : Math.max(runs.published.side.leads, runs.draft.side.leads),
    assumptions: assumptionsOf(leads, course, course.say),
    ...compareRuns(runs.published, runs.draft, runs.labels),
  }
}
