import { z } from './zod.ts'
import { EpochMs, LeadId, RepId, RuleId, UploadId } from './ids.ts'
import { ImportOptions } from './intake.ts'
import { IneligibleReason } from './rep.ts'

/** Trying rules on leads before they count (R35). Nothing is written. */

/** `past`: the desk's own leads of a period, each at its own time. `file`: leads of a file, as if imported now. */
export const SimulationLeads = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('past'), from: EpochMs, to: EpochMs }),
  z.object({ kind: z.literal('file'), uploadId: UploadId, options: ImportOptions }),
])
export type SimulationLeads = z.infer<typeof SimulationLeads>

/** What one ruleset makes of the leads. */
export const SimulationSide = z.object({
  /** Version of a published ruleset; null for one that is not. */
  ruleset: z.int().nullable(),
  leads: z.int(),
  /** Those given, at once or by an offer that is taken to be accepted. */
  assigned: z.int(),
  /** Those still waiting at the end. */
  waiting: z.int(),
  discarded: z.int(),
  byRep: z.array(
    z.object({
      repId: RepId,
      rep: z.string(),
      name: z.string(),
      weight: z.number(),
      leads: z.int(),
      /** Sum of the leads' values. */
      value: z.number(),
      /** What the weights of those eligible would have given: the fair share. */
      fairShare: z.number(),
    }),
  ),
  byRule: z.array(z.object({ ruleId: RuleId, rule: z.string(), leads: z.int() })),
  /** Enabled rules that decided no lead. */
  neverHit: z.array(z.string()),
  /** Leads that no rule matched. */
  uncovered: z.object({
    leads: z.int(),
    examples: z.array(z.object({ leadId: LeadId.nullable(), name: z.string() })),
  }),
  /** From received to given, in milliseconds, over those that had to wait. */
  waits: z.object({ leads: z.int(), p50: z.number().nullable(), p95: z.number().nullable(), longest: z.number().nullable() }),
  /** Contact clocks that would have run out if reps had answered as fast as they did then; null when no rule has one. */
  breaches: z.int().nullable(),
  /** Jain's index over leads by fair share, 1 is even; null with fewer than two reps. */
  jain: z.number().nullable(),
  /** The greatest distance of a rep from their fair share, as a part of all given leads (0 to 1); null with none given. */
  fairShareGap: z.number().nullable(),
  /** The filter analyser: how many leads each condition was the first to turn away from its rule. */
  toll: z.array(z.object({ rule: z.string(), ruleIndex: z.int(), condition: z.string(), turnedAway: z.int() })),
  /** How many times a rep of a rule's pool was passed over, by reason. */
  poolToll: z.array(z.object({ rule: z.string(), ruleIndex: z.int(), reason: IneligibleReason, times: z.int() })),
})
export type SimulationSide = z.infer<typeof SimulationSide>

export const SimulationReport = z.object({
  at: EpochMs,
  kind: z.enum(['past', 'file']),
  from: EpochMs.nullable(),
  to: EpochMs.nullable(),
  leads: z.int(),
  /** What was taken for granted, in sentences a person reads. */
  assumptions: z.array(z.string()),
  published: SimulationSide,
  draft: SimulationSide,
  /** Leads that would be elsewhere. `null` is nobody: they wait, or are discarded. */
  moved: z.int(),
  moves: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), leads: z.int(), value: z.number() })),
  examples: z.array(
    z.object({ leadId: LeadId.nullable(), name: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  ),
})
export type SimulationReport = z.infer<typeof SimulationReport>

export const SimulationUpdate = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('report'), report: SimulationReport }),
])
export type SimulationUpdate = z.infer<typeof SimulationUpdate>

/** One thing that differs between two rulesets, in words. `where` is a path into the file. */
export const RulesetChange = z.object({
  kind: z.enum(['added', 'removed', 'changed', 'moved', 'renamed', 'switched']),
  what: z.enum(['rule', 'territory', 'score', 'settings']),
  name: z.string(),
  where: z.string(),
  /** "now by weight; was in turn" */
  said: z.string(),
})
export type RulesetChange = z.infer<typeof RulesetChange>
