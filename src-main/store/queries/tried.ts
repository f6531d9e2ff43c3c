import type { LeadId, RepId, World } from '../../contract/index.ts'
import type { Router } from '../port-shapes.ts'
import type { Member } from './member.ts'

/** More leads than these are looked for by walking the whole queue. */
const MOST_REMEMBERED = 500

/** A rep as the waiting leads were last tried with them: the room they had, and the profile that pools ask about. */
interface Known {
  room: number
  profile: string
}

/**
 * What a drain need not try again. A lead that waits was tried in vain with each rep who had room then, and would be again, whether they
 * have been away meanwhile or not: what pools ask of rep and lead stands still, and every method gives to somebody as soon as somebody may be
 * given (R14, R16). So the whole queue is tried only when a rep has room with whom not all of it was tried (they had none, are new or another by
 * profile), a rule has room for one again, or the rules or the day are others. Otherwise only leads that are `again`: new in the
 * queue, changed while in it, or held up by what passes with time or with somebody leaving (an owner who is not here, a share). When a
 * rule asks for the lead's own hour, anything may pass with time.
 */
export class Tried {
  #router: Router | null = null
  #today = 0
  #members: ReadonlyMap<RepId, Member> | null = null
  #profiles: ReadonlyMap<RepId, string> = new Map()
  #known: ReadonlyMap<RepId, Known> = new Map()
  readonly #again = new Set<LeadId>()
  #walk: Walk | null = null

  /** A lead that is to be tried whatever changed. */
  add(leadId: LeadId): void {
    // Nothing is known: the next walk goes through the whole queue.
    if (this.#known.size === 0 && this.#walk === null) return
    if (this.#again.size < MOST_REMEMBERED) this.#again.add(leadId)
    else this.forget()
  }

  /** It was tried and still waits; `passes` when for what may pass with nobody having gained anything. */
  settle(leadId: LeadId, passes: boolean): void {
    if (passes) this.add(leadId)
    // With those who have no room now it has never been tried.
    else if (this.#again.delete(leadId) && this.#walk !== null) this.#walk.hasNews = true
  }

  left(leadId: LeadId): void {
    this.#again.delete(leadId)
  }

  again(): LeadId[] {
    return [...this.#again]
  }

  /** A rule has room for this rep again. */
  reopen(repId: RepId): void {
    const known = new Map(this.#known)
    if (known.delete(repId)) this.#known = known
    this.#walk?.least.delete(repId)
  }

  /** After a rollback, and when what leads are to the desk was changed for many at once. */
  forget(): void {
    this.#known = new Map()
    this.#walk = null
    this.#again.clear()
  }

  /** A stretch of a walk begins, the first with `isNew`. */
  begin(router: Router, world: World, members: ReadonlyMap<RepId, Member>, isNew: boolean): void {
    const isOther = router !== this.#router || world.today !== this.#today || router.asksForHour
    if (isOther) this.forget()
    ;[this.#router, this.#today] = [router, world.today]
    if (members !== this.#members) {
      this.#members = members
      this.#profiles = new Map([...members].map(([id, { profile }]) => [id, JSON.stringify(profile)]))
    }
    // A walk that was forgotten goes on through the whole queue, and is not remembered.
    if (isNew) this.#walk = { least: this.#roomsIn(world), known: this.#known, hasNews: false }
    this.look(world)
  }

  /** True while some rep may be given a lead who could not when it was last tried. */
  hasGained(world: World): boolean {
    const known = this.#walk?.known ?? new Map<RepId, Known>()
    return world.reps.some((rep) => {
      const before = known.get(rep.id)
      const isSame = before !== undefined && before.profile === this.#profiles.get(rep.id)
      return (this.#router?.roomOf(rep, world) ?? 0) > (isSame ? before.room : 0)
    })
  }

  /** What a rep had at the end of every stretch, they had for every lead of the walk: within one nobody gains. */
  look(world: World): void {
    if (this.#walk === null) return
    const now = this.#roomsIn(world)
    for (const [repId, { room, profile }] of this.#walk.least) {
      const left = now.get(repId)
      if (left === undefined || left.profile !== profile) this.#walk.least.delete(repId)
      else if (left.room < room) this.#walk.least.set(repId, left)
    }
  }

  end(): void {
    const { least, hasNews } = this.#walk ?? { least: new Map<RepId, Known>(), hasNews: true }
    if (!hasNews) {
      for (const [repId, before] of this.#known) {
        const now = least.get(repId)
        if (now === undefined || (now.profile === before.profile && now.room < before.room)) least.set(repId, before)
      }
    }
    this.#known = least
    this.#walk = null
    if (this.#known.size === 0) this.#again.clear()
  }

  #roomsIn(world: World): Map<RepId, Known> {
    const rooms = new Map<RepId, Known>()
    for (const rep of world.reps) {
      const room = this.#router?.roomOf(rep, world) ?? 0
      if (room > 0) rooms.set(rep.id, { room, profile: this.#profiles.get(rep.id) ?? '' })
    }
    return rooms
  }
}

interface Walk {
  least: Map<RepId, Known>
  /** What was known when it began. */
  known: ReadonlyMap<RepId, Known>
  hasNews: boolean
}
