import type { SimulationReport, SimulationSide } from '../../../src-main/contract/index.ts'
import { formatDuration, formatNumber } from '../../text/formats.ts'
import { higherOrLower, moreOrFewer, shareSaid, simulationText } from '../../text/rule-simulation.ts'

const text = simulationText.measures
const NOTHING: ReadonlySet<string> = new Set([text.unknown, text.noClock, text.noWait])

export interface MeasureRow {
  key: string
  label: string
  published: string
  draft: string
  change: string
}

/** A difference is that of what is shown: 0.99 beside 1 is not "the same". */
const toHundredths = (value: number): number => Math.round(value * 100) / 100
const toSeconds = (ms: number): number => Math.round(ms / 1_000) * 1_000

/** The two rulesets measure by measure, as a person reads them. What neither has, such as a clock, is not told. */
export function measureRows({ published, draft }: Pick<SimulationReport, 'published' | 'draft'>): MeasureRow[] {
  const count = (key: 'assigned' | 'waiting' | 'discarded' | 'breaches', none: string = text.unknown): MeasureRow => {
    const before = published[key]
    const after = draft[key]
    return {
      key,
      label: text[key],
      published: before === null ? none : formatNumber(before),
      draft: after === null ? none : formatNumber(after),
      change: before === null || after === null ? '' : moreOrFewer(after - before),
    }
  }
  const measure = (
    key: 'p50' | 'p95' | 'jain' | 'gap',
    of: (side: SimulationSide) => number | null,
    round: (value: number) => number,
    said: (value: number) => string,
    none: string,
  ): MeasureRow => {
    const [before, after] = [of(published), of(draft)].map((value) => (value === null ? null : round(value))) as [
      number | null,
      number | null,
    ]
    return {
      key,
      label: text[key],
      published: before === null ? none : said(before),
      draft: after === null ? none : said(after),
      change: before === null || after === null ? '' : higherOrLower(after - before, said),
    }
  }
  const rows = [
    count('assigned'),
    count('waiting'),
    count('discarded'),
    measure('p50', (side) => side.waits.p50, toSeconds, formatDuration, text.noWait),
    measure('p95', (side) => side.waits.p95, toSeconds, formatDuration, text.noWait),
    count('breaches', text.noClock),
    measure('jain', (side) => side.jain, toHundredths, formatNumber, text.unknown),
    measure('gap', (side) => side.fairShareGap, toHundredths, shareSaid, text.unknown),
  ]
  return rows.filter((row) => !(NOTHING.has(row.published) && NOTHING.has(row.draft)))
}

export interface RepRow {
  repId: number
  name: string
  weight: number
  published: number
  draft: number
  fairShare: number
  value: number
}

/** A line for each rep of either side, those with the most leads first. */
export function repRows({ published, draft }: Pick<SimulationReport, 'published' | 'draft'>): RepRow[] {
  const before = new Map(published.byRep.map((row) => [row.repId, row]))
  const after = new Map(draft.byRep.map((row) => [row.repId, row]))
  return [...new Set([...after.keys(), ...before.keys()])]
    .flatMap((repId) => {
      const now = after.get(repId)
      const was = before.get(repId)
      const known = now ?? was
      if (known === undefined) return []
      return {
        repId,
        name: known.name,
        weight: known.weight,
        published: was?.leads ?? 0,
        draft: now?.leads ?? 0,
        fairShare: now?.fairShare ?? 0,
        value: now?.value ?? 0,
      }
    })
    .sort((a, b) => Math.max(b.draft, b.published) - Math.max(a.draft, a.published) || a.name.localeCompare(b.name))
}

export interface Sorting<Key extends string> {
  by: Key
  isDown: boolean
}

/** Rows in order of one column: numbers by size, texts by name; level rows stay as they came. */
export function sorted<Key extends string, Row extends Record<Key, string | number>>(
  rows: readonly Row[],
  { by, isDown }: Sorting<Key>,
): Row[] {
  const sign = isDown ? -1 : 1
  return rows.toSorted((a, b) => {
    const [one, other]: [string | number, string | number] = [a[by], b[by]]
    return sign * (typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other)))
  })
}
