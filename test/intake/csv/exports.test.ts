import { expect, it } from 'vitest'
import { LEAD_FIELDS } from '../../../src-main/contract/index.ts'
import { ALIASES } from '../../../src-main/intake/csv/aliases.ts'
import { matchColumns } from '../../../src-main/intake/csv/match-columns.ts'
import { squash } from '../../../src-main/lib/fold.ts'
import { EXPORT_HEADERS } from './export-headers.ts'

const match = (headers: string[]) =>
  matchColumns({ headers, samples: [], hasHeader: true, file: 'x.csv' }).map(({ target, spareFor }) =>
    spareFor ? `+${spareFor}` : target === 'custom' ? '' : target,
  )

it.each(Object.entries(EXPORT_HEADERS))('the columns of an export of %s are known', (_, row) => {
  const columns = row.split('|').map((column) => column.trim().split(' > '))
  const headers = columns.map(([header]) => header!)
  const fields = columns.map(([, field = '']) => field)
  expect(match(headers)).toEqual(fields)
  // Case, blanks, signs and accents do not matter.
  expect(match(headers.map((header) => header.toUpperCase()))).toEqual(fields)
  expect(match(headers.map((header) => header.normalize('NFD').replaceAll(/\p{M}/gu, '')))).toEqual(fields)
})

it('no alias stands for two fields', () => {
  const fieldOf = new Map<string, string>()
  for (const field of LEAD_FIELDS)
    for (const alias of ALIASES[field]) {
      const key = squash(alias)
      expect(fieldOf.get(key) ?? field, alias).toBe(field)
      fieldOf.set(key, field)
    }
})
