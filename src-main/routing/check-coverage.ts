import type { Rule, Ruleset, RulesetFinding } from '../contract/index.ts'
import { type Box, boxMaker } from './boxes.ts'
import { destinationChecker } from './check-destinations.ts'
import { findGap } from './check-gap.ts'
import type { KnownRep } from './check-pools.ts'
import { shown } from './check-values.ts'
import { type CompiledRuleset, compileRuleset } from './compile-ruleset.ts'
import { ShadowFinder } from './shadows.ts'
import type { Vocabulary } from './vocabulary.ts'
import { type DeskWords, english } from './words/en.ts'

const MOST_NAMED = 4

/** What the rules do only together: those no lead reaches, leads no rule decides, reps no rule can give to. Worked out, not guessed. */
export function checkCoverage(
  ruleset: Ruleset,
  reps: readonly KnownRep[],
  words: Vocabulary,
  say: DeskWords = english,
): RulesetFinding[] {
  const findings: RulesetFinding[] = []
  const compiled = compileRuleset(ruleset, 0, words)
  const maker = boxMaker(words, compiled.places, {
    hotFrom: ruleset.score?.hotFrom ?? 80,
    warmFrom: ruleset.score?.warmFrom ?? 50,
    isScored: compiled.score?.attributes.some(({ most, weight }) => most > 0 && weight > 0) ?? false,
  })
  const finder = new ShadowFinder(maker)
  const receivers = destinationChecker(reps, words, say.findings).receivers
  const reached = new Set<KnownRep>()
  const keeps = ruleset.rules.map((rule) => rule.enabled && !mayPassOn(rule))
  ruleset.rules.forEach((rule, i) => {
    const warn = (code: string, part: string, message: string): void => {
      findings.push({ level: 'warning', code, rule: shown(rule.name), where: `rules[${i}]${part}`, message })
    }
    const boxes = maker.boxesOf(rule.when)
    if (!rule.enabled) {
      if (boxes?.length === 0) warn('never-matches', '.when', say.findings.neverMatches)
      return
    }
    const shadow = finder.next(i, boxes, JSON.stringify(rule.when ?? { all: [] }), keeps[i]!)
    if (shadow?.kind === 'never') return warn('never-matches', '.when', say.findings.neverMatches)
    if (shadow) return warn('shadowed', '', shadowSaid(shadow.by, ruleset, say))
    const destinations = typeof rule.otherwise === 'object' ? [rule.then, rule.otherwise] : [rule.then]
    for (const to of destinations) for (const rep of receivers(to)) reached.add(rep)
  })
  const gap = gapFinding(finder.left(), compiled, keeps, say)
  if (gap) findings.push(gap)
  for (const rep of ruleset.rules.length > 0 ? reps : []) {
    // Who is in no rotation, leaving or gone gets none by intent.
    if (!rep.isActive || rep.isDraining || rep.weight === 0 || reached.has(rep)) continue
    findings.push({
      level: 'warning',
      code: 'rep-unreachable',
      rule: null,
      where: 'rules',
      message: say.findings.unreachable(rep.name, rep.email),
    })
  }
  return findings
}

/** Whether a lead a rule matches may still go on to the next. */
function mayPassOn(rule: Rule): boolean {
  return rule.otherwise === 'next' && (rule.then.to === 'pool' || rule.then.to === 'rep')
}

function shadowSaid(by: readonly number[], ruleset: Ruleset, { findings, quoted }: DeskWords): string {
  const names = by.slice(0, MOST_NAMED).map((i) => quoted(shown(ruleset.rules[i]!.name)))
  return findings.shadowedBy(names, by.length - names.length)
}

function gapFinding(
  left: readonly Box[] | null,
  compiled: CompiledRuleset,
  keeps: readonly boolean[],
  say: DeskWords,
): RulesetFinding | null {
  if (left?.length === 0) return null
  const { findings } = say
  const finding = { level: 'warning', code: 'gap', rule: null, where: 'rules' } as const
  const gap = findGap(left, compiled, keeps, say)
  if (!gap) return { ...finding, code: 'gap-unknown', message: findings.gapUnknown }
  const which = findings.someLeads(gap.words, gap.example ?? findings.anyLead)
  const [passing] = gap.passing
  if (passing === undefined)
    return { ...finding, message: gap.example === null ? findings.noRuleAtAll : findings.noRuleFor(which) }
  return { ...finding, message: findings.nobodyKeeps(shown(compiled.rules[passing]!.name), which) }
}
