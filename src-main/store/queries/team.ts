import type { Database, Statement } from 'better-sqlite3'
import type { Availability, EpochMs, RepCard, RepFacts, RepId, RepProfile, TurnChange, World } from '../../contract/index.ts'
import { dayKey, hourKey, isWithinHours, localTime, nextHoursChange } from '../../lib/working-time.ts'
import { tidy } from '../decision-code.ts'
import type { Settings } from './settings.ts'

/** What a rep carries and was given; a row of `rep_load`. Days and hours are the desk's. */
export interface Load {
  openLeads: number
  dayKey: string
  dayCount: number
  hourKey: string
  hourCount: number
  lastGivenAt: EpochMs | null
}

export interface Member {
  id: RepId
  profile: RepProfile
  availability: Availability
  availabilityReason: string | null
  availableAgainAt: EpochMs | null
  load: Load
  facts: RepFacts
  /** Between these moments `isInHours` needs no new look. */
  hoursFrom: EpochMs
  hoursUntil: EpochMs
}

interface MemberRow extends Load {
  id: RepId
  profile: string
  availability: Availability
  availabilityReason: string | null
  availableAgainAt: EpochMs | null
}

type Turns = Map<string, Map<RepId, number>>

/**
 * The team as the database has it, kept in memory between transactions: one process holds the folder, so nobody else changes
 * it. What a transaction changes is written once, by `flush`, before it commits; after a rollback everything is read anew.
 */
export class Team {
  readonly #settings: Settings
  readonly #readMembers: Statement<[], MemberRow>
  readonly #readTurns: Statement<[], { pool: string; numbers: string }>
  readonly #saveLoad: Statement<unknown[], unknown>
  readonly #saveTurns: Statement<[string, string], unknown>
  readonly #dropTurns: Statement<[string], unknown>
  #members: Map<RepId, Member> | null = null
  #turns: Turns = new Map()
  #changedLoads = new Set<RepId>()
  #changedPools = new Set<string>()

