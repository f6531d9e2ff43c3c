import type { Grade, LeadFacts, Why, World } from '../contract/index.ts'
import type { CompiledRuleset } from './compile-ruleset.ts'
import { sayCondition } from './say-condition.ts'
import { type DeskWords, english } from './words/en.ts'

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

/** What one attribute of the model gave a lead. */
export interface ScorePart {
  name: string
  weight: number
  /** The sum of the lines that held, as it is counted: points taken away never go below 0. */
  points: number
  /** The most the attribute can give. */
  most: number
  /** What it adds to the score; all parts together, rounded, are the score. */
  adds: number
  /** The lines that held. `said` is null for a line that holds for every lead. */
  lines: { said: string | null; points: number }[]
}

/** The parts of a lead's score in the order of the model (R32); null without a model that can give any. */
export function scoreParts(
  lead: LeadFacts,
  ruleset: CompiledRuleset,
  world: World,
  say: DeskWords = english,
): ScorePart[] | null {
  const model = ruleset.score
  const possible = model?.attributes.reduce((sum, { most, weight }) => sum + (most === 0 ? 0 : weight), 0) ?? 0
  if (!model || possible === 0) return null
  const slots = ruleset.slots()
  return model.attributes.map(({ name, weight, most, lines }) => {
    const held = lines.filter((line) => line.condition.test(slots, lead, world))
    const points = Math.max(
      0,
      held.reduce((sum, line) => sum + line.points, 0),
    )
    return {
      name,
      weight,
      points,
      most,
      adds: most === 0 ? 0 : (100 * weight * (points / most)) / possible,
      lines: held.map(({ condition, points: given }) => ({
        said: condition.leaves.length === 0 ? null : condition.leaves.map(({ leaf }) => sayCondition(leaf, say)).join(', '),
        points: given,
      })),
    }
  })
}

/** A score with its parts, as a person is told it; null without a model. Read at the moment the lead came in, as scores are. */
export function scoreTold(
  lead: LeadFacts,
  ruleset: CompiledRuleset,
  localTime: World['localTime'],
  say: DeskWords = english,
): Why['score'] {
  const world = worldOfClock(lead.receivedAt, localTime)
  const parts = scoreParts(lead, ruleset, world, say)
  const { score, grade } = scoreLead(lead, ruleset, world)
  if (!parts || score === null || grade === null) return null
  return {
    score,
    grade,
    parts: parts.map(({ name, points, most, adds, lines }) => ({
      name,
      points,
      most,
      adds: Math.round(adds * 10) / 10,
      because: lines.map(({ said, points: given }) => `${said ?? say.everyLead}: ${given > 0 ? '+' : ''}${given}`),
    })),
  }
}

/** All that a score asks of the world: what time it is. */
export const worldOfClock = (at: number, localTime: World['localTime']): World => ({
  at,
  reps: [],
  turns: new Map(),
  today: 0,
  tallies: new Map(),
  localTime,
})

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
