import type { SimulationReport, SimulationSide } from '../../../src-main/contract/index.ts'
import { NOON, repId } from '../helpers/builders.ts'

export function aSide(parts: Partial<SimulationSide> = {}): SimulationSide {
  return {
    ruleset: 1,
    leads: 100,
    assigned: 90,
    waiting: 10,
    discarded: 0,
    byRep: [
      { repId: repId(1), rep: 'rep1@example.com', name: 'Mia', weight: 2, leads: 60, value: 6_000, fairShare: 60 },
      { repId: repId(2), rep: 'rep2@example.com', name: 'Tom', weight: 1, leads: 30, value: 2_000, fairShare: 30 },
    ],
    byRule: [],
    neverHit: [],
    uncovered: { leads: 0, examples: [] },
    waits: { leads: 10, p50: 60_000, p95: 3_600_000, longest: 7_200_000 },
    breaches: null,
    jain: 1,
    fairShareGap: 0,
    toll: [],
    poolToll: [],
    ...parts,
  }
}

export function aReport(parts: Partial<SimulationReport> = {}): SimulationReport {
  return {
    at: NOON,
    kind: 'past',
    from: NOON - 86_400_000,
    to: NOON,
    leads: 100,
    assumptions: ['Offers are taken to be accepted.'],
    published: aSide(),
    draft: aSide({ ruleset: null }),
    moved: 0,
    moves: [],
    examples: [],
    ...parts,
  }
}
