import type {
  Decision,
  DecisionRecord,
  EpochMs,
  LeadFacts,
  LeadId,
  RepFacts,
  RepId,
  SimulationSide,
  World,
} from '../contract/index.ts'
import { charge } from './charge.ts'
import type { CompiledDestination, CompiledRuleset } from './compile-ruleset.ts'
import { MINUTE_MS } from './compile-ruleset.ts'
import { decide } from './decide.ts'
import { DueHeap } from './due-heap.ts'
import { Sample } from './measures.ts'
import { recordDecision } from './record.ts'
import { scoreLead } from './score.ts'
import { lineOf, rankOf } from './simulate-reach.ts'
import { inQueueOrder, Lines, type Waiting } from './simulate-lines.ts'
import { amongOf, SideTally, whoAccepts } from './simulate-side.ts'
import type { DeskWords } from './words/en.ts'
import { isOpen, SimReps, type SimTeam } from './simulate-team.ts'

/** A lead of the past as it arrived. */
export interface SimLead {
  facts: LeadFacts
  /** From given to first attempt, and from received to closed, in ms, as it was then; null when it did not happen. */
  attemptMs: number | null
  closedMs: number | null
}

type Due =
  | { kind: 'hours'; rep: RepFacts }
  | { kind: 'closed'; rep: RepFacts }
  | { kind: 'retry'; waiting: Waiting }
  | { kind: 'hour' }

/**
 * One ruleset run over leads of the past by a virtual clock (R35): the same `decide` and `charge`, and of what happens in between
 * only what could move a lead. Feed it the leads in the order of their arrival, a batch at a time; then let the clock run out
 * with `advance`, and ask for the `side`.
 */
export class Simulation {
  readonly #ruleset: CompiledRuleset
  readonly #team: SimTeam
  readonly #reps: SimReps
  readonly #world: World & { at: EpochMs; today: number }
  readonly #tally: SideTally
  readonly #due = new DueHeap<Due>()
  readonly #lines = new Lines()
  readonly #leads = new Map<Waiting, SimLead>()
  readonly #answers = new Sample()
  /** A rule that asks for the lead's own hour may hold later what does not hold now. */
  readonly #asksForHour: boolean
  #hasBegun = false
  #index = 0
  /** Who has each lead in the end, in the order in which they were fed. */
  readonly repOf: (RepId | null)[] = []