  constructor(db: Database, settings: Settings) {
    this.#settings = settings
    this.#readMembers = db.prepare(
      `select id, profile, availability, availability_reason as availabilityReason, available_again_at as availableAgainAt,
         open_leads as openLeads, day_key as dayKey, day_count as dayCount, hour_key as hourKey, hour_count as hourCount,
         last_given_at as lastGivenAt
       from reps join rep_load on rep_id = id order by id`,
    )
    this.#readTurns = db.prepare('select pool, numbers from turns')
    this.#saveLoad = db.prepare(
      `update rep_load set open_leads = ?, day_key = ?, day_count = ?, hour_key = ?, hour_count = ?, last_given_at = ?
       where rep_id = ?`,
    )
    this.#saveTurns = db.prepare(
      'insert into turns (pool, numbers) values (?, ?) on conflict (pool) do update set numbers = excluded.numbers',
    )
    this.#dropTurns = db.prepare('delete from turns where pool = ?')
  }

  members(): ReadonlyMap<RepId, Member> {
    return (this.#members ??= this.#load())
  }

  member(repId: RepId): Member | undefined {
    return this.members().get(repId)
  }

  #load(): Map<RepId, Member> {
    this.#turns = new Map(
      this.#readTurns.all().map(({ pool, numbers }) => [pool, new Map(JSON.parse(numbers) as [RepId, number][])]),
    )
    return new Map(this.#readMembers.all().map((row) => [row.id, memberOf(row)]))
  }

  /** After a rollback, or when profiles were written. */
  forget(): void {
    this.#members = null
    this.#changedLoads.clear()
    this.#changedPools.clear()
  }

  /** The world itself, not a copy: the router's `charge` changes it, and `give` and `turn` say the same to the database. */
  open(at: EpochMs): World {
    const members = this.members()
    const { timeZone } = this.#settings.read()
    const reps: RepFacts[] = []
    for (const member of members.values()) reps.push(this.#refresh(member, at, timeZone))
    return { at, reps, turns: this.#turns, localTime: (when, zone) => localTime(when, zone ?? timeZone) }
  }

  copy(at: EpochMs): World {
    const world = this.open(at)
    return {
      ...world,
      reps: world.reps.map((rep) => ({ ...rep })),
      turns: new Map([...world.turns].map(([pool, numbers]) => [pool, new Map(numbers)])),
    }
  }

  #refresh(member: Member, at: EpochMs, timeZone: string): RepFacts {
    const { facts, load, profile } = member
    const isBack = member.availableAgainAt !== null && member.availableAgainAt <= at
    facts.availability = isBack ? 'available' : member.availability
    facts.availableAgainAt = isBack ? null : member.availableAgainAt
    facts.openLeads = load.openLeads
    facts.givenToday = load.dayKey === dayKey(at, timeZone) ? load.dayCount : 0
    facts.givenThisHour = load.hourKey === hourKey(at, timeZone) ? load.hourCount : 0
    facts.lastGivenAt = load.lastGivenAt
    if (at < member.hoursFrom || at >= member.hoursUntil) {
      const zone = profile.timeZone ?? timeZone
      facts.isInHours = isWithinHours(profile.hours, zone, at)
      facts.hoursChangeAt = nextHoursChange(profile.hours, zone, at)
      member.hoursFrom = at
      member.hoursUntil = facts.hoursChangeAt ?? Number.POSITIVE_INFINITY
    }
    return facts
  }

  cards(at: EpochMs): RepCard[] {
    this.open(at)
    return [...this.members().values()].map(cardOf)
  }

  card(repId: RepId, at: EpochMs): RepCard | null {
    const member = this.member(repId)
    if (member === undefined) return null
    this.#refresh(member, at, this.#settings.read().timeZone)
    return cardOf(member)
  }

  /** A rep now owns one open lead more, given by a rule or a hand. */
  give(repId: RepId, at: EpochMs): void {
    const load = this.#loadToChange(repId)
    if (load === null) return
    const { timeZone } = this.#settings.read()
    const [day, hour] = [dayKey(at, timeZone), hourKey(at, timeZone)]
    load.dayCount = load.dayKey === day ? load.dayCount + 1 : 1
    load.dayKey = day
    load.hourCount = load.hourKey === hour ? load.hourCount + 1 : 1
    load.hourKey = hour
    load.lastGivenAt = at
  }

  /** As if it had not been given at that moment; who it was last given to is only known to an undo, which puts the load back. */
  ungive(repId: RepId, at: EpochMs): void {
    const load = this.#loadToChange(repId)
    if (load === null) return
    const { timeZone } = this.#settings.read()
    if (load.dayKey === dayKey(at, timeZone)) load.dayCount = Math.max(0, load.dayCount - 1)
    if (load.hourKey === hourKey(at, timeZone)) load.hourCount = Math.max(0, load.hourCount - 1)
  }

  carry(repId: RepId, openLeads: number): void {
    const load = this.#loadToChange(repId)
    if (load !== null) load.openLeads += openLeads
  }

  loadOf(repId: RepId): Load | null {
    const load = this.member(repId)?.load
    return load === undefined ? null : { ...load }
  }

  putLoad(repId: RepId, load: Load): void {
    const member = this.member(repId)
    if (member === undefined) return
    member.load = { ...load }
    this.#changedLoads.add(repId)
  }

  #loadToChange(repId: RepId): Load | null {
    const member = this.member(repId)
    if (member === undefined) return null
    this.#changedLoads.add(repId)
    return member.load
  }

  /** Numbers become what the decision says. */
  turn(turn: TurnChange): void {
    const numbers = this.#numbersToChange(turn.pool)
    for (const { repId, after } of turn.changes) numbers.set(repId, after)
  }

  /** Takes a turn back: exactly, when nothing moved since; else by its difference, so that the sum of the pool stays. */
  turnBack(turn: TurnChange): void {
    const numbers = this.#numbersToChange(turn.pool)
    for (const { repId, before, after } of turn.changes) {
      const now = numbers.get(repId) ?? 0
      numbers.set(repId, now === after ? before : tidy(now - (after - before)))
    }
  }

  number(pool: string, repId: RepId): number {
    this.members()
    return this.#turns.get(pool)?.get(repId) ?? 0
  }

  #numbersToChange(pool: string): Map<RepId, number> {
    this.members()
    this.#changedPools.add(pool)
    let numbers = this.#turns.get(pool)
    if (numbers === undefined) this.#turns.set(pool, (numbers = new Map()))
    return numbers
  }

  /** Writes what changed. */
  flush(): void {
    for (const repId of this.#changedLoads) {
      const load = this.member(repId)?.load
      if (load === undefined) continue
      this.#saveLoad.run(load.openLeads, load.dayKey, load.dayCount, load.hourKey, load.hourCount, load.lastGivenAt, repId)
    }
    for (const pool of this.#changedPools) {
      // A number that is missing is 0, so a pool that is level again leaves no trace.
      const numbers = [...(this.#turns.get(pool) ?? [])].filter(([, number]) => number !== 0).sort(([a], [b]) => a - b)
      if (numbers.length === 0) this.#dropTurns.run(pool)
      else this.#saveTurns.run(pool, JSON.stringify(numbers))
    }
    this.#changedLoads.clear()
    this.#changedPools.clear()
  }
}

function memberOf(row: MemberRow): Member {
  const profile = JSON.parse(row.profile) as RepProfile
  const { openLeads, lastGivenAt } = row
  return {
    id: row.id,
    profile,
    availability: row.availability,
    availabilityReason: row.availabilityReason,
    availableAgainAt: row.availableAgainAt,
    load: { openLeads, dayKey: row.dayKey, dayCount: row.dayCount, hourKey: row.hourKey, hourCount: row.hourCount, lastGivenAt },
    facts: {
      id: row.id,
      name: profile.name,
      email: profile.email,
      team: profile.team,
      tier: profile.tier,
      skills: profile.skills,
      languages: profile.languages,
      products: profile.products,
      territories: profile.territories,
      weight: profile.weight,
      isActive: profile.isActive,
      isDraining: profile.isDraining,
      isPaused: profile.isPaused,
      availability: row.availability,
      availableAgainAt: row.availableAgainAt,
      isOnTimeOff: false,
      isInHours: true,
      hoursChangeAt: null,
      capacity: profile.capacity,
      openLeads,
      dailyCap: profile.dailyCap,
      givenToday: 0,
      hourlyCap: profile.hourlyCap,
      givenThisHour: 0,
      lastGivenAt,
    },
    hoursFrom: Number.POSITIVE_INFINITY,
    hoursUntil: Number.NEGATIVE_INFINITY,
  }
}

function cardOf(member: Member): RepCard {
  const { facts } = member
  return {
    ...member.profile,
    id: member.id,
    availability: facts.availability,
    availabilityReason: facts.availability === 'available' ? null : member.availabilityReason,
    availableAgainAt: facts.availableAgainAt,
    openLeads: facts.openLeads,
    givenToday: facts.givenToday,
    givenThisHour: facts.givenThisHour,
    lastGivenAt: facts.lastGivenAt,
    isInHours: facts.isInHours,
    hoursChangeAt: facts.hoursChangeAt,
  }
}
