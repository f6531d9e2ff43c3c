import type { Destination, Rule } from '../contract/index.ts'
import { type KnownRep, poolReaders } from './check-pools.ts'
import { shown } from './check-values.ts'
import type { Vocabulary } from './vocabulary.ts'

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
export function destinationChecker(reps: readonly KnownRep[], words: Vocabulary): DestinationChecker {
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
      say('warning', 'no-effect', '.otherwise', `“${rule.then.to}” takes every lead, so nothing is left for “otherwise”`)
    else if (sameReceivers(rule.then, rule.otherwise))
      say(
        'warning',
        'no-effect',
        '.otherwise',
        'these are the same reps as before: when none of them can take a lead, none can here',
      )
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
    if (to.to === 'nurture' || to.to === 'partners') say('error', 'not-set-up-yet', `${where}.to`, `“${to.to}” is not set up yet`)
    if (to.to === 'rep') checkNamed(to, where, say)
    if (to.to === 'pool') checkPool(to, where, say)
    if (to.to === 'rep' || to.to === 'pool') checkTerms(to, where, say)
  }

  function mustKnow(email: string, where: string, say: Say): void {
    if (!repOf(email)) say('error', 'unknown-rep', where, `there is no rep ${shown(email)}`)
  }

  function checkNamed(to: ToRep, where: string, say: Say): void {
    mustKnow(to.rep, `${where}.rep`, say)
    const seen = new Set([words.fold(to.rep)])
    to.backups?.forEach((email, i) => {
      const at = `${where}.backups[${i}]`
      mustKnow(email, at, say)
      if (seen.has(words.fold(email)))
        say('warning', 'no-effect', at, `${shown(email)} is asked already; being their own backup changes nothing`)
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
      const hint = to.pool.team !== undefined && teams.length > 0 ? `; teams are ${teams.slice(0, 20).join(', ')}` : ''
      say('error', 'pool-empty', `${where}.pool`, `there is nobody in ${poolSaid(to.pool)}${hint}`)
    } else checkWeights(to, members, `${where}.pool`, say)
    checkMethod(to, members, where, say)
    if (to.dailyCapPerRep === 0)
      say('error', 'cap-zero', `${where}.dailyCapPerRep`, 'with a cap of 0 nobody could ever get a lead by this rule')
    const owner = to.ownerFirst
    if (typeof owner !== 'object') return
    if (owner.ifNotHere === 'wait' && owner.waitMinutes === undefined)
      say('error', 'value-missing', `${where}.ownerFirst.waitMinutes`, '“wait” needs to know how many minutes')
    if (owner.ifNotHere !== 'wait' && owner.waitMinutes !== undefined)
      say(
        'warning',
        'no-effect',
        `${where}.ownerFirst.waitMinutes`,
        `waitMinutes belongs to “wait”, and this says “${owner.ifNotHere}”`,
      )
    if (owner.ifNotHere === 'backup' && owner.backup === undefined)
      say('error', 'value-missing', `${where}.ownerFirst.backup`, '“backup” needs the e-mail address of who stands in')
    if (owner.ifNotHere !== 'backup' && owner.backup !== undefined)
      say('warning', 'no-effect', `${where}.ownerFirst.backup`, `backup belongs to “backup”, and this says “${owner.ifNotHere}”`)
    if (owner.backup !== undefined) mustKnow(owner.backup, `${where}.ownerFirst.backup`, say)
  }

  function checkWeights(to: ToPool, members: readonly KnownRep[], where: string, say: Say): void {
    const idle = members.filter((rep) => rep.weight === 0)
    if (idle.length === 0) return
    if (idle.length === members.length)
      return say('error', 'weights-zero', where, `everyone in ${poolSaid(to.pool)} has weight 0: not in rotation`)
    // Once for each pool: rules that share one would all say the same.
    const key = JSON.stringify(to.pool)
    if (saidWeights.has(key)) return
    saidWeights.add(key)
    const names = idle.slice(0, 5).map((rep) => rep.name)
    const more = idle.length > 5 ? ` and ${idle.length - 5} more` : ''
    say(
      'warning',
      'weight-zero',
      where,
      `${names.join(', ')}${more} ${idle.length > 1 ? 'have' : 'has'} weight 0: not in rotation`,
    )
  }

  function checkMethod(to: ToPool, members: readonly KnownRep[], where: string, say: Say): void {
    const only = (key: keyof ToPool, method: string, level: 'error' | 'warning' = 'error'): void => {
      if (to[key] !== undefined && to.by !== method)
        say(level, 'wrong-method', `${where}.${key}`, `${key} belongs to “${method}”, and this rule gives by “${to.by}”`)
    }
    only('tiers', 'tiers')
    only('shares', 'share')
    only('shareWindowDays', 'share')
    only('maxLoadMultiple', 'top-performer')
    only('maxWaitMinutes', 'share', 'warning')
    if (to.by === 'tiers') {
      if (!to.tiers) say('error', 'value-missing', `${where}.tiers`, '“tiers” needs its tiers: parts of the pool, in order')
      to.tiers?.forEach((tier, i) => {
        tier.reps?.forEach((email, j) => {
          mustKnow(email, `${where}.tiers[${i}].reps[${j}]`, say)
        })
        const part = membersOf(tier).filter((rep) => members.includes(rep))
        const at = `${where}.tiers[${i}]`
        if (part.length === 0) say('error', 'tier-empty', at, `nobody of the pool is in ${poolSaid(tier)}`)
        else if (part.every((rep) => rep.weight === 0))
          say('error', 'weights-zero', at, `everyone of the pool in ${poolSaid(tier)} has weight 0: not in rotation`)
      })
    }
    if (to.by === 'share') {
      if (to.shares === undefined) say('error', 'value-missing', `${where}.shares`, '“share” needs percentages by e-mail address')
      else checkShares(to.shares, members, `${where}.shares`, say)
    }
  }

  function checkShares(shares: Record<string, number>, members: readonly KnownRep[], where: string, say: Say): void {
    const entries = Object.entries(shares)
    const seen = new Set<string>()
    for (const [email] of entries) {
      const rep = repOf(email)
      const at = `${where}.${email.slice(0, 100)}`
      if (seen.has(words.fold(email))) say('error', 'name-taken', at, `${shown(email)} has a share already`)
      seen.add(words.fold(email))
      if (!rep) mustKnow(email, at, say)
      else if (!members.includes(rep))
        say('error', 'outside-pool', at, `${rep.name} is not in the pool, and can have no share of it`)
    }
    const sum = entries.reduce((all, [, share]) => all + share, 0)
    if (entries.length === 0) say('error', 'empty-list', where, 'the list of shares is empty')
    else if (sum === 0 && members.every((rep) => seen.has(words.fold(rep.email)) || rep.weight === 0))
      say('error', 'shares-zero', where, 'all shares are 0: nobody could get a lead')
    if (sum > 100 + ROUNDING)
      say('error', 'shares-above-100', where, `the shares come to ${Math.round(sum * 100) / 100}%, more than all there is`)
  }

  function checkTerms(to: ToPool | ToRep, where: string, say: Say): void {
    const { contactWithinMinutes: contact, remindMinutesBefore: remind } = to
    if (contact === undefined) {
      for (const key of ['contactClock', 'remindMinutesBefore', 'ifNotContacted'] as const)
        if (to[key] !== undefined)
          say('error', 'value-missing', `${where}.${key}`, `${key} needs contactWithinMinutes: without it there is no clock`)
    } else if (remind !== undefined && remind >= contact)
      say(
        'error',
        'out-of-range',
        `${where}.remindMinutesBefore`,
        `a reminder ${remind} minutes before is not within the ${contact} minutes`,
      )
    const isOffered = to.acceptWithinMinutes !== undefined || (to.to === 'pool' && to.by === 'claim')
    if (to.maxOffers !== undefined && !isOffered)
      say(
        'error',
        'value-missing',
        `${where}.maxOffers`,
        'maxOffers needs acceptWithinMinutes: without it the lead is theirs at once',
      )
  }

  return { check, receivers }
}

/** A pool as a person would name it in a sentence about it. */
function poolSaid(pool: ToPool['pool']): string {
  const parts = Object.entries(pool)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} ${Array.isArray(value) ? value.slice(0, 5).join(', ') : value}`)
  return parts.length === 0 ? 'the team' : shown(parts.join('; '))
}
