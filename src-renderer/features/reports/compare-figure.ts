import type { Figure } from '../../../src-main/contract/index.ts'
import { figuresText, valueSaid } from '../../text/report-figures.ts'
import type { TermId } from '../../text/report-terms.ts'

/** How a figure stands to that of the earlier period, in words: `points` is where the arrow points. */
export interface Change {
  points: 'up' | 'down' | 'level'
  said: string
  before: string
  /** Null where more is neither good nor bad. */
  verdict: 'better' | 'worse' | null
}

/** Figures of which less is better, and of which more is. The others only tell how much there was. */
const LESS_IS_BETTER: ReadonlySet<string> = new Set<TermId>([
  'speedP50',
  'speedP95',
  'assignP50',
  'assignP95',
  'responseP50',
  'responseP95',
  'contactP50',
  'contactP95',
  'notTried',
  'acceptP50',
  'breachRate',
  'reroutedShare',
  'leaked',
  'leakRate',
  'noOwner',
  'cycle',
  'duplicateRate',
  'suspected',
])
const MORE_IS_BETTER: ReadonlySet<string> = new Set<TermId>([
  'assignedShare',
  'withinFiveShare',
  'acceptanceRate',
  'qualifiedShare',
  'wonShare',
  'winRate',
  'dealValue',
  'velocity',
  'jain',
  'jainValue',
])
/** Told of this moment, so there is no earlier one. */
const OF_NOW: ReadonlySet<string> = new Set<TermId>(['overdueNow'])
/** A gap has two sides: what counts is how far it is from none. */
const BY_SIZE: ReadonlySet<string> = new Set<TermId>(['largestGap'])

const words = figuresText.change

/** Null where there is nothing to compare; `said` tells why where a person would expect it. */
export function changeOf(
  figure: Figure,
  earlier: Figure | undefined,
  currencies: { now: string | null; before: string | null },
): Change | null {
  if (OF_NOW.has(figure.id) || figure.value === null) return null
  const { id, measure } = figure
  if (earlier === undefined || earlier.value === null) return level(words.cannot, '')
  if (measure === 'money' && currencies.now !== currencies.before) return level(words.otherCurrency, '')
  const before = words.before(valueSaid(earlier.value, measure, id, currencies.before))
  const size = (value: number): number => (BY_SIZE.has(id) ? Math.abs(value) : value)
  const by = size(figure.value) - size(earlier.value)
  const amount = amountSaid(Math.abs(by), figure, currencies.now)
  // What is too small to be seen is no change: "0 points higher" would be none the wiser.
  if (amount === amountSaid(0, figure, currencies.now)) return level(words.same, before)
  const isUp = by > 0
  const isGood = LESS_IS_BETTER.has(id) || BY_SIZE.has(id) ? !isUp : MORE_IS_BETTER.has(id) ? isUp : null
  const verdict = isGood === null ? null : isGood ? 'better' : 'worse'
  return { points: isUp ? 'up' : 'down', said: wordOf(figure, isUp)(amount), before, verdict }
}

const level = (said: string, before: string): Change => ({ points: 'level', said, before, verdict: null })

function amountSaid(by: number, { measure }: Figure, currency: string | null): string {
  // Without its id a difference carries no sign of its own: the word after it says which way.
  if (measure === 'share') return words.points(valueSaid(Math.round(by * 1_000) / 10, 'number', '', null))
  return valueSaid(measure === 'duration' ? Math.round(by / 1_000) * 1_000 : by, measure, '', currency)
}

function wordOf({ measure, id }: Figure, isUp: boolean): (by: string) => string {
  if (measure === 'duration' && LESS_IS_BETTER.has(id)) return isUp ? words.slower : words.faster
  if (measure === 'count') return isUp ? words.more : words.fewer
  if (measure === 'index' || measure === 'share') return isUp ? words.higher : words.lower
  return isUp ? words.more : words.less
}
