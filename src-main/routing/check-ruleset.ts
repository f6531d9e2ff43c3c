import { type Rule, Ruleset, type RulesetFinding, Territory } from '../contract/index.ts'
import { checkCondition } from './check-conditions.ts'
import { destinationChecker, type Say } from './check-destinations.ts'
import { checkDocument } from './check-document.ts'
import type { KnownRep } from './check-pools.ts'
import { checkCoverage } from './check-coverage.ts'
import { checkTerritories } from './check-territories.ts'
import { shown } from './check-values.ts'
import { ruleIdOf } from './compile-ruleset.ts'
import { type PlaceBook, placeBook } from './places.ts'
import type { Vocabulary } from './vocabulary.ts'

export type { KnownRep }

/** One thing a schema found wrong. */
type Issue = NonNullable<ReturnType<typeof Ruleset.safeParse>['error']>['issues'][number]

/** A file with more faults than this is another kind of file. */
const MOST_FINDINGS = 1_000

/**
 * Reads a ruleset as written and tells everything wrong or doubtful in it, naming rule, place and reason (R8). `ruleset` is
 * null when anything can't work. Takes bounded time and memory, whatever the document.
 */
export function checkRuleset(
  document: unknown,
  reps: readonly KnownRep[],
  words: Vocabulary,
): { ruleset: Ruleset | null; findings: RulesetFinding[] } {
  const unreadable = checkDocument(document)
  if (unreadable) {
    const rule = ruleAt(unreadable.where, document)
    return { ruleset: null, findings: [{ level: 'error', rule, ...unreadable }] }
  }
  const territories = Territory.array().safeParse((document as { territories?: unknown } | null)?.territories).data ?? []
  const places = placeBook(territories, words)
  const placeFindings = checkTerritories(territories, places, words)
  // Places that go round can't be looked up in.
  if (placeFindings.some(({ code }) => code === 'territory-cycle' || code === 'nested-too-deep'))
    return { ruleset: null, findings: placeFindings }
  const conditions = [...placeFindings, ...conditionFindings(document, words, places)]
  // Too deep for the schema to walk safely.
  if (conditions.some(({ code }) => code === 'nested-too-deep' || code === 'too-many-conditions'))
    return { ruleset: null, findings: limited(conditions.filter(({ level }) => level === 'error')) }
  const parsed = Ruleset.safeParse(document)
  if (!parsed.success) {
    const known = conditions.map(({ where }) => where)
    const shape = parsed.error.issues
      .slice(0, MOST_FINDINGS)
      .map((issue) => shapeFinding(issue, document))
      .filter((finding) => !known.some((where) => where.startsWith(finding.where)))
    return { ruleset: null, findings: limited([...conditions, ...shape]) }
  }
  const findings = [...conditions, ...ruleFindings(parsed.data, reps, words)]
  // What rules cover can only be worked out for rules that can be compiled.
  const isBroken = conditions.some(({ level }) => level === 'error')
  if (!isBroken) findings.push(...checkCoverage(parsed.data, reps, words))
  const isBad = findings.some(({ level }) => level === 'error')
  return { ruleset: isBad ? null : parsed.data, findings: limited(findings) }
}

/** Errors are never dropped for warnings. */
function limited(findings: RulesetFinding[]): RulesetFinding[] {
  if (findings.length <= MOST_FINDINGS) return findings
  const errors = findings.filter(({ level }) => level === 'error')
  const kept = [...errors, ...findings.filter(({ level }) => level === 'warning')].slice(0, MOST_FINDINGS)
  const level = errors.length > MOST_FINDINGS ? 'error' : 'warning'
  const message = `${findings.length - MOST_FINDINGS} more like these are not listed`
  return [...kept, { level, code: 'more', rule: null, where: 'the file', message }]
}

