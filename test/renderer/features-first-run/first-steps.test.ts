import { expect, it } from 'vitest'
import { RepProfile, Ruleset } from '../../../src-main/contract/index.ts'
import { firstRuleset } from '../../../src-renderer/features/first-run/first-rule.ts'
import { BLANK_ROW, checkedRow, plainRep } from '../../../src-renderer/features/first-run/rep-rows.ts'

it('the first rule is a ruleset the contract takes, for all leads or for some', () => {
  expect(Ruleset.parse(firstRuleset('weighted', []))).toMatchObject({ rules: [{ name: 'All leads', then: { by: 'weighted' } }] })
  expect(Ruleset.parse(firstRuleset('round-robin', ['DACH']))).toMatchObject({
    rules: [{ name: 'Leads from DACH', when: { field: 'country', op: 'within', value: ['DACH'] } }],
  })
})

it('a row is a rep when it has a name and an address, and an empty one is nothing', () => {
  expect(checkedRow(BLANK_ROW).error).toBeNull()
  expect(checkedRow({ name: 'Mia', email: 'mia', error: null }).error).toMatch('not an e-mail')
  expect(checkedRow({ name: '', email: 'mia@x.de', error: null }).error).toMatch('name')
  const row = checkedRow({ name: ' Mia ', email: 'mia@example.com ', error: null })
  expect(row.error).toBeNull()
  expect(RepProfile.parse(plainRep(row))).toMatchObject({ name: 'Mia', email: 'mia@example.com', weight: 1, hours: null })
})
