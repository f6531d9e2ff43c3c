import type { RulesetFinding, Territory } from '../contract/index.ts'
import { placeProblem, postalRangeProblem, shown } from './check-values.ts'
import { LONGEST_CHAIN, type PlaceBook, type PlaceSet } from './places.ts'
import type { Vocabulary } from './vocabulary.ts'
import { type FindingWords, findingsEnglish } from './words/findings-en.ts'

type Part = 'places' | 'except'

/** What is wrong or doubtful in the territories: places misspelt or unknown, exclusions of nothing, territories that go round. */
export function checkTerritories(
  territories: readonly Territory[],
  places: PlaceBook,
  words: Vocabulary,
  said: FindingWords = findingsEnglish,
): RulesetFinding[] {
  const findings: RulesetFinding[] = []
  const say = (level: 'error' | 'warning', code: string, where: string, message: string): void => {
    findings.push({ level, code, rule: null, where, message })
  }
  const byName = new Map<string, number>()
  territories.forEach((territory, i) => {
    const name = words.fold(territory.name)
    if (byName.has(name)) say('error', 'name-taken', `territories[${i}].name`, said.territoryNameTaken(shown(territory.name)))
    else byName.set(name, i)
  })
  const round = roundTrip(territories, byName, words, said)
  if (round) {
    say('error', round.code, round.where, round.message)
    return findings
  }
  territories.forEach((territory, i) => {
    for (const part of ['places', 'except'] as const)
      territory[part].forEach((place, j) => {
        checkPlace(place, `territories[${i}].${part}[${j}]`)
      })
    territory.except.forEach((place, j) => {
      if (!mayTouch(places.find(place), places.unionOf(territory.places), territory, place))
        say('warning', 'no-effect', `territories[${i}].except[${j}]`, said.exceptsNothing(shown(place), shown(territory.name)))
    })
  })

  function checkPlace(place: string, where: string): void {
    const range = postalRangeProblem(place, said)
    if (range) return say('error', range.code, where, range.message)
    if (places.isKnown(place)) return
    const problem = placeProblem(place, words, said)
    if (problem) return say('error', problem.code, where, problem.message)
    if (words.town(place).length < 3) say('warning', 'unknown-place', where, said.takenForTown(shown(place)))
  }

  /** Only countries are compared: what else there is may lie anywhere. */
  function mayTouch(out: PlaceSet, from: PlaceSet, territory: Territory, place: string): boolean {
    const isCountries = out.regions.size + out.towns.size + out.postalPrefixes.length + out.others.length === 0 && !out.except
    if (!isCountries || from.others.length > 0 || from.except) return true
    const whole = places.find(territory.name).except
    // Read as a region of the territory's countries: "US except CA".
    if (whole && words.regions(place, null).some((region) => whole.regions.has(region))) return true
    const countries = new Set([
      ...from.countries,
      ...[...from.regions].map((region) => region.slice(0, 2)),
      ...[...from.towns.values()].flat(),
      ...from.postalPrefixes.map((prefix) => prefix.country),
    ])
    return countries.has(null) || [...out.countries].some((country) => countries.has(country))
  }

  return findings
}

/** The first territory that comes back to itself by way of another, or whose chain is too long; null when none does. */
function roundTrip(
  territories: readonly Territory[],
  byName: ReadonlyMap<string, number>,
  words: Vocabulary,
  say: FindingWords,
): { code: string; where: string; message: string } | null {
  const next = territories.map((territory) =>
    (['places', 'except'] as const).flatMap((part: Part) =>
      territory[part].flatMap((place, j) => {
        const to = byName.get(words.fold(place))
        return to === undefined || territories[to] === territory ? [] : [{ to, where: `${part}[${j}]` }]
      }),
    ),
  )
  /** Longest way down from each; -1 while it is being walked. */
  const depth = new Map<number, number>()
  for (let start = 0; start < territories.length; start++) {
    const path = depth.has(start) ? [] : [{ at: start, edge: 0 }]
    if (path.length > 0) depth.set(start, -1)
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const edge = next[top.at]![top.edge++]
      if (!edge) {
        depth.set(top.at, 1 + Math.max(0, ...next[top.at]!.map(({ to }) => depth.get(to) ?? 0)))
        path.pop()
        continue
      }
      const where = `territories[${top.at}].${edge.where}`
      const known = depth.get(edge.to)
      if (known === -1) {
        const names = path.slice(path.findIndex(({ at }) => at === edge.to)).map(({ at }) => `“${shown(territories[at]!.name)}”`)
        const said = names.length > 5 ? [...names.slice(0, 5), '…'] : names
        return { code: 'territory-cycle', where, message: say.territoriesRound(said.join(', ')) }
      }
      if (path.length + (known ?? 0) >= LONGEST_CHAIN)
        return { code: 'nested-too-deep', where, message: say.territoriesTooDeep(LONGEST_CHAIN) }
      if (known === undefined) {
        depth.set(edge.to, -1)
        path.push({ at: edge.to, edge: 0 })
      }
    }
  }
  return null
}
