import type { Destination, IneligibleReason, LeadFacts, PoolSelection, RepFacts, RuleId, World } from '../contract/index.ts'
import { isWithin, type PlaceBook } from './places.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * A rule's pool (R9). Team and named reps say who is in it; skills, languages, products, tier and territory are asked of
 * each lead anew and only narrow, so that a narrow lead never restarts the turn of the others (edge case 10).
 */
export interface CompiledPool {
  /** What a person calls it. */
  label: string
  /** The name of its turn: the team's, so that rules sharing a team share one turn; else the rule's own (R19). */
  key: string
  isMember(rep: RepFacts): boolean
  /** The pool's own reasons against a rep for this lead, in R10's order; pushes onto `reasons`. */
  narrow(rep: RepFacts, lead: LeadFacts, reasons: IneligibleReason[]): void
  /** True when no rep of the pool can be ruled out by `narrow`. */
  isOpen: boolean
  /** The rule counts its gifts by rep and day under its id, for caps and shares. */
  tally: RuleId | null
  /** Leads a day the rule gives one rep at most; null for no cap. */
  dailyCap: number | null
  /** A rep's part of the leads by `share`, 0 to 1, or null for who is not named; null when the rule gives no shares. */
  shareOf: ((rep: RepFacts) => number | null) | null
}

const LEADS_OWN = 'lead'

export function compilePool(
  pool: PoolSelection,
  ruleId: RuleId,
  words: Vocabulary,
  places: PlaceBook,
  rule: Pick<Extract<Destination, { to: 'pool' }>, 'by' | 'dailyCapPerRep' | 'shares'> = { by: 'round-robin' },
): CompiledPool {
  const teams = listOf(pool.team)
  const teamKeys = new Set(teams.map(words.fold))
  const emails = pool.reps && new Set(pool.reps.map(words.fold))
  const skills = listOf(pool.skills).map(words.fold)
  const languages = listOf(pool.languages).map((language) => (language === LEADS_OWN ? LEADS_OWN : words.language(language)))
  const products = listOf(pool.products).map(words.fold)
  const tiers = new Set(listOf(pool.tier).map(words.fold))
  const territories = listOf(pool.territory).map(words.fold)

  // Labels of reps change seldom and leads are many.
  const foldedOf = remember((texts: readonly string[]) => new Set(texts.map(words.fold)))
  const languagesOf = remember((texts: readonly string[]) => new Set(texts.map(words.language)))
  const servedBy = remember((texts: readonly string[]) => texts.map((text) => places.find(text)))

  function isServing(rep: RepFacts, lead: LeadFacts): boolean {
    return territories.some((territory) =>
      territory === LEADS_OWN
        ? servedBy(rep.territories).some((set) => isWithin(lead, set, words.fold))
        : foldedOf(rep.territories).has(territory),
    )
  }
  /** "The lead's" asks nothing when the lead does not say: nobody would be a worse answer than anybody. */
  function knowsOne(wanted: readonly string[], leadsOwn: string | null, has: ReadonlySet<string>): boolean {
    return wanted.some((one) => (one === LEADS_OWN ? leadsOwn === null || has.has(leadsOwn) : has.has(one)))
  }

  const shares =
    rule.by === 'share'
      ? new Map(Object.entries(rule.shares ?? {}).map(([email, share]) => [words.fold(email), share / 100]))
      : null
  const dailyCap = rule.dailyCapPerRep ?? null

  return {
    label: labelOf(pool),
    tally: shares !== null || dailyCap !== null ? ruleId : null,
    dailyCap,
    shareOf: shares && ((rep) => shares.get(words.fold(rep.email)) ?? null),
    key: teams.length === 1 ? `team:${words.fold(teams[0]!)}` : teams.length === 0 && !emails ? 'all' : `rule:${ruleId}`,
    isOpen: skills.length + languages.length + products.length + tiers.size + territories.length === 0,
    isMember(rep) {
      if (emails && !emails.has(words.fold(rep.email))) return false
      return teamKeys.size === 0 || (rep.team !== null && teamKeys.has(words.fold(rep.team)))
    },
    narrow(rep, lead, reasons) {
      if (skills.length > 0 && !skills.every((skill) => foldedOf(rep.skills).has(skill))) reasons.push('missing-skill')
      if (
        languages.length > 0 &&
        !knowsOne(languages, lead.language === null ? null : words.language(lead.language), languagesOf(rep.languages))
      )
        reasons.push('missing-language')
      if (
        products.length > 0 &&
        !knowsOne(products, lead.product === null ? null : words.fold(lead.product), foldedOf(rep.products))
      )
        reasons.push('missing-product')
      if (territories.length > 0 && !isServing(rep, lead)) reasons.push('outside-territory')
      if (tiers.size > 0 && !(rep.tier !== null && tiers.has(words.fold(rep.tier)))) reasons.push('outside-tier')
    },
  }
}

