import type { Database, Statement } from 'better-sqlite3'
import type { EpochMs, RepCard, RepFacts, RepId, RuleId, TurnChange, World } from '../../contract/index.ts'
import type { Clock } from '../../lib/clock.ts'
import { DAY_MS, wallMs } from '../../lib/wall-clock.ts'
import type { WorkingCalendar } from '../../lib/working-calendar.ts'
import { dayKey, hourKey, localTime } from '../../lib/working-time.ts'
import { type Load, Loads } from './loads.ts'
import { cardOf, effectiveWeight, type Member, memberOf, type MemberRow } from './member.ts'
import { Performance } from './performance.ts'
import { PoolNumbers } from './pool-numbers.ts'
import { copyOf, RuleTallies } from './rule-tallies.ts'
import type { Settings } from './settings.ts'
import type { Tried } from './tried.ts'
import { WorkingTimes } from './working-times.ts'

/**
 * The team as the database has it, kept in memory between transactions: one process holds the folder, so nobody else changes
 * it. What a transaction changes is written once, by `flush`, before it commits; after a rollback everything is read anew.
 */
export class Team {
  readonly #settings: Settings
  readonly #clock: Clock
  readonly #readMembers: Statement<[], MemberRow>
  readonly #loads: Loads
  readonly #numbers: PoolNumbers
  readonly #tallies: RuleTallies
  readonly #workingTimes: WorkingTimes
  readonly #performance: Performance
  readonly #tried: Tried | null
  #members: Map<RepId, Member> | null = null

