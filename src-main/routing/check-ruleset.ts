import { type Condition, type Destination, type Rule, Ruleset, type RulesetFinding } from '../contract/index.ts'
import { checkCondition } from './check-conditions.ts'
import { type CompiledDestination, compileRuleset, ruleIdOf } from './compile-ruleset.ts'
import { placeBook } from './places.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a check must know of the team. */
export interface KnownRep {
  name: string
  email: string
  team: string | null
  weight: number
  isActive: boolean
}

/** One thing a schema found wrong. */
type Issue = NonNullable<ReturnType<typeof Ruleset.safeParse>['error']>['issues'][number]

/** Methods and destinations of the specification that a file may name before the desk has them. */
const NOT_SET_UP_YET = ['longest-idle', 'top-performer', 'tiers', 'claim', 'share', 'nurture', 'partners']

/**
 * Reads a ruleset as written and tells everything wrong or doubtful in it, naming rule, place and reason (R8). `ruleset` is
 * null when anything can't work.
 */
export function checkRuleset(
  document: unknown,
  reps: readonly KnownRep[],
  words: Vocabulary,
): { ruleset: Ruleset | null; findings: RulesetFinding[] } {
  const conditions = conditionFindings(document, words)
  const errors = conditions.filter((finding) => finding.level === 'error')
  // Too deep for the schema to walk safely.
  if (errors.some((finding) => finding.code === 'nested-too-deep' || finding.code === 'too-many-conditions'))
    return { ruleset: null, findings: errors }
  const parsed = Ruleset.safeParse(document)
  if (!parsed.success) {
    const shape = parsed.error.issues
      .map((issue) => shapeFinding(issue, document))
      .filter((finding) => !conditions.some((known) => known.where.startsWith(finding.where)))
    return { ruleset: null, findings: [...conditions, ...shape] }
  }
  const ruleset = parsed.data
  const findings = [...conditions, ...ruleFindings(ruleset, reps, words)]
  return { ruleset: findings.some((finding) => finding.level === 'error') ? null : ruleset, findings }
}

