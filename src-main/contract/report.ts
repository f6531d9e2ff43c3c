import { z } from 'zod'
import { EpochMs, RepId } from './ids.ts'

/** Speeds are milliseconds; null where nothing was measured. Definitions: docs of the reports screen. */
export const OverviewReport = z.object({
  from: EpochMs,
  to: EpochMs,
  received: z.int(),
  matched: z.int(),
  assigned: z.int(),
  waiting: z.int(),
  won: z.int(),
  lost: z.int(),
  timeToAssignP50: z.number().nullable(),
  timeToAssignP95: z.number().nullable(),
  speedToLeadP50: z.number().nullable(),
  speedToLeadP95: z.number().nullable(),
  /** Jain's index over leads by weight; null with fewer than two reps. */
  fairness: z.number().nullable(),
  byRep: z.array(
    z.object({
      repId: RepId,
      rep: z.string(),
      name: z.string(),
      weight: z.number(),
      assigned: z.int(),
      attempted: z.int(),
      won: z.int(),
      open: z.int(),
    }),
  ),
  bySource: z.array(z.object({ source: z.string(), received: z.int(), assigned: z.int(), won: z.int() })),
  byRule: z.array(z.object({ rule: z.string(), leads: z.int() })),
  byDay: z.array(z.object({ day: z.string(), received: z.int(), assigned: z.int() })),
})
export type OverviewReport = z.infer<typeof OverviewReport>
