import type { Destination, Rule } from '../contract/index.ts'
import { type KnownRep, poolReaders } from './check-pools.ts'
import { shown } from './check-values.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { FindingWords } from './words/findings-en.ts'

/** `part` is a path below the rule: `.then.pool`. */
export type Say = (level: 'error' | 'warning', code: string, part: string, message: string) => void

type ToPool = Extract<Destination, { to: 'pool' }>
type ToRep = Extract<Destination, { to: 'rep' }>

/** Rounding that a list of percentages is allowed. */
const ROUNDING = 0.5

export interface DestinationChecker {
  check(rule: Rule, say: Say): void
  /** The reps a destination may ever give to. */
  receivers(to: Destination): readonly KnownRep[]
}

/** Checks where rules lead to: whether anybody is there, and whether each method has what it needs and nothing else (R8, R16). */
export function destinationChecker(reps: readonly KnownRep[], words: Vocabulary, said: FindingWords): DestinationChecker {
  const byEmail = new Map(reps.map((rep) => [words.fold(rep.email), rep]))
  const membersOf = poolReaders(reps, words)
  const saidWeights = new Set<string>()
  const repOf = (email: string): KnownRep | undefined => byEmail.get(words.fold(email))

  function receivers(to: Destination): readonly KnownRep[] {
    switch (to.to) {
      case 'pool': {
        const members = membersOf(to.pool)
        const backup = typeof to.ownerFirst === 'object' && to.ownerFirst.backup ? repOf(to.ownerFirst.backup) : undefined
        const tiers = to.by === 'tiers' ? to.tiers : undefined
        const able = members.filter((rep) => rep.weight > 0 && (!tiers || tiers.some((tier) => membersOf(tier).includes(rep))))
        return backup ? [...able, backup] : able
      }
      case 'rep':
        return [to.rep, ...(to.backups ?? [])].flatMap((email) => repOf(email) ?? [])
      default:
        return []
    }
  }

  function check(rule: Rule, say: Say): void {
    checkOne(rule.then, '.then', say)
    if (typeof rule.otherwise !== 'object') return
    checkOne(rule.otherwise, '.otherwise', say)
    if (rule.then.to === 'hold' || rule.then.to === 'discard')
      say('warning', 'no-effect', '.otherwise', said.nothingLeft(rule.then.to))
    else if (sameReceivers(rule.then, rule.otherwise)) say('warning', 'no-effect', '.otherwise', said.sameReps)
  }

  function sameReceivers(first: Destination, second: Destination): boolean {
    const [a, b] = [receivers(first), receivers(second)]
    // A named rep needs no place in a rotation, so naming one again asks something else.
    return first.to === 'pool' &&
      second.to === 'pool' &&
      a.length > 0 &&
      a.length === b.length &&
      a.every((rep) => b.includes(rep))
      ? JSON.stringify(first.pool) === JSON.stringify(second.pool)
      : first.to === 'rep' && second.to === 'rep' && b.every((rep) => a.includes(rep))
  }

  function checkOne(to: Destination, where: string, say: Say): void {
    if (to.to === 'nurture' || to.to === 'partners') say('error', 'not-set-up-yet', `${where}.to`, said.notSetUp(to.to))
    if (to.to === 'rep') checkNamed(to, where, say)
    if (to.to === 'pool') checkPool(to, where, say)
    if (to.to === 'rep' || to.to === 'pool') checkTerms(to, where, say)
  }

  function mustKnow(email: string, where: string, say: Say): void {
    if (!repOf(email)) say('error', 'unknown-rep', where, said.unknownRep(shown(email)))
  }

  function checkNamed(to: ToRep, where: string, say: Say): void {
    mustKnow(to.rep, `${where}.rep`, say)
    const seen = new Set([words.fold(to.rep)])
    to.backups?.forEach((email, i) => {
      const at = `${where}.backups[${i}]`
      mustKnow(email, at, say)
      if (seen.has(words.fold(email))) say('warning', 'no-effect', at, said.askedAlready(shown(email)))
      seen.add(words.fold(email))
    })
  }

  function checkPool(to: ToPool, where: string, say: Say): void {
    to.pool.reps?.forEach((email, i) => {
      mustKnow(email, `${where}.pool.reps[${i}]`, say)
    })
    const members = membersOf(to.pool)
    if (members.length === 0) {
      const teams = [...new Set(reps.map((rep) => rep.team).filter((team) => team !== null))]
      const known = to.pool.team === undefined ? '' : teams.slice(0, 20).join(', ')
      say('error', 'pool-empty', `${where}.pool`, said.poolEmpty(poolSaid(to.pool, said), known))
    } else checkWeights(to, members, `${where}.pool`, say)
    checkMethod(to, members, where, say)
    if (to.dailyCapPerRep === 0) say('error', 'cap-zero', `${where}.dailyCapPerRep`, said.capZero)
    const owner = to.ownerFirst
    if (typeof owner !== 'object') return
    if (owner.ifNotHere === 'wait' && owner.waitMinutes === undefined)
      say('error', 'value-missing', `${where}.ownerFirst.waitMinutes`, said.waitNeeds)
    if (owner.ifNotHere !== 'wait' && owner.waitMinutes !== undefined)
      say('warning', 'no-effect', `${where}.ownerFirst.waitMinutes`, said.waitOnly(owner.ifNotHere))
    if (owner.ifNotHere === 'backup' && owner.backup === undefined)
      say('error', 'value-missing', `${where}.ownerFirst.backup`, said.backupNeeds)
    if (owner.ifNotHere !== 'backup' && owner.backup !== undefined)
      say('warning', 'no-effect', `${where}.ownerFirst.backup`, said.backupOnly(owner.ifNotHere))
    if (owner.backup !== undefined) mustKnow(owner.backup, `${where}.ownerFirst.backup`, say)
  }

  function checkWeights(to: ToPool, members: readonly KnownRep[], where: string, say: Say): void {
    const idle = members.filter((rep) => rep.weight === 0)
    if (idle.length === 0) return
    if (idle.length === members.length) return say('error', 'weights-zero', where, said.allWeightless(poolSaid(to.pool, said)))
    // Once for each pool: rules that share one would all say the same.
    const key = JSON.stringify(to.pool)
    if (saidWeights.has(key)) return
    saidWeights.add(key)
    const names = idle.slice(0, 5).map((rep) => rep.name)
    say('warning', 'weight-zero', where, said.weightless(names.join(', '), idle.length - names.length, idle.length))
  }

  function checkMethod(to: ToPool, members: readonly KnownRep[], where: string, say: Say): void {
    const only = (key: keyof ToPool, method: string, level: 'error' | 'warning' = 'error'): void => {
      if (to[key] !== undefined && to.by !== method)
        say(level, 'wrong-method', `${where}.${key}`, said.wrongMethod(key, method, to.by))
    }
    only('tiers', 'tiers')
    only('shares', 'share')
    only('shareWindowDays', 'share')
    only('maxLoadMultiple', 'top-performer')
    only('maxWaitMinutes', 'share', 'warning')
    if (to.by === 'tiers') {
      if (!to.tiers) say('error', 'value-missing', `${where}.tiers`, said.tiersNeeded)
      to.tiers?.forEach((tier, i) => {
        tier.reps?.forEach((email, j) => {
          mustKnow(email, `${where}.tiers[${i}].reps[${j}]`, say)
        })
        const part = membersOf(tier).filter((rep) => members.includes(rep))
        const at = `${where}.tiers[${i}]`
        if (part.length === 0) say('error', 'tier-empty', at, said.tierEmpty(poolSaid(tier, said)))
        else if (part.every((rep) => rep.weight === 0))
          say('error', 'weights-zero', at, said.tierWeightless(poolSaid(tier, said)))
      })
    }
    if (to.by === 'share') {
      if (to.shares === undefined) say('error', 'value-missing', `${where}.shares`, said.sharesNeeded)
      else checkShares(to.shares, members, `${where}.shares`, say)
    }
  }

  function checkShares(shares: Record<string, number>, members: readonly KnownRep[], where: string, say: Say): void {
    const entries = Object.entries(shares)
    const seen = new Set<string>()
    for (const [email] of entries) {
      const rep = repOf(email)
      const at = `${where}.${email.slice(0, 100)}`
      if (seen.has(words.fold(email))) say('error', 'name-taken', at, said.sharedAlready(shown(email)))
      seen.add(words.fold(email))
      if (!rep) mustKnow(email, at, say)
      else if (!members.includes(rep)) say('error', 'outside-pool', at, said.outsidePool(rep.name))
    }
    const sum = entries.reduce((all, [, share]) => all + share, 0)
    if (entries.length === 0) say('error', 'empty-list', where, said.noShares)
    else if (sum === 0 && members.every((rep) => seen.has(words.fold(rep.email)) || rep.weight === 0))
      say('error', 'shares-zero', where, said.sharesZero)
    if (sum > 100 + ROUNDING) say('error', 'shares-above-100', where, said.sharesAbove(Math.round(sum * 100) / 100))
  }

  function checkTerms(to: ToPool | ToRep, where: string, say: Say): void {
    const { contactWithinMinutes: contact, remindMinutesBefore: remind } = to
    if (contact === undefined) {
      for (const key of ['contactClock', 'remindMinutesBefore', 'ifNotContacted'] as const)
        if (to[key] !== undefined) say('error', 'value-missing', `${where}.${key}`, said.clockNeeded(key))
    } else if (remind !== undefined && remind >= contact)
      say('error', 'out-of-range', `${where}.remindMinutesBefore`, said.reminderLate(remind, contact))
    const isOffered = to.acceptWithinMinutes !== undefined || (to.to === 'pool' && to.by === 'claim')
    if (to.maxOffers !== undefined && !isOffered) say('error', 'value-missing', `${where}.maxOffers`, said.offersNeeded)
  }

  return { check, receivers }
}

/** A pool as a person would name it in a sentence about it. */
function poolSaid(pool: ToPool['pool'], said: FindingWords): string {
  const parts = Object.entries(pool)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => said.poolPart(key, Array.isArray(value) ? value.slice(0, 5).join(', ') : value))
  return parts.length === 0 ? said.wholeTeam : shown(parts.join('; '))
}