  /** Without `tried`, only to read. */
  constructor(db: Database, settings: Settings, clock: Clock, tried: Tried | null = null) {
    this.#tried = tried
    this.#settings = settings
    this.#clock = clock
    this.#readMembers = db.prepare(
      `select id, profile, availability, availability_reason as availabilityReason, available_again_at as availableAgainAt,
         pause_reason as pauseReason, pin is not null as hasPin
       from reps order by id`,
    )
    this.#loads = new Loads(db)
    this.#numbers = new PoolNumbers(db)
    this.#tallies = new RuleTallies(db)
    this.#workingTimes = new WorkingTimes(db, settings)
    this.#performance = new Performance(db)
  }

  members(): ReadonlyMap<RepId, Member> {
    return (this.#members ??= new Map(this.#readMembers.all().map((row) => [row.id, memberOf(row)])))
  }

  member(repId: RepId): Member | undefined {
    return this.members().get(repId)
  }

  /** After a rollback. */
  forget(): void {
    this.#members = null
    for (const part of [this.#loads, this.#numbers, this.#tallies, this.#workingTimes, this.#performance]) part.forget()
  }

  /** When profiles were written. Facts handed out before are no longer brought up to date. */
  forgetMembers(): void {
    this.#loads.flush()
    this.#loads.forget()
    this.#members = null
  }

  /** When time off or calendars were written. */
  forgetTimeOff(): void {
    this.#workingTimes.forget()
    this.forgetMembers()
  }

  /** When leads were won, lost or opened again. */
  forgetPerformance(): void {
    this.#performance.forget()
  }

  /**
   * The world itself, not a copy: the router's `charge` changes it, and `give`, `turn` and `tally` say the same to the database. Wins
   * are counted only when a window is given.
   */
  open(at: EpochMs, performanceWindowMs: number | null = null): World {
    const { timeZone } = this.#settings.read()
    const today = this.#dayOf(at)
    const reps: RepFacts[] = []
    for (const member of this.members().values()) {
      const facts = this.#refresh(member, at)
      if (performanceWindowMs !== null) Object.assign(facts, this.#performance.of(member.id, at, today, performanceWindowMs))
      reps.push(facts)
    }
    return {
      at,
      reps,
      turns: this.#numbers.all(),
      today,
      tallies: this.#tallies.forWorld(),
      localTime: (when, zone) => localTime(when, zone ?? timeZone),
    }
  }

  copy(at: EpochMs, performanceWindowMs: number | null = null): World {
    const world = this.open(at, performanceWindowMs)
    return {
      ...world,
      reps: world.reps.map((rep) => ({ ...rep })),
      turns: new Map([...world.turns].map(([pool, numbers]) => [pool, new Map(numbers)])),
      tallies: copyOf(this.#tallies.forWorld()),
    }
  }

  #refresh(member: Member, at: EpochMs): RepFacts {
    const { facts, profile } = member
    const { timeZone } = this.#settings.read()
    const load = this.#loadOf(member.id)
    const isBack = member.availableAgainAt !== null && member.availableAgainAt <= at
    facts.availability = isBack ? 'available' : member.availability
    facts.availableAgainAt = isBack ? null : member.availableAgainAt
    facts.openLeads = load.openLeads
    facts.givenToday = load.dayKey === dayKey(at, timeZone) ? load.dayCount : 0
    facts.givenThisHour = load.hourKey === hourKey(at, timeZone) ? load.hourCount : 0
    facts.lastGivenAt = load.lastGivenAt
    facts.weight = effectiveWeight(profile, at)
    if (at < member.lookedFrom || at >= member.lookedUntil) this.#workingTimes.look(member, at)
    return facts
  }

  /** Working time of a rep: hours in their zone, less time off, holidays and busy spells. Reaches a year ahead of `at`, or now. */
  calendarOf(repId: RepId, at: EpochMs = this.#clock.now()): WorkingCalendar | null {
    const member = this.member(repId)
    return member === undefined ? null : this.#workingTimes.of(member, at)
  }

  /** Everyone's working time, with all time off between. */
  calendarsBetween(from: EpochMs, to: EpochMs): Map<RepId, WorkingCalendar> {
    return this.#workingTimes.between(this.members().values(), from, to)
  }

  cards(at: EpochMs): RepCard[] {
    return [...this.members().keys()].flatMap((repId) => this.card(repId, at) ?? [])
  }

  card(repId: RepId, at: EpochMs): RepCard | null {
    const member = this.member(repId)
    if (member === undefined) return null
    this.#refresh(member, at)
    return cardOf(member, this.#loadOf(repId))
  }

  #loadOf(repId: RepId): Readonly<Load> {
    const load = this.#loads.of(repId)
    if (load === undefined) throw new Error(`rep ${repId} has no load`)
    return load
  }

  /** A rep now owns one open lead more, given by a rule or a hand. */
  give(repId: RepId, at: EpochMs): void {
    this.#loads.give(repId, at, this.#settings.read().timeZone)
  }

  /** As if it had not been given at that moment; who it was last given to is only known to an undo, which puts the load back. */
  ungive(repId: RepId, at: EpochMs): void {
    this.#loads.ungive(repId, at, this.#settings.read().timeZone)
  }

  carry(repId: RepId, openLeads: number): void {
    const load = this.#loads.change(repId)
    if (load !== null) load.openLeads += openLeads
  }

  /** How many of the leads a rep carries are offers. */
  offer(repId: RepId, by: 1 | -1): void {
    const load = this.#loads.change(repId)
    if (load !== null) load.offersPending = Math.max(0, load.offersPending + by)
  }

  /** One more offer run out; answers how many in a row that makes. */
  missedOffer(repId: RepId): number {
    const load = this.#loads.change(repId)
    return load === null ? 0 : ++load.missedOffers
  }

  keptOffer(repId: RepId): void {
    if (this.#loads.of(repId)?.missedOffers === 0) return
    const load = this.#loads.change(repId)
    if (load !== null) load.missedOffers = 0
  }

  loadOf(repId: RepId): Load | null {
    const load = this.#loads.of(repId)
    return load === undefined ? null : { ...load }
  }

  /** Puts back what was given, and when. Offers, pending or missed, are no gifts and stay as they are. */
  putLoad(repId: RepId, load: Load): void {
    this.#loads.put(repId, load)
  }

  /** Leads given to all reps together on a day of the desk. */
  givenOn(day: string): number {
    return this.#loads.givenOn(day)
  }

  /** Numbers become what the decision says. */
  turn(turn: TurnChange): void {
    this.#numbers.turn(turn)
  }

  /** Takes a turn back: exactly, when nothing moved since; else by its difference, so that the sum of the pool stays. */
  turnBack(turn: TurnChange): void {
    this.#numbers.turnBack(turn)
  }

  number(pool: string, repId: RepId): number {
    return this.#numbers.of(pool, repId)
  }

  /** One lead more, or less, that a rule gave a rep on the desk's day of `at`. */
  tally(ruleId: RuleId, repId: RepId, at: EpochMs, by: 1 | -1): void {
    this.#tallies.add(ruleId, repId, this.#dayOf(at), by)
    if (by < 0) this.#tried?.reopen(repId)
  }

  /** How many leads a rule gave a rep on the desk's day of `at`. */
  talliedToday(ruleId: RuleId, repId: RepId, at: EpochMs): number {
    return this.#tallies.of(ruleId, repId, this.#dayOf(at))
  }

  /** The desk's local day, in days since 1970-01-01. */
  #dayOf(at: EpochMs): number {
    return Math.floor(wallMs(at, this.#settings.read().timeZone) / DAY_MS)
  }

  /** Paused by the desk (R22). Written by the caller; here so that worlds already open know. */
  pause(repId: RepId, reason: string): void {
    const member = this.member(repId)
    if (member === undefined) return
    member.profile = { ...member.profile, isPaused: true }
    member.pauseReason = reason
    member.facts.isPaused = true
  }

  /** Writes what changed. */
  flush(): void {
    this.#loads.flush()
    this.#numbers.flush()
    this.#tallies.flush()
  }
}
