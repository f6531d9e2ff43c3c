import type { Database, Statement } from 'better-sqlite3'
import type { RepId, RuleId } from '../../contract/index.ts'

type Days = Map<number, number>
export type RuleCounts = Map<RuleId, Map<RepId, Days>>
interface Place {
  ruleId: RuleId
  repId: RepId
  day: number
}

/** No share is counted over more days than a leap year has; a month more, so that an undo finds its day. */
const KEPT_DAYS = 400

/**
 * How many leads each rule gave whom on which day, for its caps and shares. Decisions see a copy of their own: the router's
 * `charge` counts there while a batch runs, and what `add` counts here is what gets saved, so nothing counts twice.
 */
export class RuleTallies {
  readonly #read: Statement<[], { ruleId: RuleId; repId: RepId; day: number; leads: number }>
  readonly #save: Statement<[string, RepId, number, number], unknown>
  readonly #drop: Statement<[string, RepId, number], unknown>
  readonly #prune: Statement<[number], unknown>
  #counts: RuleCounts | null = null
  #seen: RuleCounts = new Map()
  /** Places decisions have not seen yet, and places to be saved. */
  #unseen: Place[] = []
  readonly #unsaved = new Map<string, Place>()
  #prunedTo = Number.NEGATIVE_INFINITY

  constructor(db: Database) {
    this.#read = db.prepare('select rule_key as ruleId, rep_id as repId, day, leads from rule_tallies')
    this.#save = db.prepare(
      `insert into rule_tallies (rule_key, rep_id, day, leads) values (?, ?, ?, ?)
       on conflict (rule_key, rep_id, day) do update set leads = excluded.leads`,
    )
    this.#drop = db.prepare('delete from rule_tallies where rule_key = ? and rep_id = ? and day = ?')
    this.#prune = db.prepare('delete from rule_tallies where day < ?')
  }

  #all(): RuleCounts {
    if (this.#counts === null) {
      this.#counts = new Map()
      for (const { ruleId, repId, day, leads } of this.#read.all()) daysOf(this.#counts, ruleId, repId).set(day, leads)
      this.#seen = copyOf(this.#counts)
      this.#unseen = []
    }
    return this.#counts
  }

  of(ruleId: RuleId, repId: RepId, day: number): number {
    return this.#all().get(ruleId)?.get(repId)?.get(day) ?? 0
  }

  add(ruleId: RuleId, repId: RepId, day: number, by: 1 | -1): void {
    const days = daysOf(this.#all(), ruleId, repId)
    days.set(day, Math.max(0, (days.get(day) ?? 0) + by))
    const place = { ruleId, repId, day }
    this.#unseen.push(place)
    this.#unsaved.set(`${repId} ${day} ${ruleId}`, place)
  }

  /** For decisions, which may count on in it. */
  forWorld(): RuleCounts {
    this.#all()
    for (const { ruleId, repId, day } of this.#unseen) daysOf(this.#seen, ruleId, repId).set(day, this.of(ruleId, repId, day))
    this.#unseen = []
    return this.#seen
  }

  flush(): void {
    if (this.#unsaved.size === 0) return
    let newest = Number.NEGATIVE_INFINITY
    for (const { ruleId, repId, day } of this.#unsaved.values()) {
      const leads = this.of(ruleId, repId, day)
      if (leads === 0) this.#drop.run(ruleId, repId, day)
      else this.#save.run(ruleId, repId, day, leads)
      newest = Math.max(newest, day)
    }
    this.#unsaved.clear()
    if (newest - KEPT_DAYS > this.#prunedTo) this.#dropBefore(newest - KEPT_DAYS)
  }

  #dropBefore(day: number): void {
    this.#prunedTo = day
    this.#prune.run(day)
    this.#unseen = this.#unseen.filter((place) => place.day >= day)
    for (const counts of [this.#all(), this.#seen]) {
      for (const days of [...counts.values()].flatMap((reps) => [...reps.values()])) {
        for (const one of days.keys()) if (one < day) days.delete(one)
      }
    }
  }

  forget(): void {
    this.#counts = null
    this.#unsaved.clear()
    this.#prunedTo = Number.NEGATIVE_INFINITY
  }
}

function daysOf(counts: RuleCounts, ruleId: RuleId, repId: RepId): Days {
  let reps = counts.get(ruleId)
  if (reps === undefined) counts.set(ruleId, (reps = new Map()))
  let days = reps.get(repId)
  if (days === undefined) reps.set(repId, (days = new Map()))
  return days
}

export function copyOf(counts: RuleCounts): RuleCounts {
  return new Map([...counts].map(([ruleId, reps]) => [ruleId, new Map([...reps].map(([repId, days]) => [repId, new Map(days)]))]))
}
