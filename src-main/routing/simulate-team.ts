import type { EpochMs, LeadFacts, RepFacts, RepId, World } from '../contract/index.ts'
import { reasonsAgainst } from './pool.ts'

/** Whether a rep works at a moment, and until when (epoch ms) the answer is good; null for ever. */
export interface Working {
  isInHours: boolean
  isOnTimeOff: boolean
  hoursChangeAt: EpochMs | null
  until: EpochMs | null
}

/** The team of a simulation, and all it has to know of calendars and clocks. Times are epoch ms. */
export interface SimTeam {
  /** As they are; loads, caps used and toggles are taken to be empty. */
  reps: readonly RepFacts[]
  workingAt(repId: RepId, at: EpochMs): Working
  /** When `ms` of the rep's working time have passed since `from`; null when they never do. */
  addWorkingTime(repId: RepId, from: EpochMs, ms: number): EpochMs | null
  localTime: World['localTime']
  /** Number of the desk's local day. */
  dayOf(at: EpochMs): number
  /** Names the desk's local hour. */
  hourKeyOf(at: EpochMs): string
}

/** In every zone of today an hour begins at a full quarter of one. */
const QUARTER_MS = 15 * 60_000
const NOBODY: readonly RepFacts[] = []

/** The reps of a virtual clock: facts are looked at anew when they are due and not for every lead. */
export class SimReps {
  readonly all: readonly RepFacts[]
  /** True when an hour's or a day's end gives somebody room again. */
  readonly hasCaps: boolean
  readonly #team: SimTeam
  readonly #isCappedByRules: boolean
  readonly #byId: ReadonlyMap<RepId, RepFacts>
  #hour = ''
  #day = Number.NaN
  #hourUntil = Number.NEGATIVE_INFINITY

  constructor(team: SimTeam, isCappedByRules: boolean) {
    this.#team = team
    this.#isCappedByRules = isCappedByRules
    this.all = team.reps.map(fresh).sort((a, b) => a.id - b.id)
    this.#byId = new Map(this.all.map((rep) => [rep.id, rep]))
    this.hasCaps = isCappedByRules || this.all.some((rep) => rep.dailyCap !== null || rep.hourlyCap !== null)
  }

  get(repId: RepId): RepFacts | undefined {
    return this.#byId.get(repId)
  }

  /** Looks whether the rep works; answers until when that is good, and whether they began to. */
  look(rep: RepFacts, at: EpochMs): { until: EpochMs | null; hasBegun: boolean } {
    const wasWorking = rep.isInHours && !rep.isOnTimeOff
    const { isInHours, isOnTimeOff, hoursChangeAt, until } = this.#team.workingAt(rep.id, at)
    rep.isInHours = isInHours
    rep.isOnTimeOff = isOnTimeOff
    rep.hoursChangeAt = hoursChangeAt
    return { until, hasBegun: !wasWorking && isInHours && !isOnTimeOff }
  }

  /** Brings the caps to this moment; answers whom an hour or a day that is over no longer holds. */
  roll(world: World): readonly RepFacts[] {
    if (world.at < this.#hourUntil) return NOBODY
    this.#hourUntil = this.#nextHour(world.at)
    const [hour, day] = [this.#team.hourKeyOf(world.at), this.#team.dayOf(world.at)]
    const [isNewHour, isNewDay] = [hour !== this.#hour, day !== this.#day]
    this.#hour = hour
    this.#day = day
    world.today = day
    const freed: RepFacts[] = []
    for (const rep of this.all) {
      const wasHeld =
        (isNewHour && rep.hourlyCap !== null && rep.givenThisHour >= rep.hourlyCap) ||
        (isNewDay && rep.dailyCap !== null && rep.givenToday >= rep.dailyCap) ||
        (isNewDay && this.#isCappedByRules)
      if (isNewHour) rep.givenThisHour = 0
      if (isNewDay) rep.givenToday = 0
      if (wasHeld) freed.push(rep)
    }
    return freed
  }

  /** When the next local hour begins. */
  get hourUntil(): EpochMs {
    return this.#hourUntil
  }

  #nextHour(at: EpochMs): EpochMs {
    const hour = this.#team.hourKeyOf(at)
    let next = (Math.floor(at / QUARTER_MS) + 1) * QUARTER_MS
    while (this.#team.hourKeyOf(next) === hour) next += QUARTER_MS
    return next
  }
}

/** Nothing but their pools' own wishes stands against them. Weight is no bar: a rule may name them. */
export function isOpen(rep: RepFacts, world: World): boolean {
  return reasonsAgainst(rep, ANY_LEAD, world, null).every((reason) => reason === 'weight-zero')
}

/** Only its lack of earlier offers is looked at. */
const ANY_LEAD = { alreadyOfferedTo: [] } as unknown as LeadFacts

function fresh(rep: RepFacts): RepFacts {
  return {
    ...rep,
    availability: 'available',
    availableAgainAt: null,
    isInHours: false,
    isOnTimeOff: false,
    openLeads: 0,
    givenToday: 0,
    givenThisHour: 0,
    lastGivenAt: null,
  }
}