/** Availability, time and room: what stands against a rep whatever the pool, in R10's order around the pool's own. */
export function reasonsAgainst(rep: RepFacts, lead: LeadFacts, world: World, pool: CompiledPool | null): IneligibleReason[] {
  const reasons: IneligibleReason[] = []
  if (!rep.isActive) reasons.push('inactive')
  if (rep.isDraining) reasons.push('draining')
  if (rep.isPaused) reasons.push('paused')
  const isBack = rep.availableAgainAt !== null && rep.availableAgainAt <= world.at
  if (rep.availability !== 'available' && !isBack) reasons.push(rep.availability)
  if (rep.isOnTimeOff) reasons.push('time-off')
  if (!rep.isInHours) reasons.push('outside-hours')
  if (pool && !pool.isOpen) pool.narrow(rep, lead, reasons)
  if (rep.capacity !== null && rep.openLeads >= rep.capacity) reasons.push('at-capacity')
  if (rep.dailyCap !== null && rep.givenToday >= rep.dailyCap) reasons.push('at-daily-cap')
  if (rep.hourlyCap !== null && rep.givenThisHour >= rep.hourlyCap) reasons.push('at-hourly-cap')
  if (pool && isAtRuleCap(pool, rep, world)) reasons.push('at-rule-cap')
  if (lead.alreadyOfferedTo.includes(rep.id)) reasons.push('already-offered')
  if (rep.weight <= 0 || pool?.shareOf?.(rep) === 0) reasons.push('weight-zero')
  return reasons
}

/** The rule's own cap holds for all it gives to, also who is not of its pool: an owner, a stand-in. */
export const isAtRuleCap = (pool: CompiledPool, rep: RepFacts, world: World): boolean =>
  pool.dailyCap !== null && givenBy(pool, rep, world, 1) >= pool.dailyCap

/** Leads the pool's rule gave a rep over the last so many local days, today included. */
export function givenBy(pool: CompiledPool, rep: RepFacts, world: World, days: number): number {
  const byDay = pool.tally === null ? undefined : world.tallies.get(pool.tally)?.get(rep.id)
  if (!byDay) return 0
  if (days === 1) return byDay.get(world.today) ?? 0
  let given = 0
  for (const [day, leads] of byDay) if (day > world.today - days && day <= world.today) given += leads
  return given
}

/** Those are merely not here; the rest has another cause (R17). */
const NOT_HERE: ReadonlySet<IneligibleReason> = new Set(['away', 'busy', 'time-off', 'outside-hours'])
export const isMerelyNotHere = (reasons: readonly IneligibleReason[]): boolean =>
  reasons.length > 0 && reasons.every((reason) => NOT_HERE.has(reason))

/** Those pass by themselves; with any other reason, nobody is worth waiting for (R26). */
const PASSING: ReadonlySet<IneligibleReason> = new Set([
  ...NOT_HERE,
  'at-capacity',
  'at-daily-cap',
  'at-hourly-cap',
  'at-rule-cap',
])
export const isForNow = (reasons: readonly IneligibleReason[]): boolean => reasons.every((reason) => PASSING.has(reason))

function labelOf(pool: PoolSelection): string {
  const parts = [
    listOf(pool.team).join(' or '),
    pool.reps ? `${pool.reps.length} named ${pool.reps.length === 1 ? 'rep' : 'reps'}` : '',
    said('skilled in', pool.skills, ' and ', ''),
    said('speaking', pool.languages, ' or ', "the lead's language"),
    said('selling', pool.products, ' or ', "the lead's product"),
    said('tier', pool.tier, ' or ', ''),
    said('serving', pool.territory, ' or ', "the lead's place"),
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'everyone' : parts.join(', ')
}

function said(verb: string, value: string | readonly string[] | undefined, or: string, leadsOwn: string): string {
  const list = listOf(value)
  return list.length === 0 ? '' : `${verb} ${list.map((one) => (one === LEADS_OWN ? leadsOwn : one)).join(or)}`
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

function remember<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) known.set(key, (value = work(key)))
    return value
  }
}
