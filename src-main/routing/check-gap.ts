import type { ConditionLeaf, LeadFacts } from '../contract/index.ts'
import { fieldType } from '../contract/index.ts'
import type { Box } from './boxes.ts'
import type { CompiledRuleset } from './compile-ruleset.ts'
import { EXAMPLE_WORLD, leadIn } from './example-leads.ts'
import { textForms } from './lead-fields.ts'
import { isNumber, valuesOf } from './leaf-tests.ts'
import { actualOf, fieldSaid, sayCondition, sayFailed } from './say-condition.ts'
import { type DeskWords, english } from './words/en.ts'
import { allBut, listSet, span, spansSet, textSet, type ValueSet } from './value-sets.ts'

/** A lead that no rule decides, tried on the rules themselves. */
export interface Gap {
  lead: LeadFacts
  /** The fields that matter, as a person says them; null when none does. */
  example: string | null
  /** What such leads have in common; null when it is more than a sentence holds. */
  words: string | null
  /** Rules that match it, and pass it on when nobody there can take it. */
  passing: readonly number[]
}

/** Tries on the way to an example when working it out did not give one. */
const MOST_TRIES = 1_000
/** Rules asked in all those tries: many rules get fewer tries. */
const MOST_ASKED = 500_000
const MOST_PIECES_TRIED = 100

/**
 * Finds a lead that none of the rules that keep what they match decides. `left` is what remains by calculation, null when that grew too
 * large. Null when no such lead was found.
 */
export function findGap(
  left: readonly Box[] | null,
  ruleset: CompiledRuleset,
  keeps: readonly boolean[],
  say: DeskWords = english,
): Gap | null {
  for (const box of left?.slice(0, MOST_PIECES_TRIED) ?? []) {
    const gap = tryBox(box, ruleset, keeps, say)
    if (gap) return gap
  }
  const fields = [...choices(ruleset)]
  // The same walk every time: a finding must not come and go.
  let state = 1
  const below = (count: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
  const tries = Math.min(MOST_TRIES, Math.ceil(MOST_ASKED / Math.max(1, ruleset.rules.length)))
  for (let i = 0; i < tries; i++) {
    const box = new Map(fields.map(([field, sets]) => [field, sets[below(sets.length)]!]))
    const gap = tryBox(box, ruleset, keeps, say)
    if (gap) return gap
  }
  return null
}

function tryBox(box: Box, ruleset: CompiledRuleset, keeps: readonly boolean[], say: DeskWords): Gap | null {
  const lead = leadIn(box, ruleset)
  if (!lead) return null
  const passing: number[] = []
  let isKept = false
  ruleset.index.eachMatch(lead, EXAMPLE_WORLD, ruleset.slots(), (rule) => {
    if (keeps[rule]) return (isKept = true)
    passing.push(rule)
    return false
  })
  return isKept ? null : { lead, passing, example: sayLead(lead, box, say), words: sayGap(lead, ruleset, keeps, say) }
}

/** Values around those the rules name, for each field they read. */
function choices(ruleset: CompiledRuleset): Map<string, ValueSet[]> {
  const byField = Map.groupBy(
    ruleset.rules.filter(({ rule }) => rule.enabled).flatMap(({ condition }) => condition.leaves.map(({ leaf }) => leaf)),
    ({ field }) => field,
  )
  const all = new Map<string, ValueSet[]>()
  for (const [field, leaves] of byField) {
    if (field === 'territory') continue
    all.set(field, setsAround(field, leaves.slice(0, 50), ruleset))
  }
  return all
}

function setsAround(field: string, leaves: readonly ConditionLeaf[], ruleset: CompiledRuleset): ValueSet[] {
  const type = fieldType(field) ?? 'text'
  const values = leaves.flatMap(valuesOf).slice(0, 50)
  if (type === 'list')
    return [listSet([], [], 'none'), listSet([], values, 'some'), ...values.map((value) => listSet([value], []))]
  if (isNumber(type) && !field.includes('our')) {
    const numbers = values
      .map((value) => (type === 'date' ? Date.parse(value) : Number(value)))
      .flatMap((one) => [one - 1, one, one + 1])
    return [spansSet([], type === 'number'), ...numbers.map((one) => spansSet([span(one, one)]))].filter(
      (set) => set.missing || set.spans.length > 0,
    )
  }
  const forms = values.flatMap((value) => textForms(field, value, ruleset.words))
  return [textSet([], true), allBut(forms, false), ...forms.map((form) => textSet([form]))]
}

const MOST_SAID = 5

function sayLead(lead: LeadFacts, box: Box, say: DeskWords): string | null {
  const parts = [...box.keys()].flatMap((field) => {
    if (field === 'score' && box.has('grade')) return []
    if (field.startsWith('receivedAt'))
      return field === 'receivedAt' ? [new Date(lead.receivedAt).toISOString().slice(0, 16)] : []
    const actual = actualOf(field, lead)
    if (actual === null) return []
    const name = fieldSaid(field, say)
    return [actual === '' ? say.findings.withNo(name) : say.findings.withValue(name, actual)]
  })
  if (parts.length === 0) return null
  const more = parts.length > MOST_SAID ? ', …' : ''
  return say.findings.leadWith(`${parts.slice(0, MOST_SAID).join(', ')}${more}`)
}

const MOST_WORDS = 4

/** What keeps the lead from every rule that would keep it, each said once. */
function sayGap(lead: LeadFacts, ruleset: CompiledRuleset, keeps: readonly boolean[], say: DeskWords): string | null {
  const said = new Set<string>()
  const slots = ruleset.slots()
  for (const [i, { condition }] of ruleset.rules.entries()) {
    if (!keeps[i]) continue
    const failed = condition.leaves[condition.firstFailed(slots, lead, EXAMPLE_WORLD)]
    if (!failed) return null
    const holds = failed.test(slots, lead, EXAMPLE_WORLD)
    said.add(holds ? sayCondition(failed.leaf, say) : sayFailed(failed.leaf, lead, say))
    if (said.size > MOST_WORDS) return null
  }
  return said.size === 0 ? null : say.findings.both([...said])
}
