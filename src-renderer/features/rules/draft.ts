import type { Rule, RuleId, Ruleset, RulesetFinding } from '../../../src-main/contract/index.ts'

/** A rule of the draft always has its id, so that rows, findings and turns keep hold of it. */
export type DraftRule = Rule & { id: RuleId }
export interface Draft extends Ruleset {
  rules: DraftRule[]
}

/** 64 random bits as hex. */
export function newRuleId(): RuleId {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') as RuleId
}

/** A rule written without an id goes by its name, as the desk does it, so that its turns stay with it (R19). */
export function draftOf(document: Ruleset): Draft {
  const seen = new Set<RuleId>()
  const rules = document.rules.map((rule) => {
    const named = rule.id ?? (`n:${rule.name.trim().toLowerCase()}`.slice(0, 64) as RuleId)
    const id = seen.has(named) ? newRuleId() : named
    seen.add(id)
    return { ...rule, id }
  })
  return { ...document, rules }
}

export function moveRule(draft: Draft, from: number, to: number): Draft {
  const rules = [...draft.rules]
  const [moved] = rules.splice(from, 1)
  if (moved === undefined || to < 0 || to > rules.length) return draft
  rules.splice(to, 0, moved)
  return { ...draft, rules }
}

/** Changes a rule where it stands. An unknown one comes before a last rule that takes every lead: below, nothing would reach it. */
export function saveRule(draft: Draft, rule: DraftRule): Draft {
  const { rules } = draft
  if (rules.some((each) => each.id === rule.id))
    return { ...draft, rules: rules.map((each) => (each.id === rule.id ? rule : each)) }
  const last = rules.at(-1)
  const takesAll = last !== undefined && last.enabled && last.when === undefined && last.otherwise !== 'next'
  return { ...draft, rules: rules.toSpliced(takesAll && rule.when !== undefined ? rules.length - 1 : rules.length, 0, rule) }
}

export function removeRule(draft: Draft, id: RuleId): Draft {
  return { ...draft, rules: draft.rules.filter((rule) => rule.id !== id) }
}

/** A copy right below, switched off until someone has changed it. */
export function duplicateRule(draft: Draft, id: RuleId): Draft {
  const at = draft.rules.findIndex((rule) => rule.id === id)
  const rule = draft.rules[at]
  if (rule === undefined) return draft
  const copy: DraftRule = { ...structuredClone(rule), id: newRuleId(), name: `${rule.name} (copy)`.slice(0, 200), enabled: false }
  return { ...draft, rules: draft.rules.toSpliced(at + 1, 0, copy) }
}

export function blankRule(): DraftRule {
  return {
    id: newRuleId(),
    name: '',
    enabled: true,
    when: { all: [{ field: 'country', op: 'is' }] },
    then: { to: 'pool', pool: {}, by: 'round-robin' },
    otherwise: 'next',
  }
}

/** Same meaning, whatever the order of keys. */
export function isSameDocument(one: Ruleset, other: Ruleset): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** The place of the rule a finding speaks of, by its path; null when it is about the whole. */
export function ruleIndexOf(finding: RulesetFinding): number | null {
  const at = /^rules\[(\d+)\]/.exec(finding.where)?.[1]
  return at === undefined ? null : Number(at)
}

const NONE: readonly RulesetFinding[] = []

/** Asks for the findings of a rule by its place; grouped once, since a long list asks for each of its rules. */
export function findingsByRule(findings: readonly RulesetFinding[]): (index: number) => readonly RulesetFinding[] {
  const groups = Map.groupBy(findings, ruleIndexOf)
  return (index) => groups.get(index) ?? NONE
}

export function findingsOfRule(findings: readonly RulesetFinding[], index: number): RulesetFinding[] {
  return findings.filter((finding) => ruleIndexOf(finding) === index)
}

/** Findings of the parts that have a page of their own: scoring, territories, settings. */
export function findingsOfPart(
  findings: readonly RulesetFinding[],
  part: 'score' | 'territories' | 'settings',
): RulesetFinding[] {
  return findings.filter(({ where }) => where === part || where.startsWith(`${part}.`) || where.startsWith(`${part}[`))
}

export function findingsOfWhole(findings: readonly RulesetFinding[], rules: number): RulesetFinding[] {
  return findings.filter((finding) => {
    const at = ruleIndexOf(finding)
    return at === null || at >= rules
  })
}