function ruleAt(where: string, document: unknown): string | null {
  const index = /^rules\[(\d+)\]/.exec(where)?.[1]
  if (index === undefined) return null
  return nameOf((document as { rules: ({ name?: unknown } | null)[] }).rules[Number(index)]?.name, Number(index))
}

function conditionFindings(document: unknown, words: Vocabulary, places: PlaceBook): RulesetFinding[] {
  const raw = document as { rules?: unknown; score?: { attributes?: unknown } } | null
  const rules = Array.isArray(raw?.rules) ? (raw.rules as unknown[]) : []
  const found: RulesetFinding[] = []
  rules.forEach((rule, i) => {
    const { when, name } = (rule ?? {}) as { when?: unknown; name?: unknown }
    if (when === undefined) return
    for (const fault of checkCondition(when, `rules[${i}].when`, words, places)) found.push({ ...fault, rule: nameOf(name, i) })
  })
  const attributes = Array.isArray(raw?.score?.attributes) ? (raw.score.attributes as { points?: unknown }[]) : []
  attributes.forEach((attribute, i) => {
    const lines = Array.isArray(attribute?.points) ? (attribute.points as { when?: unknown }[]) : []
    lines.forEach((line, j) => {
      if (line?.when === undefined) return
      const where = `score.attributes[${i}].points[${j}].when`
      for (const fault of checkCondition(line.when, where, words, places)) found.push({ ...fault, rule: null })
    })
  })
  return found
}

function shapeFinding(issue: Issue, document: unknown): RulesetFinding {
  const where = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
  const index = issue.path[0] === 'rules' && typeof issue.path[1] === 'number' ? issue.path[1] : null
  const rule = index === null ? null : nameOf((document as { rules: { name?: unknown }[] }).rules[index]?.name, index)
  return {
    level: 'error',
    code: issue.code,
    rule,
    where: where === '' ? 'the file' : where,
    message: plain(issue),
  }
}

/** Zod's sentence, with the keys it did not know named. */
function plain(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return `unknown: ${issue.keys.slice(0, 10).map(shown).join(', ')}`
  if (issue.code === 'too_small' && (issue.origin === 'array' || issue.origin === 'string'))
    return issue.origin === 'array' ? 'the list is empty' : 'it is empty'
  if (issue.code === 'too_small') return `it must be at least ${String(issue.minimum)}`
  if (issue.code === 'too_big')
    return issue.origin === 'array' ? `more than ${String(issue.maximum)}` : `it must be at most ${String(issue.maximum)}`
  return issue.message
    .replace(/^Invalid input: /, '')
    .replace(
      /^Invalid discriminator value\. Expected (.*)$/,
      (_, words: string) => `it must be one of ${words.replaceAll("'", '').replaceAll(' | ', ', ')}`,
    )
}

const nameOf = (name: unknown, index: number): string =>
  typeof name === 'string' && name !== '' ? shown(name) : `rule ${index + 1}`

/** What each rule by itself shows beside the team. */
function ruleFindings(ruleset: Ruleset, reps: readonly KnownRep[], words: Vocabulary): RulesetFinding[] {
  const findings: RulesetFinding[] = []
  const destinations = destinationChecker(reps, words)
  const ids = new Set<string>()
  ruleset.rules.forEach((rule: Rule, i) => {
    const say: Say = (level, code, part, message) => {
      findings.push({ level, code, rule: shown(rule.name), where: `rules[${i}]${part}`, message })
    }
    const id = ruleIdOf(rule)
    if (ids.has(id)) say('error', 'name-taken', '.name', `another rule is called “${shown(rule.name)}” already`)
    ids.add(id)
    destinations.check(rule, say)
  })
  const { score } = ruleset
  if (score && score.warmFrom > score.hotFrom)
    findings.push({
      level: 'error',
      code: 'wrong-order',
      rule: null,
      where: 'score.warmFrom',
      message: `warm begins at ${score.warmFrom}, above hot at ${score.hotFrom}: no lead could be warm`,
    })
  return findings
}
