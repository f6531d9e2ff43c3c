import type { Grade, LeadFacts, World } from '../contract/index.ts'
import type { CompiledRuleset } from './compile-ruleset.ts'

/**
 * The score of a lead (R32): each attribute's points as a share of the most it can give, weighted and scaled to 0–100. Without a
 * model, what the lead brought.
 */
export function scoreLead(
  lead: LeadFacts,
  ruleset: CompiledRuleset,
  world: World,
): { score: number | null; grade: Grade | null } {
  const model = ruleset.score
  const score = model ? modelScore(lead, ruleset, world) : lead.score === null ? null : clamp(lead.score)
  if (score === null) return { score, grade: null }
  const hotFrom = model?.hotFrom ?? 80
  const warmFrom = model?.warmFrom ?? 50
  return { score, grade: score >= hotFrom ? 'hot' : score >= warmFrom ? 'warm' : 'cold' }
}

function modelScore(lead: LeadFacts, ruleset: CompiledRuleset, world: World): number | null {
  const model = ruleset.score
  if (!model) return null
  const slots = ruleset.slots()
  let earned = 0
  let possible = 0
  for (const attribute of model.attributes) {
    if (attribute.most === 0) continue
    const points = attribute.lines.reduce((sum, line) => sum + (line.condition.test(slots, lead, world) ? line.points : 0), 0)
    earned += attribute.weight * Math.max(0, points / attribute.most)
    possible += attribute.weight
  }
  return possible === 0 ? null : clamp(Math.round((100 * earned) / possible))
}

const clamp = (score: number): number => Math.min(100, Math.max(0, score))
