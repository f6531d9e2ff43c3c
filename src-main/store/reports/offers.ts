import type { Cell, LeadFilter, RepId, RuleId } from '../../contract/index.ts'
import { ASSIGNED, CONTACT_CLOCK, REROUTED, ROUTED, eventCode } from '../codes.ts'
import { countOf, everyRow, readCohort, ruleGroups } from './cohort.ts'
import { type Offer, offersMade } from './offer-rows.ts'
import { type Period, narrowed } from './period.ts'
import { type Told, count, made, percentile, share } from './shape.ts'

export function offers(period: Period): Told<'offers'> {
  const { leads, names } = period
  const cohort = readCohort(period, ['rep_id', 'rule_no', 'flags'])
  const { flags, rep_id, rule_no } = cohort.of
  const rows = everyRow(cohort)
  const has = (flag: number) => (row: number) => ((flags[row] as number) & flag) !== 0
  const breaches = breachesOf(period)
  const all = offersMade(period)
  const clocks = new Clocks(period)
  for (const row of rows) if (has(CONTACT_CLOCK)(row)) clocks.add(rep_id[row] as number, rule_no[row] as number)
  for (const breach of breaches) clocks.breach(breach)
  const withClock = countOf(rows, has(CONTACT_CLOCK))
  const its = (more: LeadFilter['journey']): LeadFilter => narrowed(leads, { journey: more })
  const groupOf = ruleGroups(period)
  return {
    figures: {
      made: count(all.length, null),
      acceptanceRate: acceptanceOf(all),
      acceptP50: acceptTime(all),
      withClock: count(withClock, its({ hasContactClock: true })),
      breachRate: share(breaches.length, withClock, its({ hasContactClock: true, isBreached: true })),
      overdueNow: count(overdue(period), { due: 'overdue' }),
      reroutedShare: share(countOf(rows, has(REROUTED)), countOf(rows, has(ROUTED)), its({ isRerouted: true })),
    },
    tables: {
      offersByRep: byRep(
        period,
        Map.groupBy(all, ({ repId }) => repId),
      ),
      offersByRule: largestFirst(Map.groupBy(all.filter(hasRule), ({ ruleNo }) => groupOf(ruleNo))).map(([ruleNo, own]) => ({
        key: names.read(ruleNo).name,
        cells: cellsOf(own),
      })),
      breachesByRep: clocks.reps().map(({ repId, name, withClock: given, breached }) => ({
        key: name,
        repId,
        cells: breachCells(given, breached, its({ hasContactClock: true, clockOf: repId })),
      })),
      breachesByRule: clocks.rules().map(({ ruleNo, withClock: given, breached }) => {
        const { name, key } = names.read(ruleNo)
        return {
          key: name,
          cells: breachCells(given, breached, narrowed(its({ hasContactClock: true }), { ruleId: key as RuleId })),
        }
      }),
      rerouteReasons: reroutes(period),
    },
  }
}

const hasRule = (offer: Offer): offer is Offer & { ruleNo: number } => offer.ruleNo !== null

const accepted = (own: readonly Offer[]): Offer[] => own.filter(({ ending }) => ending === 'accepted')
const acceptanceOf = (own: readonly Offer[]): Cell => share(accepted(own).length, own.length, null)
function acceptTime(own: readonly Offer[]): Cell {
  const times = Float64Array.from(accepted(own), ({ ms }) => ms).sort()
  return made(percentile(times, 50), times.length)
}

function cellsOf(own: readonly Offer[]) {
  const ended = (ending: Offer['ending']): Cell => count(own.filter((offer) => offer.ending === ending).length, null)
  return {
    made: count(own.length, null),
    accepted: ended('accepted'),
    declined: ended('declined'),
    expired: ended('expired'),
    withdrawn: ended('withdrawn'),
    acceptanceRate: acceptanceOf(own),
    acceptP50: acceptTime(own),
  }
}

function byRep({ team }: Period, groups: ReadonlyMap<RepId, readonly Offer[]>): Told<'offers'>['tables']['offersByRep'] {
  return [...team.members().values()].flatMap(({ id, profile }) => {
    const own = groups.get(id)
    return own === undefined ? [] : [{ key: profile.name, repId: id, cells: cellsOf(own) }]
  })
}

