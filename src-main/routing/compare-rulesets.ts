import type { Rule, Ruleset, RulesetChange } from '../contract/index.ts'
import { compareRule } from './compare-rules.ts'
import { ruleIdOf } from './compile-ruleset.ts'
import { sayConditions, sayDestination } from './say-ruleset.ts'
import { type DeskWords, english } from './words/en.ts'

/**
 * What changed from one ruleset to another, in plain words (R36). Rules are the same by id, else by name; a rule has moved when it
 * stands elsewhere among the rules that both have. `where` is a path into `to`, for what was removed into `from`.
 */
export function compareRulesets(from: Ruleset, to: Ruleset, say: DeskWords = english): RulesetChange[] {
  return [compareAllRules, compareTerritories, compareScores, compareSettings].flatMap((compare) => compare(from, to, say))
}

function compareAllRules(from: Ruleset, to: Ruleset, say: DeskWords): RulesetChange[] {
  const pairs = pairsOf(from.rules, to.rules)
  const stayed = longestRise(to.rules.flatMap((_, i) => pairs.get(i) ?? []))
  const changes = to.rules.flatMap((rule, i): RulesetChange[] => {
    const where = `rules[${i}]`
    const about = { what: 'rule', name: rule.name, where } as const
    const before = pairs.get(i)
    if (before === undefined) {
      const said = say.ruleset.ruleAdded(sayConditions(rule.when, say), sayDestination(rule.then, say), rule.enabled)
      return [{ ...about, kind: 'added', said }]
    }
    const found = compareRule(from.rules[before]!, rule, where, say)
    if (stayed.has(before)) return found
    return [...found, { ...about, kind: 'moved', said: say.ruleset.moved(i + 1, before + 1) }]
  })
  const kept = new Set(pairs.values())
  const removed = from.rules.flatMap((rule, i): RulesetChange[] =>
    kept.has(i)
      ? []
      : [
          {
            kind: 'removed',
            what: 'rule',
            name: rule.name,
            where: `rules[${i}]`,
            said: say.ruleset.ruleRemoved(sayConditions(rule.when, say), sayDestination(rule.then, say)),
          },
        ],
  )
  return [...changes, ...removed]
}

/** For each rule of `to` its place in `from`. */
function pairsOf(from: readonly Rule[], to: readonly Rule[]): Map<number, number> {
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  const match = (keyOf: (rule: Rule) => string): void => {
    const places = new Map<string, number>()
    from.forEach((rule, i) => {
      if (!taken.has(i) && !places.has(keyOf(rule))) places.set(keyOf(rule), i)
    })
    to.forEach((rule, i) => {
      const place = places.get(keyOf(rule))
      if (pairs.has(i) || place === undefined || taken.has(place)) return
      pairs.set(i, place)
      taken.add(place)
    })
  }
  match(ruleIdOf)
  match((rule) => rule.name.trim().toLowerCase())
  return pairs
}

/** The most numbers of a list that already stand in rising order: all others have moved. */
function longestRise(numbers: readonly number[]): Set<number> {
  // Patience sorting: the last of each pile, and before whom each number came.
  const piles: number[] = []
  const before = new Map<number, number | undefined>()
  for (const number of numbers) {
    let low = 0
    let high = piles.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (piles[middle]! < number) low = middle + 1
      else high = middle
    }
    before.set(number, piles[low - 1])
    piles[low] = number
  }
  const rise = new Set<number>()
  for (let number = piles.at(-1); number !== undefined; number = before.get(number)) rise.add(number)
  return rise
}

function compareTerritories(from: Ruleset, to: Ruleset, { ruleset: say }: DeskWords): RulesetChange[] {
  return compareNamed(from.territories, to.territories, 'territories', 'territory', {
    added: ({ places }) => say.placesAdded(places.join(', ')),
    removed: ({ places }) => say.placesRemoved(places.join(', ')),
    changed: (before, after) => [
      ...listChange(say.nowAlso, say.noLonger, before.places, after.places),
      ...listChange(say.exceptAlso, say.exceptNoLonger, before.except, after.except),
    ],
  })
}