  constructor(ruleset: CompiledRuleset, team: SimTeam) {
    this.#ruleset = ruleset
    this.#team = team
    const enabled = ruleset.rules.filter(({ rule }) => rule.enabled)
    const isCapped = (to: CompiledDestination | 'next'): boolean => to !== 'next' && to.to === 'pool' && to.pool.dailyCap !== null
    this.#asksForHour = enabled.some(({ condition }) => condition.leaves.some(({ leaf }) => leaf.field === 'localHour'))
    this.#reps = new SimReps(
      team,
      enabled.some(({ then, otherwise }) => isCapped(then) || isCapped(otherwise)),
    )
    this.#tally = new SideTally(ruleset, this.#reps.all)
    const { localTime } = team
    this.#world = { at: 0, reps: this.#reps.all, turns: new Map(), today: 0, tallies: new Map(), localTime }
  }

  feed(leads: readonly SimLead[]): void {
    for (const lead of leads) {
      if (!this.#hasBegun) this.#begin(lead.facts.receivedAt)
      this.advance(lead.facts.receivedAt)
      this.#arrive(lead)
    }
  }

  /** Lets the clock run to this moment, through at most so many moments at which something is due; true when it got there. */
  advance(to: EpochMs, most = Number.POSITIVE_INFINITY): boolean {
    if (!this.#hasBegun) return true
    for (let left = most; this.#due.nextAt <= to; left--) {
      if (left <= 0) return false
      // While nobody waits, nothing between two arrivals matters but where it ends.
      this.#moment(this.#lines.isEmpty ? to : this.#due.nextAt)
    }
    if (to > this.#world.at) this.#moveTo(to)
    return true
  }

  /** What came of it. Leads that wait now wait for good. */
  side(say?: DeskWords): SimulationSide {
    for (const waiting of this.#lines.everyone()) {
      this.#lines.remove(waiting)
      this.#tally.left(waiting.lead, waiting.decision, waiting.lead.id as LeadId)
    }
    return this.#tally.side(this.#answers.percentile(0.5), say)
  }

  #begin(at: EpochMs): void {
    this.#hasBegun = true
    this.#moveTo(at)
    for (const rep of this.#reps.all) this.#look(rep)
    if (this.#reps.hasCaps) this.#due.push(this.#reps.hourUntil, { kind: 'hour' })
  }

  /** Does all that is due up to and at this moment. */
  #moment(at: EpochMs): void {
    const gainers = new Set(this.#moveTo(at))
    const retries: Waiting[] = []
    while (this.#due.nextAt <= at) {
      const due = this.#due.pop()!
      if (due.kind === 'hours') {
        if (this.#look(due.rep)) gainers.add(due.rep)
      } else if (due.kind === 'closed') {
        const { rep } = due
        if (rep.capacity !== null && rep.openLeads === rep.capacity) gainers.add(rep)
        rep.openLeads--
      } else if (due.kind === 'hour') this.#due.push(this.#reps.hourUntil, due)
      else if (this.#lines.has(due.waiting)) retries.push(due.waiting)
    }
    this.#drain(gainers, retries.sort(inQueueOrder))
  }

  #moveTo(at: EpochMs): readonly RepFacts[] {
    this.#world.at = at
    return this.#reps.roll(this.#world)
  }

  /** True when the rep has begun to work. */
  #look(rep: RepFacts): boolean {
    const { until, hasBegun } = this.#reps.look(rep, this.#world.at)
    if (until !== null && until > this.#world.at) this.#due.push(until, { kind: 'hours', rep })
    return hasBegun
  }

  #arrive(lead: SimLead): void {
    const scored = scoreLead(lead.facts, this.#ruleset, this.#world)
    const facts: LeadFacts = { ...lead.facts, ...scored, waitingSince: null, alreadyOfferedTo: [] }
    if (lead.attemptMs !== null) this.#answers.add(lead.attemptMs)
    const waiting: Waiting = { lead: facts, index: this.#index++, rank: rankOf(facts.grade), decision: NOT_YET, line: null }
    this.repOf.push(null)
    this.#leads.set(waiting, lead)
    const decision = decide(facts, this.#world, this.#ruleset)
    const record = recordDecision(facts, this.#world, decision, this.#ruleset)
    this.#tally.arrived(record)
    this.#settle(waiting, decision, record)
  }

  /** Gives the lead, lets it go, or lets it wait; answers to whom it was given. `record` is of one that just arrived. */
  #settle(waiting: Waiting, decision: Decision, record: DecisionRecord | null): RepFacts | null {
    if (decision.outcome === 'waiting') {
      this.#wait(waiting, decision, record)
      return null
    }
    const repId = whoAccepts(decision, (id) => this.#reps.get(id)!)
    const rep = repId === null ? undefined : this.#reps.get(repId)
    if (rep) this.#give(waiting, rep, decision, record ? null : this.#world.at - waiting.lead.receivedAt)
    else this.#tally.left(waiting.lead, decision, waiting.lead.id as LeadId)
    this.#lines.remove(waiting)
    this.#leads.delete(waiting)
    return rep ?? null
  }

  #give(waiting: Waiting, rep: RepFacts, decision: Decision, waitedMs: number | null): void {
    const { at } = this.#world
    const lead = this.#leads.get(waiting)!
    const among = amongOf(decision, (id) => this.#reps.get(id)?.weight ?? 0)
    this.#tally.given(waiting.lead, rep.id, decision, among, waitedMs)
    this.repOf[waiting.index] = rep.id
    charge(this.#world, { ...decision, outcome: 'assigned', repId: rep.id, offeredTo: [] })
    const { contact = null, isContactAlways = false } = decision.terms ?? {}
    if (contact !== null) {
      const ms = contact * MINUTE_MS
      const dueAt = isContactAlways ? at + ms : this.#team.addWorkingTime(rep.id, at, ms)
      if (dueAt !== null) this.#tally.clock(dueAt - at, lead.attemptMs)
    }
    if (lead.closedMs !== null) this.#due.push(Math.max(at, lead.facts.receivedAt + lead.closedMs), { kind: 'closed', rep })
  }

  #wait(waiting: Waiting, decision: Decision, record: DecisionRecord | null): void {
    const { at } = this.#world
    const { waitCode, ruleIndex } = waiting.decision
    waiting.lead.waitingSince ??= at
    waiting.decision = decision
    // Held up at the same place for the same reason, it waits for the same reps as before.
    if (record || decision.waitCode !== waitCode || decision.ruleIndex !== ruleIndex) {
      const known = record ?? recordDecision(waiting.lead, this.#world, decision, this.#ruleset)
      const { key, reach } = lineOf(waiting, known, this.#ruleset, this.#reps.all, this.#asksForHour)
      this.#lines.put(waiting, key, reach)
    }
    if (decision.retryAt !== null && decision.retryAt > at) this.#due.push(decision.retryAt, { kind: 'retry', waiting })
  }

  #retry(waiting: Waiting): RepFacts | null {
    return this.#settle(waiting, decide(waiting.lead, this.#world, this.#ruleset), null)
  }

  /**
   * Those who gained room or began to work take what waits for them, and leads whose own time has come (`retries`, in order) try again: all of
   * them best grade and oldest first (R25).
   */
  #drain(gainers: ReadonlySet<RepFacts>, retries: readonly Waiting[]): void {
    if (this.#lines.isEmpty) return
    const open = new Set([...gainers].filter((rep) => isOpen(rep, this.#world)).map((rep) => rep.id))
    if (open.size === 0 && retries.length === 0) return
    const walk = this.#lines.walk(open)
    const own = new Set(retries)
    let at = 0
    let next = walk.next()
    while (next !== null || at < retries.length) {
      const retry = retries[at]
      const isRetry = retry !== undefined && (next === null || next === retry || inQueueOrder(retry, next) < 0)
      const waiting = isRetry ? retry : next!
      const { line } = waiting
      const isTried = isRetry || !own.has(waiting)
      if (isTried && this.#lines.has(waiting)) {
        const rep = this.#retry(waiting)
        if (rep && !isOpen(rep, this.#world)) open.delete(rep.id)
        // Still here: so will the others of its line be, unless their own clocks tell them apart.
        if (!isRetry && line && !this.#asksForHour && this.#lines.has(waiting)) walk.giveUp(line)
      }
      if (isRetry) at++
      if (!isRetry || next === waiting) next = walk.next()
    }
  }
}

/** Of a lead that is just arriving. */
const NOT_YET = { outcome: 'waiting' } as Decision
