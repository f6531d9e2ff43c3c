import type { LeadField } from '../../contract/index.ts'
import { squash } from '../../lib/fold.ts'
import { HOUSE_NUMBERS } from './aliases.ts'
import type { Join, PlannedColumn, Target } from './column.ts'
import { isCallingCodes, share } from './read-content.ts'

/** Columns on the way to their fields. */
export interface Matching {
  headers: readonly string[]
  columns: readonly PlannedColumn[]
  isFree: readonly boolean[]
  taken: ReadonlySet<Target>
  /** What stands in a column of the first rows, without what is empty. */
  valuesOf(index: number): string[]
  take(index: number, target: Target, matchedBy: PlannedColumn['matchedBy']): void
}

const IS_TIME = /\btime\b|uhrzeit|\bzeit\b|\bheure|\bhora\b/i
const houseNumbers = new Set(HOUSE_NUMBERS.map(squash))

const hasTime = (value: string): boolean => /\d:\d\d/.test(value)
const isTimeOfDay = (value: string): boolean => /^\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?(?: uhr)?$/i.test(value)

/** Finds columns that hold a part of another: a calling code, a time, a house number. */
export function findJoins(matching: Matching): void {
  findCallingCodes(matching)
  const { columns, taken, valuesOf } = matching
  const date = columns.findIndex(({ target }) => target === 'receivedAt')
  if (date >= 0 && share(valuesOf(date), hasTime) === 0)
    join(matching, 'time', 'receivedAt', (header, values) => IS_TIME.test(header) && share(values, isTimeOfDay) === 1)
  if (taken.has('address'))
    join(
      matching,
      'house-number',
      'address',
      (header, values) => houseNumbers.has(squash(header)) && share(values, (value) => /^\d/.test(value)) > 0.5,
    )
}

function join(
  { headers, columns, isFree, valuesOf, take }: Matching,
  joins: Join,
  target: LeadField,
  isIt: (header: string, values: string[]) => boolean,
): void {
  const index = headers.findIndex((header, at) => isFree[at] && valuesOf(at).length > 0 && isIt(header, valuesOf(at)))
  const column = columns[index]
  if (!column) return
  take(index, target, 'alias')
  column.joins = joins
}

/** `country_code` +91 beside a number without it. */
function findCallingCodes({ headers, columns, isFree, taken, valuesOf }: Matching): void {
  if (!taken.has('phone')) return
  headers.forEach((header, index) => {
    const column = columns[index]
    if (!column || column.matchedBy === 'memory' || !(isFree[index] || column.target === 'country')) return
    if (
      !/country|calling|dial|isd|landesvorwahl|vorwahl|indicatif|prefijo|prefix/i.test(header) ||
      !isCallingCodes(valuesOf(index))
    )
      return
    column.joins = 'calling-code'
    column.target = 'phone'
    column.matchedBy = 'alias'
  })
}
