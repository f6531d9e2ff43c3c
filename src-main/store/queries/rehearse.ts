import type { EpochMs, LeadId, SourceId } from '../../contract/index.ts'
import { stageCode, statusCode } from '../codes.ts'
import type { Ground } from '../ground.ts'
import type { Rehearsal, TakeIn } from '../port.ts'
import { STATUS_OF, factsOfNewcomer, placeNewcomer } from './take-in.ts'
import { type Known, type Lookups, hashesOf, match } from './match.ts'

/**
 * A dry run: the same matching, deciding and charging as `takeIn`, on a copy of the world, with what it took in kept in memory. The
 * leads have the numbers they would have, so that ties break alike.
 */
export function rehearsal(ground: Ground, at: EpochMs): Rehearsal {
  const world = ground.team.copy(at)
  const own = new Rehearsed(ground.lookups)
  let nextId: number = ground.leads.nextId()
  const takeIn = (batch: TakeIn): Awaited<ReturnType<Rehearsal['takeIn']>> => {
    const sourceName = ground.sources.get(batch.sourceId)?.name ?? ''
    const since = batch.at - batch.duplicateWindowMs
    return batch.leads.map((lead) => {
      const hashes = hashesOf(batch.sourceId, lead)
      const found = match(batch.sourceId, lead, hashes, since, own)
      own.addKey(batch.sourceId, lead.key)
      if (found.kind !== 'new') {
        return { outcome: 'matched', status: null, repId: null }
      }
      const facts = factsOfNewcomer(ground, batch, lead, found, nextId++, sourceName)
      const { decision } = placeNewcomer(ground, batch, world, lead, facts)
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
  return { takeIn: (batch) => ground.read(() => takeIn(batch)) }
}

/** The database, and before it what the rehearsal has taken in itself. */
class Rehearsed implements Lookups {
  readonly #below: Lookups
  readonly #keys = new Set<string>()
  readonly #emails = new Map<string, Known[]>()
  readonly #phones = new Map<string, Known[]>()

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
  byKey(sourceId: SourceId, key: string, hash: number): LeadId | null | undefined {
    return this.#keys.has(`${sourceId}\n${key}`) ? null : this.#below.byKey(sourceId, key, hash)
  }
  byEmail(emailKey: string, hash: number): Known[] {
    return [...(this.#emails.get(emailKey) ?? []), ...this.#below.byEmail(emailKey, hash)]
  }
  byPhone(phoneKey: string, hash: number): Known[] {
    return [...(this.#phones.get(phoneKey) ?? []), ...this.#below.byPhone(phoneKey, hash)]
  }
}
