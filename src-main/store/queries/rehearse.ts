import type { EpochMs, LeadId, RepId, SourceId, World } from '../../contract/index.ts'
import { NO_GRADE, WAITING, stageCode, statusCode } from '../codes.ts'
import type { Ground } from '../ground.ts'
import type { IncomingLead, Rehearsal, TakeIn } from '../port-arrivals.ts'
import type { Router } from '../port-shapes.ts'
import { type Known, type Lookups, hashesOf, match } from './match.ts'
import { decideSaved } from './route.ts'
import { STATUS_OF } from './status-of.ts'
import { factsOfNewcomer, placeNewcomer } from './take-in.ts'

/**
 * A dry run: the same matching, deciding and charging as `takeIn`, on a copy of the world, with what it took in kept in memory. The
 * leads have the numbers they would have, so that ties break alike.
 */
export function rehearsal(ground: Ground, at: EpochMs): Rehearsal {
  let world: World | null = null
  const worldOf = (router: Router): World => (world ??= ground.team.copy(at, router.performanceWindowMs))
  const own = new Rehearsed(ground.lookups)
  let nextId: number = ground.leads.nextId()
  const takeIn = (batch: TakeIn): Awaited<ReturnType<Rehearsal['takeIn']>> => {
    const sourceName = ground.sources.get(batch.sourceId)?.name ?? ''
    const since = batch.at - batch.duplicateWindowMs
    return batch.leads.map((lead) => {
      const hashes = hashesOf(batch.sourceId, lead)
      const found = match(batch.sourceId, lead, hashes, since, own)
      own.addKey(batch.sourceId, lead.key)
      if (found.kind === 'same-person') own.gain(found.known, lead)
      if (found.kind !== 'new') {
        return { outcome: 'matched', status: null, repId: null }
      }
      const facts = factsOfNewcomer(ground, batch, lead, found, nextId++, sourceName)
      const { decision } = placeNewcomer(ground, batch, worldOf(batch.router), lead, facts)
      const status = STATUS_OF[decision.outcome]
      own.add({
        id: null,
        status,
        stage: stageCode.number(lead.draft.stage),
        repId: decision.repId,
        lastSignAt: Math.max(facts.receivedAt, batch.at),
        emailKey: lead.emailKey,
        phoneKey: lead.phoneKey,
        nameHash: hashes.name,
      })
      return { outcome: 'added', status: statusCode.word(status), repId: decision.repId }
    })
  }
  const tryAll = (ids: readonly LeadId[], router: Router): boolean => {
    for (const id of ids) {
      if (!worldOf(router).reps.some((rep) => router.roomOf(rep, worldOf(router)) > 0)) return false
      const row = ground.leads.read(id)
      if (row === undefined || row.status !== WAITING) continue
      const { decision } = decideSaved(ground, row, router, worldOf(router))
      if (decision.outcome !== 'waiting') own.move(id, STATUS_OF[decision.outcome], decision.repId)
    }
    return true
  }
  return {
    takeIn: (batch) => ground.read(() => takeIn(batch)),
    async drain(router) {
      const ids = await ground.read(() => waitingIds(ground))
      for (let from = 0; from < ids.length; from += DRAIN_STEP) {
        const goesOn = await ground.read(() => tryAll(ids.slice(from, from + DRAIN_STEP), router))
        if (!goesOn) return
      }
    },
  }
}

/** Leads tried in one turn: others get theirs in between. */
const DRAIN_STEP = 100

/** The queue as it is, best grade and oldest first (R25). */
function waitingIds(ground: Ground): LeadId[] {
  const read = ground.db
    .prepare<[number], LeadId>(
      `select id from leads indexed by leads_waiting where status = 0 and is_held = 0 and grade_rank = ? order by received_at, id`,
    )
    .pluck()
  return [0, 1, 2, NO_GRADE].flatMap((rank) => read.all(rank))
}

/** The database, and before it what the rehearsal has taken in itself. */
class Rehearsed implements Lookups {
  readonly #below: Lookups
  readonly #keys = new Set<string>()
  readonly #emails = new Map<string, Known[]>()
  readonly #phones = new Map<string, Known[]>()
  /** Where leads of the database would be by now. */
  readonly #moved = new Map<LeadId, { status: number; repId: RepId | null }>()

  constructor(below: Lookups) {
    this.#below = below
  }
  addKey(sourceId: SourceId, key: string): void {
    this.#keys.add(`${sourceId}\n${key}`)
  }
  add(known: Known): void {
    if (known.emailKey !== null) this.#emails.set(known.emailKey, [known, ...(this.#emails.get(known.emailKey) ?? [])])
    if (known.phoneKey !== null) this.#phones.set(known.phoneKey, [known, ...(this.#phones.get(known.phoneKey) ?? [])])
  }
  /** From now on it is known by what it had not had, too. */
  gain(known: Known, { emailKey, phoneKey }: IncomingLead): void {
    if (known.emailKey === null && emailKey !== null) {
      known.emailKey = emailKey
      this.#emails.set(emailKey, [known, ...(this.#emails.get(emailKey) ?? [])])
    }
    if (known.phoneKey === null && phoneKey !== null) {
      known.phoneKey = phoneKey
      this.#phones.set(phoneKey, [known, ...(this.#phones.get(phoneKey) ?? [])])
    }
  }
  move(id: LeadId, status: number, repId: RepId | null): void {
    this.#moved.set(id, { status, repId })
  }
  #now(known: Known): Known {
    const moved = known.id === null ? undefined : this.#moved.get(known.id)
    return moved === undefined ? known : { ...known, ...moved }
  }
  byKey(sourceId: SourceId, key: string, hash: number): LeadId | null | undefined {
    return this.#keys.has(`${sourceId}\n${key}`) ? null : this.#below.byKey(sourceId, key, hash)
  }
  byEmail(emailKey: string, hash: number): Known[] {
    return [...(this.#emails.get(emailKey) ?? []), ...this.#below.byEmail(emailKey, hash).map((known) => this.#now(known))]
  }
  byPhone(phoneKey: string, hash: number): Known[] {
    return [...(this.#phones.get(phoneKey) ?? []), ...this.#below.byPhone(phoneKey, hash).map((known) => this.#now(known))]
  }
}
