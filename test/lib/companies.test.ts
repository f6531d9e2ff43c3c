import { expect, it } from 'vitest'
import { companyKey } from '../../src-main/lib/companies.ts'

it.each([
  ['Acme', 'acme'],
  ['ACME GmbH', 'acme'],
  ['Acme GmbH & Co. KG', 'acme'],
  ['Acme, Inc.', 'acme'],
  ['Acme S.p.A.', 'acme'],
  ['Acme B.V.', 'acme'],
  ['Acme Sp. z o.o.', 'acme'],
  ['Acme Pty Ltd', 'acme'],
  ['Crédit Péböo SARL', 'credit peboo'],
  ['AG', 'ag'],
  ['Co', 'co'],
  ['Data AG Services', 'data ag services'],
  ['株式会社アクメ', '株式会社アクメ'],
  ['  ', ''],
])('R30 a company is known by its name without its legal form: %s', (name, key) => {
  expect(companyKey(name)).toBe(key)
})
