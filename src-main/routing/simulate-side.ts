import type {
  Decision,
  DecisionRecord,
  IneligibleReason,
  LeadFacts,
  LeadId,
  RepFacts,
  RepId,
  SimulationSide,
} from '../contract/index.ts'
import type { CompiledDestination, CompiledRule, CompiledRuleset } from './compile-ruleset.ts'
import { jainIndex, Sample } from './measures.ts'
import { sayCondition } from './say-condition.ts'
import { type DeskWords, english } from './words/en.ts'

/** Leads that no rule matched which a report names. */
const MOST_EXAMPLES = 20

/** What one ruleset makes of the leads it is shown, counted up for the report. */
export class SideTally {
  readonly #ruleset: CompiledRuleset
  readonly #reps: ReadonlyMap<RepId, RepTally>
  readonly #byRule: number[]
  /** By rule and leaf: how many leads that condition was the first to turn away. */
  readonly #toll: number[][]
  readonly #poolToll: Map<IneligibleReason, number>[]
  readonly #waits = new Sample()
  readonly #clock: ContactClock
  #assigned = 0
  #waiting = 0
  #discarded = 0
  #uncovered = 0
  readonly #examples: { leadId: LeadId | null; name: string }[] = []

  constructor(ruleset: CompiledRuleset, reps: readonly RepFacts[]) {
    this.#ruleset = ruleset
    this.#reps = new Map(reps.map((rep) => [rep.id, { rep, leads: 0, value: 0, fairShare: 0 }]))
    this.#byRule = ruleset.rules.map(() => 0)
    this.#toll = ruleset.rules.map((rule) => rule.condition.leaves.map(() => 0))
    this.#poolToll = ruleset.rules.map(() => new Map())
    this.#clock = new ContactClock(ruleset.rules)
  }

  /** Once for each lead, when it is first decided: what turned it away, and whom its pools passed over. */
  arrived(record: DecisionRecord): void {
    record.failed.forEach((leaf, rule) => {
      const toll = this.#toll[rule]
      if (toll && leaf >= 0 && leaf < toll.length) toll[leaf]! += 1
    })
    for (const { ruleIndex, candidates } of record.pools) {
      const toll = this.#poolToll[ruleIndex]
      if (!toll) continue
      for (const { reasons } of candidates) for (const reason of reasons) toll.set(reason, (toll.get(reason) ?? 0) + 1)
    }
  }

  /**
   * A lead is `repId`'s. `among` are those it was shared among, with their weights; null when nobody but the one was asked.
   * `waitedMs` is null for one that was given at once.
   */
  given(
    lead: Pick<LeadFacts, 'value'>,
    repId: RepId,
    decision: Decision | null,
    among: Among | null,
    waitedMs: number | null,
  ): void {
    this.#assigned++
    if (waitedMs !== null) this.#waits.add(waitedMs)
    if (decision && decision.ruleIndex >= 0) this.#byRule[decision.ruleIndex]! += 1
    const tally = this.#reps.get(repId)
    if (tally) {
      tally.leads++
      tally.value += lead.value ?? 0
    }
    const sum = among?.reduce((total, { weight }) => total + weight, 0) ?? 0
    if (among === null || sum === 0) this.#share(repId, 1)
    else for (const { id, weight } of among) this.#share(id, weight / sum)
  }

