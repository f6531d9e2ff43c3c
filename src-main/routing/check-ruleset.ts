import { type Rule, Ruleset, type RulesetFinding, Territory } from '../contract/index.ts'
import { checkCondition, type Known } from './check-conditions.ts'
import { destinationChecker, type Say } from './check-destinations.ts'
import { checkDocument } from './check-document.ts'
import type { KnownRep } from './check-pools.ts'
import { checkCoverage } from './check-coverage.ts'
import { checkTerritories } from './check-territories.ts'
import { shown } from './check-values.ts'
import { ruleIdOf } from './compile-ruleset.ts'
import { placeBook } from './places.ts'
import type { Vocabulary } from './vocabulary.ts'
import { type DeskWords, english } from './words/en.ts'
import type { FindingWords } from './words/findings-en.ts'

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
  language: DeskWords = english,
): { ruleset: Ruleset | null; findings: RulesetFinding[] } {
  const say = language.findings
  const unreadable = checkDocument(document, say)
  if (unreadable) {
    const rule = ruleAt(unreadable.where, document, say)
    return { ruleset: null, findings: [{ level: 'error', rule, ...unreadable }] }
  }
  const territories = Territory.array().safeParse((document as { territories?: unknown } | null)?.territories).data ?? []
  const places = placeBook(territories, words)
  const placeFindings = checkTerritories(territories, places, words, say)
  // Places that go round can't be looked up in.
  if (placeFindings.some(({ code }) => code === 'territory-cycle' || code === 'nested-too-deep'))
    return { ruleset: null, findings: placeFindings }
  const conditions = [...placeFindings, ...conditionFindings(document, { words, places, say })]
  // Too deep for the schema to walk safely.
  if (conditions.some(({ code }) => code === 'nested-too-deep' || code === 'too-many-conditions'))
    return {
      ruleset: null,
      findings: limited(
        conditions.filter(({ level }) => level === 'error'),
        say,
      ),
    }
  const parsed = Ruleset.safeParse(document)
  if (!parsed.success) {
    const known = conditions.map(({ where }) => where)
    const shape = parsed.error.issues
      .slice(0, MOST_FINDINGS)
      .map((issue) => shapeFinding(issue, document, say))
      .filter((finding) => !known.some((where) => where.startsWith(finding.where)))
    return { ruleset: null, findings: limited([...conditions, ...shape], say) }
  }
  const findings = [...conditions, ...ruleFindings(parsed.data, reps, words, say)]
  // What rules cover can only be worked out for rules that can be compiled.
  const isBroken = conditions.some(({ level }) => level === 'error')
  if (!isBroken) findings.push(...checkCoverage(parsed.data, reps, words, language))
  const isBad = findings.some(({ level }) => level === 'error')
  return { ruleset: isBad ? null : parsed.data, findings: limited(findings, say) }
}

/** Errors are never dropped for warnings. */
function limited(findings: RulesetFinding[], say: FindingWords): RulesetFinding[] {
  if (findings.length <= MOST_FINDINGS) return findings
  const errors = findings.filter(({ level }) => level === 'error')
  const kept = [...errors, ...findings.filter(({ level }) => level === 'warning')].slice(0, MOST_FINDINGS)
  const level = errors.length > MOST_FINDINGS ? 'error' : 'warning'
  const message = say.more(findings.length - MOST_FINDINGS)
  return [...kept, { level, code: 'more', rule: null, where: 'the file', message }]
}

function ruleAt(where: string, document: unknown, say: FindingWords): string | null {
  const index = /^rules\[(\d+)\]/.exec(where)?.[1]
  if (index === undefined) return null
  return nameOf((document as { rules: ({ name?: unknown } | null)[] }).rules[Number(index)]?.name, Number(index), say)
}

function conditionFindings(document: unknown, known: Known): RulesetFinding[] {
  const raw = document as { rules?: unknown; score?: { attributes?: unknown } } | null
  const rules = Array.isArray(raw?.rules) ? (raw.rules as unknown[]) : []
  const found: RulesetFinding[] = []
  rules.forEach((rule, i) => {
    const { when, name } = (rule ?? {}) as { when?: unknown; name?: unknown }
    if (when === undefined) return
    for (const fault of checkCondition(when, `rules[${i}].when`, known))
      found.push({ ...fault, rule: nameOf(name, i, known.say) })
  })
  const attributes = Array.isArray(raw?.score?.attributes) ? (raw.score.attributes as { points?: unknown }[]) : []
  attributes.forEach((attribute, i) => {
    const lines = Array.isArray(attribute?.points) ? (attribute.points as { when?: unknown }[]) : []
    lines.forEach((line, j) => {
      if (line?.when === undefined) return
      const where = `score.attributes[${i}].points[${j}].when`
      for (const fault of checkCondition(line.when, where, known)) found.push({ ...fault, rule: null })
    })
  })
  return found
}

function shapeFinding(issue: Issue, document: unknown, say: FindingWords): RulesetFinding {
  const where = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
  const index = issue.path[0] === 'rules' && typeof issue.path[1] === 'number' ? issue.path[1] : null
  const rule = index === null ? null : nameOf((document as { rules: { name?: unknown }[] }).rules[index]?.name, index, say)
  return {
    level: 'error',
    code: issue.code,
    rule,
    where: where === '' ? 'the file' : where,
    message: plain(issue, say),
  }
}

/** What a schema found, for a person: Zod's own sentence only where there is no better one. */
function plain(issue: Issue, say: FindingWords): string {
  if (issue.code === 'unrecognized_keys') return say.unknownKeys(issue.keys.slice(0, 10).map(shown).join(', '))
  if (issue.code === 'too_small' && (issue.origin === 'array' || issue.origin === 'string'))
    return issue.origin === 'array' ? say.emptyList : say.emptyText
  if (issue.code === 'too_small') return say.atLeast(String(issue.minimum))
  if (issue.code === 'too_big')
    return issue.origin === 'array' ? say.moreThan(String(issue.maximum)) : say.atMost(String(issue.maximum))
  return say.wrongShape(issue.message, expectedBy(issue))
}

/** What a schema wanted, in words of the file; '' where it does not tell. */
function expectedBy(issue: Issue): string {
  if (issue.code === 'invalid_type') return issue.expected
  return issue.code === 'invalid_value' ? issue.values.map(String).join(', ') : ''
}

const nameOf = (name: unknown, index: number, say: FindingWords): string =>
  typeof name === 'string' && name !== '' ? shown(name) : say.ruleNumber(index + 1)

/** What each rule by itself shows beside the team. */
function ruleFindings(ruleset: Ruleset, reps: readonly KnownRep[], words: Vocabulary, said: FindingWords): RulesetFinding[] {
  const findings: RulesetFinding[] = []
  const destinations = destinationChecker(reps, words, said)
  const ids = new Set<string>()
  ruleset.rules.forEach((rule: Rule, i) => {
    const say: Say = (level, code, part, message) => {
      findings.push({ level, code, rule: shown(rule.name), where: `rules[${i}]${part}`, message })
    }
    const id = ruleIdOf(rule)
    if (ids.has(id)) say('error', 'name-taken', '.name', said.ruleNameTaken(shown(rule.name)))
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
      message: said.warmAboveHot(score.warmFrom, score.hotFrom),
    })
  return findings
}
