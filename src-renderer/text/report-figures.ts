import type { Measure } from '../../src-main/contract/index.ts'
import { formatMoney, formatNumber, locale } from './formats.ts'
import { inLanguage } from './language.ts'
import type { TermId } from './report-terms.ts'

const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
const index = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
const units = ['day', 'hour', 'minute', 'second'].map(
  (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 }),
)
const UNIT_SECONDS = [86_400, 3_600, 60, 1] as const
const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
const longDay = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

export const figuresText = inLanguage('figuresText', {
  notMeasured: '–',
  /** For who can't see that a dash stands for nothing. */
  nothing: 'nothing measured',
  tooFew: 'too few',
  tooFewOf: (of: number, least: number, what: string) =>
    `Only ${formatNumber(of)} ${what}: a rate of fewer than ${least} would say more about chance than about work.`,
  of: (count: string, what: string) => `of ${count} ${what}`,
  ofWhat: { leads: 'leads', offers: 'offers', arrivals: 'arrivals', reps: 'reps', decided: 'decided' },
  ofHours: (hours: string) => `of ${hours}`,
  underASecond: '< 1 sec',
  change: {
    faster: (by: string) => `${by} faster`,
    slower: (by: string) => `${by} slower`,
    more: (by: string) => `${by} more`,
    fewer: (by: string) => `${by} fewer`,
    less: (by: string) => `${by} less`,
    higher: (by: string) => `${by} higher`,
    lower: (by: string) => `${by} lower`,
    same: 'unchanged',
    points: (by: string) => `${by} points`,
    before: (value: string) => `before: ${value}`,
    better: 'better',
    worse: 'worse',
    cannot: 'no earlier figure',
    otherCurrency: 'earlier figure in another currency',
  },
})

/** "< 1 sec", "48 sec", "4 min 12 sec", "2 days 3 hr": the two largest units, for a report must not round 1:59 down to 1. */
export function spanSaid(ms: number): string {
  if (ms > 0 && ms < 1_000) return figuresText.underASecond
  let left = Math.round(ms / 1_000)
  // What the second unit can't show is rounded, so that 59:59.9 minutes is an hour.
  const first = UNIT_SECONDS.findIndex((seconds) => left >= seconds)
  if (first < 0) return units[3]?.format(0) ?? ''
  const second = UNIT_SECONDS[Math.min(first + 1, 3)] ?? 1
  left = Math.round(left / second) * second
  return UNIT_SECONDS.flatMap((seconds, at) => {
    const count = Math.floor(left / seconds)
    left -= count * seconds
    return count === 0 ? [] : [units[at]?.format(count) ?? '']
  })
    .slice(0, 2)
    .join(' ')
}

/** Numbers that are differences by themselves, and so carry their sign. */
const SIGNED: ReadonlySet<string> = new Set<TermId>(['gap', 'gapShare', 'largestGap'])
const withSign = (value: number, said: string): string => (value > 0 ? `+${said}` : said.replace(/^-/, '−'))

/** A number in its unit; `id` says which number it is. */
export function valueSaid(value: number, measure: Measure, id: string, currency: string | null): string {
  const said = inUnit(value, measure, currency)
  return SIGNED.has(id) ? withSign(value, said) : said
}

function inUnit(value: number, measure: Measure, currency: string | null): string {
  switch (measure) {
    case 'count':
      return formatNumber(value)
    case 'duration':
      return spanSaid(value)
    case 'share':
      return percent.format(value)
    case 'index':
      return index.format(value)
    case 'money':
      return formatMoney(value, currency)
    case 'number':
      return oneDigit.format(value)
  }
}

const OF_OFFERS: ReadonlySet<string> = new Set<TermId>(['acceptanceRate', 'acceptP50'])
const OF_ARRIVALS: ReadonlySet<string> = new Set<TermId>(['duplicateRate', 'matched'])

/** What a number is made of: "leads", "offers". */
export function ofWhat(id: string): string {
  if (OF_OFFERS.has(id)) return figuresText.ofWhat.offers
  if (OF_ARRIVALS.has(id)) return figuresText.ofWhat.arrivals
  return id === 'winRate' ? figuresText.ofWhat.decided : figuresText.ofWhat.leads
}

/** Numbers that are the whole themselves. */
const OF_NOTHING: ReadonlySet<string> = new Set<TermId>(['shift'])

/** "of 412 leads", "of 120 hr"; nothing of a whole. */
export function ofSaid(of: number, id: string): string {
  if (OF_NOTHING.has(id)) return ''
  if (id === 'availableShare') return figuresText.ofHours(spanSaid(of * 3_600_000))
  return figuresText.of(formatNumber(of), ofWhat(id))
}

/** "3 Nov" for `2026-11-03`; what is no day stands as it is. */
export const dayShort = (day: string): string => onDay(day, shortDay)
/** "Tue, 3 Nov" */
export const dayLong = (day: string): string => onDay(day, longDay)

function onDay(day: string, format: Intl.DateTimeFormat): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? day : format.format(at)
}

/** "1 – 30 Nov 2026" */
export function daysSaid(from: string, to: string): string {
  const at = (day: string): number => Date.parse(`${day}T00:00:00Z`)
  return from === to ? days.format(at(from)) : days.formatRange(at(from), at(to))
}
