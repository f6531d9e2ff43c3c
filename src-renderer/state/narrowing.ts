import type { LeadFilter, LeadOrder } from '../../src-main/contract/index.ts'
import type { LeadQuery, LeadSegment } from './lead-query.ts'

/** The parts of a filter that a person narrows a list by. The rest says which list it is. */
export const NARROWING = [
  'grade',
  'sources',
  'repIds',
  'waitCode',
  'ruleId',
  'country',
  'stage',
  'due',
  'receivedFrom',
  'receivedTo',
] as const satisfies readonly (keyof LeadFilter)[]
export type Narrowing = Pick<LeadFilter, (typeof NARROWING)[number]>

/** What of a filter a person can change. A single rep or source is a list of one. */
export function narrowingOf({ repId, source, ...filter }: LeadFilter): Narrowing {
  const whole: LeadFilter = {
    ...filter,
    ...(repId === undefined || filter.repIds !== undefined ? {} : { repIds: [repId] }),
    ...(source === undefined || filter.sources !== undefined ? {} : { sources: [source] }),
  }
  return Object.fromEntries(NARROWING.flatMap((part) => (whole[part] === undefined ? [] : [[part, whole[part]]])))
}

/** What a list is narrowed by when it is chosen. A list of the program's own has no parts that could be taken away. */
export const ownNarrowing = ({ view, isLink, query }: LeadSegment): Narrowing =>
  view === undefined && isLink === undefined ? {} : narrowingOf(query.filter)

/** A list, narrowed. A search looks at everything, whatever the list: who searches for a person wants the person. */
export function narrowed(segment: LeadSegment, narrowing: Narrowing, text: string): LeadQuery {
  const { filter, order }: { filter: LeadFilter; order: LeadOrder } =
    text === '' ? { filter: restOf(segment), order: segment.query.order } : { filter: {}, order: 'newest' }
  return { order, filter: { ...filter, ...narrowing, ...(text === '' ? {} : { text: text.slice(0, 200) }) } }
}

function restOf(segment: LeadSegment): LeadFilter {
  if (segment.view === undefined && segment.isLink === undefined) return segment.query.filter
  const { repId: _rep, source: _source, ...filter } = segment.query.filter
  return Object.fromEntries(Object.entries(filter).filter(([part]) => !NARROWING.some((one) => one === part)))
}

export const isSameNarrowing = (one: Narrowing, other: Narrowing): boolean =>
  NARROWING.every((part) => JSON.stringify(one[part] ?? null) === JSON.stringify(other[part] ?? null))
