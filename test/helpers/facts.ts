import type { LeadFacts, RepFacts, RepId, Rule, Ruleset, World } from '../../src-main/contract/index.ts'
import { emptyDraft } from '../../src-main/desk/empty-draft.ts'
import { words } from '../../src-main/desk/words.ts'
import { type CompiledRuleset, compileRuleset } from '../../src-main/routing/compile-ruleset.ts'
import { Ruleset as RulesetSchema } from '../../src-main/contract/index.ts'

/** Builders for what a decision sees. Each test says only what matters to it. */

export const NOON = Date.UTC(2026, 10, 23, 12)

export function aLeadFact(given: Partial<LeadFacts> = {}): LeadFacts {
  return {
    ...emptyDraft(),
    id: 1,
    source: 'web',
    receivedAt: NOON,
    grade: null,
    isFreeMail: false,
    isDuplicate: false,
    customerStatus: 'new',
    direction: 'inbound',
    timeZone: null,
    ownerRepId: null,
    alreadyOfferedTo: [],
    waitingSince: null,
    isBacklog: false,
    ...given,
  }
}

export function aRepFact(id: number, given: Partial<RepFacts> = {}): RepFacts {
  return {
    id: id as RepId,
    name: `Rep ${id}`,
    email: `rep${id}@team.example`,
    team: 'Sales',
    tier: null,
    skills: [],
    languages: [],
    products: [],
    territories: [],
    weight: 1,
    isActive: true,
    isDraining: false,
    isPaused: false,
    availability: 'available',
    availableAgainAt: null,
    isOnTimeOff: false,
    isInHours: true,
    hoursChangeAt: null,
    capacity: null,
    openLeads: 0,
    dailyCap: null,
    givenToday: 0,
    hourlyCap: null,
    givenThisHour: 0,
    lastGivenAt: null,
    wonLately: 0,
    closedLately: 0,
    ...given,
  }
}

export function aWorld(reps: RepFacts[], given: Partial<World> = {}): World {
  return {
    at: NOON,
    reps,
    turns: new Map(),
    today: Math.floor(NOON / 86_400_000),
    tallies: new Map(),
    localTime: () => ({ weekday: 1, hour: 12 }),
    ...given,
  }
}

/** A ruleset as a file would write it, defaults filled in. */
export function aRuleset(rules: unknown[], rest: Record<string, unknown> = {}): Ruleset {
  return RulesetSchema.parse({ version: 1, rules, ...rest })
}

export function compiled(rules: unknown[], rest: Record<string, unknown> = {}): CompiledRuleset {
  return compileRuleset(aRuleset(rules, rest), 1, words)
}

/** A rule that shares among a team, everyone by default. */
export function sharing(given: Partial<Rule> & { by?: string; pool?: Record<string, unknown> } = {}): Record<string, unknown> {
  const { by = 'weighted', pool = {}, ...rule } = given
  return { name: 'Share', then: { to: 'pool', pool, by }, otherwise: 'hold', ...rule }
}
