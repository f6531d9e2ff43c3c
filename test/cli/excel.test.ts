import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { SimulationReport } from '../../src-main/contract/index.ts'
import { writeXlsx } from '../intake/xlsx/write-xlsx.ts'
import { errorOf, filledDesk, run, runHere } from './run-desk.ts'

vi.setConfig({ testTimeout: 90_000 })

test('an Excel file is taken in by command line, sheet by sheet, and tried before', async () => {
  const { data, folder } = await filledDesk()
  const path = join(folder, 'fair.xlsx')
  const sheets = [
    {
      name: 'First',
      rows: [
        ['Name', 'E-Mail', 'Country'],
        ['Jane', 'jane@first.example', 'Germany'],
      ],
    },
    {
      name: 'Second day',
      rows: [
        ['Name', 'E-Mail'],
        ['Joe', 'joe@second.example'],
        ['Nobody', ''],
      ],
    },
  ]
  await writeFile(path, writeXlsx({ sheets }))
  const json = async (...args: string[]): Promise<unknown> => {
    const ran = await run([...args, '--data', data, '--json'])
    expect([args, ran.code, ran.stderr]).toEqual([args, 0, ''])
    return JSON.parse(ran.stdout)
  }
  expect(await json('import', path, '--dry-run')).toMatchObject({
    rows: 1,
    added: 1,
    leftOut: 0,
    encoding: 'xlsx',
    delimiter: '',
    batch: null,
  })
  const second = { rows: 2, added: 1, leftOut: 1, problems: [{ line: 3, field: 'email', code: 'no-contact' }] }
  expect(await json('import', path, '--sheet', 'Second day')).toMatchObject(second)
  expect(await json('import', path)).toMatchObject({ rows: 1, added: 1, matched: 0 })

  const unknown = await run(['import', path, '--sheet', 'Third', '--data', data, '--json'])
  expect(unknown.code).toBe(1)
  expect(errorOf(unknown)).toMatchObject({ error: { code: 'bad-input', data: { field: 'sheet' } } })
  const words = await run(['import', path, '--sheet', 'Third', '--data', data])
  expect(words.stderr).toContain('fair.xlsx has no sheet "Third"; it has "First", "Second day"')

  await writeFile(path, Buffer.from('d0cf11e0a1b11ae157006f0072006b0062006f006f006b00', 'hex'))
  const old = await run(['import', path, '--data', data])
  expect(old.stderr).toContain(
    'looks like an old Excel file (.xls). Save it as an Excel workbook (.xlsx, without a password) or as CSV',
  )
})

test('rules are tried on a sheet of an Excel file, and nothing is saved', async () => {
  const { data, folder } = await filledDesk()
  const [leads, rules] = [join(folder, 'fair.xlsx'), join(folder, 'next.json')]
  const rows = [
    ['Name', 'E-Mail', 'Country'],
    ['Jane', 'jane@first.example', 'Germany'],
    ['Joe', 'joe@second.example', 'France'],
    // One that the desk has already is no lead more.
    ['Ada Byron', 'ada@acme.example', 'Germany'],
  ]
  const sheets = [
    {
      name: 'Days',
      rows: [
        ['Name', 'E-Mail'],
        ['Someone else', 'else@x.example'],
      ],
    },
    { name: 'Leads', rows },
  ]
  await writeFile(leads, writeXlsx({ sheets }))
  const allToTom = { version: 1, rules: [{ name: 'All to Tom', then: { to: 'rep', rep: 'tom@example.com' } }] }
  await writeFile(rules, JSON.stringify(allToTom))
  const ran = await runHere(['simulate', rules, '--leads', leads, '--sheet', 'Leads', '--data', data, '--json'])
  expect([ran.code, ran.stderr]).toEqual([0, ''])
  const report = JSON.parse(ran.stdout) as SimulationReport
  expect(report).toMatchObject({ leads: 2 })
  expect(report.draft.byRep.find(({ rep }) => rep === 'tom@example.com')).toMatchObject({ leads: 2 })
  const listed = await runHere(['leads', 'list', '--data', data, '--json'])
  expect(listed.stdout.trim().split('\n')).toHaveLength(2)

  const wrong = await runHere(['simulate', rules, '--leads', leads, '--sheet', 'May', '--data', data, '--json'])
  expect([wrong.code, errorOf(wrong)]).toMatchObject([1, { error: { code: 'bad-input', data: { field: 'sheet' } } }])
})
