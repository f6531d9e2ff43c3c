import { type Method, type Ruleset, RulesetSettings } from '../../../src-main/contract/index.ts'
import { firstRunText } from '../../text/first-run.ts'

/** The plain ways; the others need more said about them than belongs in a first step. */
export const FIRST_METHODS = ['round-robin', 'weighted', 'least-loaded'] as const satisfies readonly Method[]
export type FirstMethod = (typeof FIRST_METHODS)[number]

/** The document of a desk with one rule: everyone shares all leads, or those from some places while the rest waits. */
export function firstRuleset(by: FirstMethod, places: readonly string[]): Ruleset {
  const text = firstRunText.rule
  return {
    version: 1,
    territories: [],
    rules: [
      {
        name: places.length === 0 ? text.allName : text.someName(places),
        enabled: true,
        ...(places.length === 0 ? {} : { when: { field: 'country', op: 'within' as const, value: [...places] } }),
        then: { to: 'pool', pool: {}, by },
        otherwise: 'hold',
      },
    ],
    settings: RulesetSettings.parse({}),
  }
}