  #share(repId: RepId, part: number): void {
    const tally = this.#reps.get(repId)
    if (tally) tally.fairShare += part
  }

  /** A lead that has to be answered `allowedMs` after it was given; `answeredMs` is how long it took then, null for never. */
  clock(allowedMs: number, answeredMs: number | null): void {
    this.#clock.add(allowedMs, answeredMs)
  }

  /** A lead that is nobody's in the end; with the decision that left it there, or null when no rule was asked. */
  left(lead: Named, decision: Decision | null, leadId: LeadId | null): void {
    if (decision === null || decision.outcome === 'waiting' || decision.outcome === 'offered') this.#waiting++
    else this.#discarded++
    if (decision && decision.ruleIndex >= 0) this.#byRule[decision.ruleIndex]! += 1
    if (decision?.waitCode !== 'no-rule-matched') return
    this.#uncovered++
    if (this.#examples.length < MOST_EXAMPLES) this.#examples.push({ leadId, name: nameOf(lead) })
  }

  /** `usualAnswerMs` stands in for leads that were never answered; null when none ever was. */
  side(usualAnswerMs: number | null, say: DeskWords = english): SimulationSide {
    const { rules, version } = this.#ruleset
    const byRep = [...this.#reps.values()]
      .filter(({ rep, leads, fairShare }) => rep.isActive || leads > 0 || fairShare > 0)
      .sort((a, b) => a.rep.id - b.rep.id)
    const shared = byRep.filter(({ fairShare }) => fairShare > 0)
    const gaps = byRep.map(({ leads, fairShare }) => Math.abs(leads - fairShare))
    return {
      ruleset: version >= 0 ? version : null,
      leads: this.#assigned + this.#waiting + this.#discarded,
      assigned: this.#assigned,
      waiting: this.#waiting,
      discarded: this.#discarded,
      byRep: byRep.map(({ rep, leads, value, fairShare }) => ({
        repId: rep.id,
        rep: rep.email,
        name: rep.name,
        weight: rep.weight,
        leads,
        value: tidy(value),
        fairShare: tidy(fairShare),
      })),
      byRule: rules.flatMap((rule, i) =>
        this.#byRule[i]! > 0 ? [{ ruleId: rule.id, rule: rule.name, leads: this.#byRule[i]! }] : [],
      ),
      neverHit: rules.filter((rule, i) => rule.rule.enabled && this.#byRule[i] === 0).map((rule) => rule.name),
      uncovered: { leads: this.#uncovered, examples: this.#examples },
      waits: {
        leads: this.#waits.count,
        p50: this.#waits.percentile(0.5),
        p95: this.#waits.percentile(0.95),
        longest: this.#waits.percentile(1),
      },
      breaches: this.#clock.breaches(usualAnswerMs),
      jain: jainIndex(shared.map(({ leads, fairShare }) => leads / fairShare)),
      fairShareGap: this.#assigned === 0 ? null : tidy(Math.max(...gaps) / this.#assigned),
      toll: rules.flatMap((rule, ruleIndex) => tollOf(rule, ruleIndex, this.#toll[ruleIndex]!, say)),
      poolToll: rules.flatMap((rule, ruleIndex) =>
        [...this.#poolToll[ruleIndex]!]
          .map(([reason, times]) => ({ rule: rule.name, ruleIndex, reason, times }))
          .sort((a, b) => b.times - a.times || (a.reason < b.reason ? -1 : 1)),
      ),
    }
  }
}

/** Those a lead was shared among. */
export type Among = readonly { id: RepId; weight: number }[]

interface RepTally {
  rep: RepFacts
  leads: number
  value: number
  fairShare: number
}

function tollOf(rule: CompiledRule, ruleIndex: number, byLeaf: readonly number[], say: DeskWords): SimulationSide['toll'] {
  return byLeaf.flatMap((turnedAway, number) => {
    const leaf = rule.condition.leaves[number]?.leaf
    return leaf && turnedAway > 0 ? [{ rule: rule.name, ruleIndex, condition: sayCondition(leaf, say), turnedAway }] : []
  })
}

function contactOf(to: CompiledDestination | 'next'): number | null {
  return to === 'next' || !('terms' in to) ? null : (to.terms?.contact ?? null)
}

/** Contact clocks (R21): who would have been too late. */
class ContactClock {
  readonly #isKept: boolean
  #late = 0
  /** What those were allowed that nobody ever answered. */
  readonly #unanswered: number[] = []

  constructor(rules: readonly CompiledRule[]) {
    const asks = (to: CompiledDestination | 'next'): boolean => contactOf(to) !== null
    this.#isKept = rules.some((rule) => rule.rule.enabled && (asks(rule.then) || asks(rule.otherwise)))
  }
  add(allowedMs: number, answeredMs: number | null): void {
    if (answeredMs === null) this.#unanswered.push(allowedMs)
    else if (answeredMs > allowedMs) this.#late++
  }
  breaches(usualAnswerMs: number | null): number | null {
    if (!this.#isKept) return null
    return this.#late + this.#unanswered.filter((allowedMs) => usualAnswerMs === null || usualAnswerMs > allowedMs).length
  }
}

/** Among whom a lead was shared: those whose turn moved, or who might have claimed it. Null for one who was named. */
export function amongOf({ method, turn, offeredTo, repId }: Decision, weightOf: (repId: RepId) => number): Among | null {
  if (method === 'named') return null
  const ids = turn ? turn.changes.map((change) => change.repId) : offeredTo.length > 0 ? offeredTo : repId === null ? [] : [repId]
  return ids.map((id) => ({ id, weight: weightOf(id) }))
}

/** Offers are taken to be accepted: a claim by whoever of those asked carries least, then by whoever has been idle longest. */
export function whoAccepts(
  decision: Decision,
  loadOf: (repId: RepId) => { openLeads: number; lastGivenAt: number | null },
): RepId | null {
  if (decision.outcome !== 'assigned' && decision.outcome !== 'offered') return null
  if (decision.repId !== null) return decision.repId
  const order = (repId: RepId): [number, number, number] => {
    const { openLeads, lastGivenAt } = loadOf(repId)
    return [openLeads, lastGivenAt ?? -1, repId]
  }
  const [first] = decision.offeredTo.map((repId) => ({ repId, by: order(repId) })).sort((a, b) => compare(a.by, b.by))
  return first?.repId ?? null
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, i) => number !== b[i])
  return at < 0 ? 0 : a[at]! - b[at]!
}

type Named = Pick<LeadFacts, 'name' | 'company' | 'email' | 'phone'>

/** What a person knows a lead by. */
export function nameOf(lead: Named): string {
  return lead.name ?? lead.company ?? lead.email ?? lead.phone ?? 'a lead without a name'
}

const tidy = (number: number): number => Math.round(number * 1e6) / 1e6
