import { z } from './zod.ts'
import { EpochMs, RepId } from './ids.ts'
import { Availability } from './rep.ts'
import { LeadFilter } from './lead.ts'
import { REPORTS } from './lists.ts'

export const ReportName = z.enum(REPORTS)
export type ReportName = z.infer<typeof ReportName>

/** What a number is, and so how it is written. `duration` is milliseconds, `share` 0 to 1, `money` a day's or a deal's, in `currency`. */
export const Measure = z.enum(['count', 'duration', 'share', 'index', 'money', 'number'])
export type Measure = z.infer<typeof Measure>

/** One number. Null where nothing was measured, or where too few leads (`LEAST_FOR_A_RATE`) would make a rate of chance. */
export const Cell = z.object({
  value: z.number().nullable(),
  /** How many leads, offers or hours it is made of: the denominator of a share. */
  of: z.number().nullable(),
  /** The leads behind it; null where it is not made of leads. */
  leads: LeadFilter.nullable(),
})
export type Cell = z.infer<typeof Cell>

/** Ends of the bands of speed to lead, in minutes: 0 to 5, 5 to 15, 15 to 60, and more. */
export const SPEED_BANDS = [5, 15, 60] as const

const OFFER_COLUMNS = {
  made: 'count',
  accepted: 'count',
  declined: 'count',
  expired: 'count',
  withdrawn: 'count',
  acceptanceRate: 'share',
  acceptP50: 'duration',
} as const
const CONVERSION_COLUMNS = {
  received: 'count',
  qualifiedShare: 'share',
  wonShare: 'share',
  winRate: 'share',
  dealValue: 'money',
  cycle: 'duration',
  velocity: 'money',
} as const

/**
 * What each report tells, in the order it is read: its figures, and its tables with what a row is about and the columns. `P50` and `P95` are
 * percentiles.
 */