function compareScores(from: Ruleset, to: Ruleset, words: DeskWords): RulesetChange[] {
  const { ruleset: say } = words
  const [before, after] = [from.score, to.score]
  const whole = { what: 'score', name: say.score, where: 'score' } as const
  if (!before && !after) return []
  if (!before) return [{ ...whole, kind: 'added', said: say.scoreAdded(after!.attributes.length) }]
  if (!after) return [{ ...whole, kind: 'removed', said: say.scoreRemoved(before.attributes.length) }]
  const limits = (['hotFrom', 'warmFrom'] as const).flatMap((key): RulesetChange[] =>
    before[key] === after[key]
      ? []
      : [
          {
            kind: 'changed',
            what: 'score',
            name: say.grades[key],
            where: `score.${key}`,
            said: say.limitChanged(after[key], before[key]),
          },
        ],
  )
  const lineSaid = ({ when, points }: (typeof after.attributes)[number]['points'][number]): string =>
    say.points(`${points > 0 ? '+' : ''}${points}`, sayConditions(when, words))
  const attributes = compareNamed(before.attributes, after.attributes, 'score.attributes', 'score', {
    added: ({ points }) => points.map(lineSaid).join(', '),
    removed: ({ points }) => say.attributeRemoved(points.map(lineSaid).join(', ')),
    changed: (was, is) => [
      ...(was.weight === is.weight ? [] : [say.weightChanged(is.weight, was.weight)]),
      ...listChange(say.nowAlso, say.noLonger, was.points.map(lineSaid), is.points.map(lineSaid)),
    ],
  })
  return [...attributes, ...limits]
}

/** Things known by their name, wherever they stand. */
function compareNamed<Thing extends { name: string }>(
  from: readonly Thing[],
  to: readonly Thing[],
  path: string,
  what: 'territory' | 'score',
  say: {
    added: (thing: Thing) => string
    removed: (thing: Thing) => string
    changed: (before: Thing, after: Thing) => string[]
  },
): RulesetChange[] {
  const key = ({ name }: Thing): string => name.trim().toLowerCase()
  const was = new Map(from.map((thing) => [key(thing), thing]))
  const is = new Set(to.map(key))
  const changes = to.flatMap((thing, i): RulesetChange[] => {
    const about = { what, name: thing.name, where: `${path}[${i}]` }
    const before = was.get(key(thing))
    if (!before) return [{ ...about, kind: 'added', said: say.added(thing) }]
    const said = say.changed(before, thing)
    return said.length === 0 ? [] : [{ ...about, kind: 'changed', said: said.join('; ') }]
  })
  const removed = from.flatMap((thing, i): RulesetChange[] =>
    is.has(key(thing)) ? [] : [{ kind: 'removed', what, name: thing.name, where: `${path}[${i}]`, said: say.removed(thing) }],
  )
  return [...changes, ...removed]
}

type SayList = (list: string) => string

function listChange(nowAlso: SayList, noLonger: SayList, before: readonly string[], after: readonly string[]): string[] {
  const added = after.filter((one) => !before.includes(one))
  const gone = before.filter((one) => !after.includes(one))
  return [...(added.length > 0 ? [nowAlso(added.join(', '))] : []), ...(gone.length > 0 ? [noLonger(gone.join(', '))] : [])]
}

function compareSettings(from: Ruleset, to: Ruleset, { ruleset }: DeskWords): RulesetChange[] {
  const { settings } = ruleset
  return (Object.keys(settings) as (keyof typeof settings)[]).flatMap((key): RulesetChange[] => {
    const [before, after] = [from.settings[key], to.settings[key]]
    if (before === after) return []
    const { name, say } = settings[key] as { name: string; say: (value: number | boolean) => string }
    return [{ kind: 'changed', what: 'settings', name, where: `settings.${key}`, said: ruleset.changed(say(after), say(before)) }]
  })
}