function conditionFindings(document: unknown, words: Vocabulary): RulesetFinding[] {
  const raw = document as { rules?: unknown; score?: { attributes?: unknown }; territories?: unknown } | null
  const territories = Ruleset.shape.territories.safeParse(raw?.territories).data ?? []
  const places = placeBook(territories, words)
  const rules = Array.isArray(raw?.rules) ? (raw.rules as unknown[]) : []
  const found: RulesetFinding[] = rules.flatMap((rule, i) => {
    const { when, name } = (rule ?? {}) as { when?: unknown; name?: unknown }
    if (when === undefined) return []
    return checkCondition(when, `rules[${i}].when`, words, places).map((fault) => ({ ...fault, rule: nameOf(name, i) }))
  })
  const attributes = Array.isArray(raw?.score?.attributes) ? (raw.score.attributes as { points?: unknown }[]) : []
  attributes.forEach((attribute, i) => {
    const lines = Array.isArray(attribute?.points) ? (attribute.points as { when?: unknown }[]) : []
    lines.forEach((line, j) => {
      if (line?.when === undefined) return
      const where = `score.attributes[${i}].points[${j}].when`
      found.push(...checkCondition(line.when, where, words, places).map((fault) => ({ ...fault, rule: null })))
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
  const given = issue.path.reduce<unknown>((node, part) => (node as Record<PropertyKey, unknown> | undefined)?.[part], document)
  const isLater = typeof given === 'string' && NOT_SET_UP_YET.includes(given)
  const rule = index === null ? null : nameOf((document as { rules: { name?: unknown }[] }).rules[index]?.name, index)
  return {
    level: 'error',
    code: isLater ? 'not-set-up-yet' : issue.code,
    rule,
    where: where === '' ? 'the file' : where,
    message: isLater ? `“${given}” is not set up yet` : plain(issue),
  }
}

/** Zod's sentence, with the keys it did not know named. */
function plain(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return `unknown: ${issue.keys.join(', ')}`
  if (issue.code === 'too_small' && (issue.origin === 'array' || issue.origin === 'string'))
    return issue.origin === 'array' ? 'the list is empty' : 'it is empty'
  if (issue.code === 'too_small') return `it must be at least ${String(issue.minimum)}`
  if (issue.code === 'too_big')
    return issue.origin === 'array' ? `more than ${String(issue.maximum)}` : `it must be at most ${String(issue.maximum)}`
  return issue.message.replace(/^Invalid input: /, '')
}

const nameOf = (name: unknown, index: number): string => (typeof name === 'string' && name !== '' ? name : `rule ${index + 1}`)

/** What only the rules together with the team show. */
function ruleFindings(ruleset: Ruleset, reps: readonly KnownRep[], words: Vocabulary): RulesetFinding[] {
  const findings: RulesetFinding[] = []
  const compiled = compileRuleset(ruleset, 0, words)
  const reached = new Set<string>()
  const ids = new Set<string>()
  const shadows = shadowFinder()
  ruleset.rules.forEach((rule, i) => {
    const say = (level: 'error' | 'warning', code: string, part: string, message: string): void => {
      findings.push({ level, code, rule: rule.name, where: `rules[${i}]${part}`, message })
    }
    const id = ruleIdOf(rule)
    if (ids.has(id)) say('error', 'name-taken', '.name', `another rule is called “${rule.name}” already`)
    ids.add(id)
    const { then, otherwise } = compiled.rules[i]!
    checkDestination(rule.then, then, '.then', reps, words, rule.enabled ? reached : new Set(), say)
    if (typeof rule.otherwise === 'object' && otherwise !== 'next')
      checkDestination(rule.otherwise, otherwise, '.otherwise', reps, words, rule.enabled ? reached : new Set(), say)
    const above = rule.enabled ? shadows(rule) : null
    if (above !== null) say('warning', 'shadowed', '', `“${above}” above takes every lead this rule could`)
  })
  const hasCatchAll = ruleset.rules.some((rule) => rule.enabled && isAlways(rule.when) && rule.otherwise !== 'next')
  if (!hasCatchAll)
    findings.push({
      level: 'warning',
      code: 'gap',
      rule: null,
      where: 'rules',
      message: 'leads that no rule matches wait for a manager',
    })
  for (const rep of reps) {
    if (rep.isActive && rep.weight > 0 && ruleset.rules.length > 0 && !reached.has(words.fold(rep.email)))
      findings.push({
        level: 'warning',
        code: 'rep-unreachable',
        rule: null,
        where: 'rules',
        message: `no rule can reach ${rep.name} (${rep.email})`,
      })
  }
  return findings
}

type Say = (level: 'error' | 'warning', code: string, part: string, message: string) => void

function checkDestination(
  to: Destination,
  compiled: CompiledDestination,
  where: string,
  reps: readonly KnownRep[],
  words: Vocabulary,
  reached: Set<string>,
  say: Say,
): void {
  const known = new Set(reps.map((rep) => words.fold(rep.email)))
  if (to.to === 'nurture' || to.to === 'partners') say('error', 'not-set-up-yet', `${where}.to`, `“${to.to}” is not set up yet`)
  if (to.to === 'rep') {
    for (const email of [to.rep, ...(to.backups ?? [])]) {
      if (!known.has(words.fold(email))) say('error', 'unknown-rep', `${where}.rep`, `there is no rep ${email}`)
      reached.add(words.fold(email))
    }
  }
  if (to.to === 'pool' && compiled.to === 'pool') {
    for (const email of to.pool.reps ?? [])
      if (!known.has(words.fold(email))) say('error', 'unknown-rep', `${where}.pool.reps`, `there is no rep ${email}`)
    // Membership reads team and e-mail alone.
    const members = reps.filter((rep) => compiled.pool.isMember(rep as never))
    for (const rep of members) reached.add(words.fold(rep.email))
    if (members.length === 0) {
      const teams = [...new Set(reps.map((rep) => rep.team).filter((team) => team !== null))]
      const hint = teams.length > 0 ? `; teams are ${teams.join(', ')}` : ''
      say('error', 'pool-empty', `${where}.pool`, `there is nobody in ${compiled.pool.label}${hint}`)
    } else if (members.every((rep) => rep.weight === 0))
      say('error', 'weights-zero', `${where}.pool`, `everyone in ${compiled.pool.label} has weight 0`)
  }
  if ('acceptWithinMinutes' in to && to.acceptWithinMinutes !== undefined)
    say('warning', 'offers-later', `${where}.acceptWithinMinutes`, 'offers are not set up yet; the lead is assigned at once')
  if ('contactWithinMinutes' in to && to.contactWithinMinutes !== undefined)
    say('warning', 'clocks-later', `${where}.contactWithinMinutes`, 'contact clocks are not set up yet')
}

function isAlways(when: Condition | undefined): boolean {
  return when === undefined || ('all' in when && when.all.length === 0)
}

/**
 * Asked rule by rule from the top, names the one above that takes all a rule could: it is unconditional or asks the same, and never
 * says `next`.
 */
function shadowFinder(): (rule: Rule) => string | null {
  let always: string | null = null
  const byCondition = new Map<string, string>()
  return (rule) => {
    const condition = JSON.stringify(rule.when ?? null)
    const above = always ?? byCondition.get(condition) ?? null
    const mayPassOn = rule.otherwise === 'next' && (rule.then.to === 'pool' || rule.then.to === 'rep')
    if (!mayPassOn) {
      if (isAlways(rule.when)) always ??= rule.name
      else if (!byCondition.has(condition)) byCondition.set(condition, rule.name)
    }
    return above
  }
}
