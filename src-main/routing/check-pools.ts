import type { PoolSelection, RepProfile } from '../contract/index.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a check must know of the team. */
export type KnownRep = Pick<
  RepProfile,
  'name' | 'email' | 'team' | 'skills' | 'languages' | 'products' | 'tier' | 'territories' | 'weight' | 'isActive' | 'isDraining'
>

const LEADS_OWN = 'lead'

/**
 * Who of the team a pool may ever give to: its members, less those who lack what it asks of everyone. What it asks by the lead rules out
 * nobody, but for its place: who serves none serves no lead.
 */
export function poolReaders(reps: readonly KnownRep[], words: Vocabulary): (pool: PoolSelection) => readonly KnownRep[] {
  const fold = (texts: readonly string[]): Set<string> => new Set(texts.map(words.fold))
  const labels = reps.map((rep) => ({
    rep,
    email: words.fold(rep.email),
    team: rep.team === null ? null : words.fold(rep.team),
    tier: rep.tier === null ? null : words.fold(rep.tier),
    skills: fold(rep.skills),
    products: fold(rep.products),
    territories: fold(rep.territories),
    languages: new Set(rep.languages.map(words.language)),
  }))
  const read = (pool: PoolSelection): readonly KnownRep[] => {
    const teams = fold(listOf(pool.team))
    const tiers = fold(listOf(pool.tier))
    const emails = pool.reps && fold(pool.reps)
    const skills = listOf(pool.skills).map(words.fold)
    const languages = listOf(pool.languages)
    const products = listOf(pool.products)
    const territories = listOf(pool.territory)
    const fits = (wanted: readonly string[], has: ReadonlySet<string>, read: (text: string) => string): boolean =>
      wanted.length === 0 || wanted.some((one) => one === LEADS_OWN || has.has(read(one)))
    return labels
      .filter(
        (one) =>
          (!emails || emails.has(one.email)) &&
          (teams.size === 0 || (one.team !== null && teams.has(one.team))) &&
          (tiers.size === 0 || (one.tier !== null && tiers.has(one.tier))) &&
          skills.every((skill) => one.skills.has(skill)) &&
          fits(languages, one.languages, words.language) &&
          fits(products, one.products, words.fold) &&
          fits(territories, one.territories, words.fold) &&
          (!territories.every((territory) => territory === LEADS_OWN) || territories.length === 0 || one.territories.size > 0),
      )
      .map(({ rep }) => rep)
  }
  // Many rules draw from few pools.
  const known = new Map<string, readonly KnownRep[]>()
  return (pool) => {
    const key = JSON.stringify(pool)
    let members = known.get(key)
    if (!members) known.set(key, (members = read(pool)))
    return members
  }
}

export function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