export const REPORT_PARTS = {
  overview: {
    figures: {
      received: 'count',
      assignedShare: 'share',
      speedP50: 'duration',
      speedP95: 'duration',
      withinFiveShare: 'share',
      breachRate: 'share',
      leakRate: 'share',
      acceptanceRate: 'share',
      wonShare: 'share',
      jain: 'index',
    },
    tables: {
      overviewByDay: { by: 'day', columns: { received: 'count', assigned: 'count', attempted: 'count', won: 'count' } },
    },
  },
  speed: {
    figures: {
      speedP50: 'duration',
      speedP95: 'duration',
      assignP50: 'duration',
      assignP95: 'duration',
      responseP50: 'duration',
      responseP95: 'duration',
      contactP50: 'duration',
      contactP95: 'duration',
      notTried: 'count',
    },
    tables: {
      /** Keys `0-5`, `5-15`, `15-60`, `60+` minutes and `never`. */
      speedBands: { by: 'band', columns: { leads: 'count', leadsShare: 'share', qualifiedShare: 'share', wonShare: 'share' } },
      speedByDay: { by: 'day', columns: { attempted: 'count', speedP50: 'duration', speedP95: 'duration' } },
      speedByRep: {
        by: 'rep',
        columns: {
          leads: 'count',
          attempted: 'count',
          speedP50: 'duration',
          speedP95: 'duration',
          responseP50: 'duration',
          responseP95: 'duration',
          withinFiveShare: 'share',
        },
      },
      speedBySource: {
        by: 'source',
        columns: { leads: 'count', attempted: 'count', speedP50: 'duration', speedP95: 'duration', withinFiveShare: 'share' },
      },
      speedByRule: {
        by: 'rule',
        columns: {
          leads: 'count',
          assignP50: 'duration',
          assignP95: 'duration',
          speedP50: 'duration',
          speedP95: 'duration',
          withinFiveShare: 'share',
        },
      },
    },
  },
  offers: {
    figures: {
      made: 'count',
      acceptanceRate: 'share',
      acceptP50: 'duration',
      withClock: 'count',
      breachRate: 'share',
      overdueNow: 'count',
      reroutedShare: 'share',
    },
    tables: {
      offersByRep: {
        by: 'rep',
        columns: OFFER_COLUMNS,
      },
      offersByRule: {
        by: 'rule',
        columns: OFFER_COLUMNS,
      },
      breachesByRep: { by: 'rep', columns: { withClock: 'count', breached: 'count', breachRate: 'share' } },
      breachesByRule: { by: 'rule', columns: { withClock: 'count', breached: 'count', breachRate: 'share' } },
      /** Keys `declined`, `expired`, `taken-back`, `released`. */
      rerouteReasons: { by: 'reason', columns: { times: 'count' } },
    },
  },
  leakage: {
    figures: { received: 'count', leaked: 'count', leakRate: 'share', noOwner: 'count', notTried: 'count' },
    tables: {
      leakByDay: { by: 'day', columns: { received: 'count', leaked: 'count', leakRate: 'share' } },
      leakBySource: { by: 'source', columns: { received: 'count', leaked: 'count', leakRate: 'share', noOwner: 'count' } },
      leakByRep: { by: 'rep', columns: { received: 'count', leaked: 'count', leakRate: 'share' } },
      leakByRule: { by: 'rule', columns: { received: 'count', leaked: 'count', leakRate: 'share' } },
    },
  },
  conversion: {
    figures: {
      received: 'count',
      qualifiedShare: 'share',
      wonShare: 'share',
      winRate: 'share',
      dealValue: 'money',
      cycle: 'duration',
      velocity: 'money',
    },
    tables: {
      conversionBySource: {
        by: 'source',
        columns: CONVERSION_COLUMNS,
      },
      conversionByRep: {
        by: 'rep',
        columns: CONVERSION_COLUMNS,
      },
      conversionByRule: {
        by: 'rule',
        columns: CONVERSION_COLUMNS,
      },
    },
  },
  fairness: {
    figures: { jain: 'index', jainValue: 'index', largestGap: 'number' },
    tables: {
      fairnessByRep: {
        by: 'rep',
        columns: {
          given: 'count',
          expected: 'number',
          gap: 'number',
          gapShare: 'share',
          value: 'number',
          weight: 'number',
          availableShare: 'share',
        },
      },
    },
  },
  intake: {
    figures: { arrivals: 'count', matched: 'count', duplicateRate: 'share', suspected: 'count', filtered: 'count' },
    tables: {
      intakeBySource: {
        by: 'source',
        columns: { arrivals: 'count', leads: 'count', matched: 'count', duplicateRate: 'share', suspected: 'count' },
      },
      filtersByRule: { by: 'rule', columns: { discarded: 'count', nurture: 'count', partner: 'count' } },
      /** Keys are `MailReason`. */
      ignoredMails: { by: 'reason', columns: { mails: 'count' } },
    },
  },
  availability: {
    figures: { availableShare: 'share', shift: 'duration' },
    tables: {
      availabilityByRep: {
        by: 'rep',
        columns: { shift: 'duration', available: 'duration', busy: 'duration', away: 'duration', availableShare: 'share' },
      },
    },
  },
} as const satisfies Record<
  ReportName,
  {
    figures: Record<string, Measure>
    tables: Record<string, { by: 'rep' | 'source' | 'rule' | 'band' | 'day' | 'reason'; columns: Record<string, Measure> }>
  }
>

export const Figure = Cell.extend({ id: z.string(), measure: Measure })
export type Figure = z.infer<typeof Figure>

export const ReportTable = z.object({
  id: z.string(),
  /** What a row is about. */
  by: z.enum(['rep', 'source', 'rule', 'band', 'day', 'reason']),
  columns: z.array(z.object({ id: z.string(), measure: Measure })),
  rows: z.array(
    z.object({
      /** A source's or rule's name, a day as 2026-11-22, or one of the words of the report: a band, a reason. */
      key: z.string(),
      /** For `by: 'rep'`. */
      repId: RepId.nullable(),
      cells: z.array(Cell),
    }),
  ),
})
export type ReportTable = z.infer<typeof ReportTable>

/** When each rep was on shift, and what they said of themselves meanwhile. Spells follow each other; off shift there is none. */
export const AvailabilityLine = z.object({
  repId: RepId,
  name: z.string(),
  spells: z.array(z.object({ from: EpochMs, to: EpochMs, state: Availability })),
})
export type AvailabilityLine = z.infer<typeof AvailabilityLine>

export const Report = z.object({
  name: ReportName,
  from: EpochMs,
  to: EpochMs,
  /** Of `money`: the one most won leads of the period have; leads of others are left out of it. */
  currency: z.string().nullable(),
  figures: z.array(Figure),
  tables: z.array(ReportTable),
  /** Of `availability`, at most the last 14 days of the period; empty else. */
  timeline: z.array(AvailabilityLine),
})
export type Report = z.infer<typeof Report>