const largestFirst = <Of>(groups: ReadonlyMap<number, readonly Of[]>): [number, readonly Of[]][] =>
  [...groups].sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || a - b)

const breachCells = (withClock: number, breached: number, leads: LeadFilter) => ({
  withClock: count(withClock, leads),
  breached: count(breached, narrowed(leads, { journey: { isBreached: true } })),
  breachRate: share(breached, withClock, narrowed(leads, { journey: { isBreached: true } })),
})

export interface Breach {
  /** Who let it run out, and who has the lead now. */
  by: RepId
  owner: RepId | null
  ruleNo: number | null
}

/** Leads of the period whose contact clock ran out, each once. */
export function breachesOf({ db, from, to }: Period): Breach[] {
  return db
    .prepare<[number, number], Breach>(
      `select breached_rep_id as "by", rep_id as owner, rule_no as ruleNo from leads indexed by leads_breached
       where breached_rep_id is not null and received_at >= ? and received_at < ?`,
    )
    .all(from, to)
}

/** A clock that ran out is counted with whoever let it, the others with who has the lead. */
class Clocks {
  readonly #period: Period
  readonly #reps = new Map<number, { withClock: number; breached: number }>()
  readonly #rules = new Map<number, { withClock: number; breached: number }>()
  readonly #groupOf: (ruleNo: number) => number

  constructor(period: Period) {
    this.#period = period
    this.#groupOf = ruleGroups(period)
  }

  /** Numbers that are NaN are of nobody. */
  add(repId: number, ruleNo: number): void {
    at(this.#reps, repId).withClock++
    if (!Number.isNaN(ruleNo)) at(this.#rules, this.#groupOf(ruleNo)).withClock++
  }

  breach({ by, owner, ruleNo }: Breach): void {
    at(this.#reps, owner ?? Number.NaN).withClock--
    const own = at(this.#reps, by)
    own.withClock++
    own.breached++
    if (ruleNo !== null) at(this.#rules, this.#groupOf(ruleNo)).breached++
  }

  reps(): { repId: RepId; name: string; withClock: number; breached: number }[] {
    return [...this.#period.team.members().values()].flatMap(({ id, profile }) => {
      const own = this.#reps.get(id)
      return own === undefined || own.withClock === 0 ? [] : [{ repId: id, name: profile.name, ...own }]
    })
  }

  rules(): { ruleNo: number; withClock: number; breached: number }[] {
    return [...this.#rules]
      .map(([ruleNo, own]) => ({ ruleNo, ...own }))
      .sort((a, b) => b.withClock - a.withClock || a.ruleNo - b.ruleNo)
  }
}

function at(map: Map<number, { withClock: number; breached: number }>, key: number): { withClock: number; breached: number } {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = { withClock: 0, breached: 0 }))
  return value
}

/** Whatever period they were received in. */
function overdue({ db }: Period): number {
  return (
    db
      .prepare<[], number>(
        `select count(*) from leads indexed by leads_overdue
         where breached_at is not null and touched_at is null and status = ${ASSIGNED}`,
      )
      .pluck()
      .get() ?? 0
  )
}

const REASONS = [
  ['declined', 'offer-declined'],
  ['expired', 'offer-expired'],
  ['taken-back', 'lead-taken-back'],
  ['released', 'lead-released'],
] as const

/** What made leads go on to others in the period, of leads that are still there. */
function reroutes({ db, from, to }: Period): Told<'offers'>['tables']['rerouteReasons'] {
  const rows = db
    .prepare<[number, number], { type: number; times: number }>(
      `select type, count(*) as times from events indexed by events_of_rerouting
       where type in (25, 26, 29, 30) and at >= ? and at < ? and undone_by is null
         and exists (select 1 from leads where leads.id = lead_id) group by type`,
    )
    .all(from, to)
  return REASONS.map(([key, type]) => ({
    key,
    cells: { times: count(rows.find((row) => row.type === eventCode.number(type))?.times ?? 0, null) },
  }))
}
