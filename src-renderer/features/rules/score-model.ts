import type { ScoreModel } from '../../../src-main/contract/index.ts'
import { scoringText } from '../../text/rule-parts.ts'

export type Attribute = ScoreModel['attributes'][number]
export type PointLine = Attribute['points'][number]

/** A line to be filled in: it asks for the number of employees, which most desks score. */
export function blankLine(): PointLine {
  return { when: { all: [{ field: 'employees', op: 'gte' }] }, points: scoringText.first.points }
}

export function blankAttribute(name = ''): Attribute {
  return { name, weight: 1, points: [blankLine()] }
}

export function firstModel(): ScoreModel {
  return { attributes: [blankAttribute(scoringText.first.name)], hotFrom: 80, warmFrom: 50 }
}

/** How much of the whole score each attribute is, from 0 to 1: its weight beside the others'. */
export function weightShares(model: ScoreModel): number[] {
  const sum = model.attributes.reduce((total, attribute) => total + attribute.weight, 0)
  return model.attributes.map((attribute) => (sum === 0 ? 0 : attribute.weight / sum))
}
