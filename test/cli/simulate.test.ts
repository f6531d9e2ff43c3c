import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { SimulationReport } from '../../src-main/contract/index.ts'
import { startDesk } from '../../src-main/start.ts'
import { errorOf, filledDesk, folderWith, jsonLines, LEADS, REPS, RULES, run } from './run-desk.ts'

vi.setConfig({ testTimeout: 90_000 })

/** Mia gets the Germans no longer, and nobody from elsewhere is covered but Americans. */
const DRAFT = JSON.stringify({
  version: 1,
  rules: [
    { name: 'Germany', when: { field: 'country', op: 'is', value: 'DE' }, then: { to: 'rep', rep: 'tom@example.com' } },
    {
      name: 'America',
      when: { field: 'country', op: 'is', value: 'US' },
      then: { to: 'pool', pool: { reps: ['mia@example.com'] }, contactWithinMinutes: 60 },
    },
    { name: 'Mars', when: { field: 'city', op: 'is', value: 'Mars' }, then: { to: 'pool', pool: { team: 'Sales' } } },
  ],
})
const COUNTRIES = ['Germany', 'United States', 'France', 'Japan', 'Germany', 'Brazil', 'Germany']
const MANY = `Name,Email,Company,Country\n${Array.from(
  { length: 200 },
  (_, i) => `Person ${i},person${i}@firm${i}.example,Firm ${i},${COUNTRIES[i % COUNTRIES.length]}`,
).join('\n')}\n`

async function simulated(...args: string[]): Promise<SimulationReport> {
  const ran = await run(['simulate', ...args, '--json'])
  expect([ran.code, ran.stderr]).toEqual([0, ''])
  expect(ran.stdout.trimEnd().split('\n')).toHaveLength(1)
  return JSON.parse(ran.stdout) as SimulationReport
}
const leadsByRep = (side: SimulationReport['draft']): Record<string, number> =>
  Object.fromEntries(side.byRep.map(({ rep, leads }) => [rep, leads]).filter(([, leads]) => leads !== 0))

describe('R35 rules are tried on leads before they count', () => {
  test('a file simulated by rules gives each rep what publishing them and importing it then does', async () => {
    const folder = await folderWith({ 'rules.json': RULES, 'many.csv': MANY })
    const data = join(folder, 'data')
    const running = await startDesk({ dataFolder: data, withClocks: false })
    await running.client('test').rep.import({ file: 'reps.csv', text: REPS })
    await running.close()
    const [rules, many] = [join(folder, 'rules.json'), join(folder, 'many.csv')]
    const report = await simulated(rules, '--leads', many, '--data', data)
    expect(report).toMatchObject({ kind: 'file', leads: 200, from: null, to: null, moved: 200, published: { ruleset: 0 } })
    expect((await run(['leads', 'list', '--data', data])).stdout).toBe('')

    expect((await run(['rules', 'publish', rules, '--data', data])).code).toBe(0)
    expect((await run(['import', many, '--data', data])).code).toBe(0)
    const given: Record<string, number> = {}
    const listed = jsonLines((await run(['leads', 'list', '--status', 'assigned', '--data', data, '--json'])).stdout)
    for (const { rep } of listed as { rep: string }[]) given[rep] = (given[rep] ?? 0) + 1
    expect(leadsByRep(report.draft)).toEqual(given)
    expect(Object.keys(given)).toHaveLength(2)
  })

  test("the desk's own leads show what would be elsewhere, what nobody covers, and which rule never decides", async () => {
    const { folder, data } = await filledDesk()
    const draft = join(folder, 'draft.json')
    await writeFile(draft, DRAFT)
    const report = await simulated(draft, '--data', data)
    expect(report).toMatchObject({
      kind: 'past',
      leads: 2,
      published: { ruleset: 1, leads: 2, assigned: 2 },
      draft: { ruleset: null, leads: 2, neverHit: ['Mars'], uncovered: { leads: 0 } },
    })
    expect(report.moves).toContainEqual({ from: 'mia@example.com', to: 'tom@example.com', leads: 1, value: 0 })
    expect(report.to! - report.from!).toBe(30 * 86_400_000)

    const ran = await run(
      ['simulate', draft, '--leads', '-', '--source', 'Fair', '--data', data],
      `${LEADS}Cid,cid@cid.example,,,France\n`,
    )
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    for (const said of [
      '1 lead',
      'published',
      'fair share',
      'Mars',
      'No rule matched 1 lead: Cid',
      'country is US',
      'Taken for granted',
    ])
      expect(ran.stdout).toContain(said)
  })

  test('a period is days of the desk, and none of its leads is outside', async () => {
    const { folder, data } = await filledDesk()
    const rules = join(folder, 'rules.json')
    const report = await simulated(rules, '--from', '2026-01-01', '--to', '2026-01-31', '--data', data)
    expect(report).toMatchObject({ leads: 0, moved: 0 })
    expect(report.to! - report.from!).toBe(31 * 86_400_000)
    for (const [args, field] of [
      [['--from', 'yesterday'], '--from'],
      [['--to', '2026-02-30'], '--to'],
      [['--from', '1950-01-01'], '--from'],
      [['--from', '2026-03-01', '--to', '2026-02-01'], '--from'],
    ] as const) {
      const ran = await run(['simulate', rules, ...args, '--data', data, '--json'])
      expect([ran.code, errorOf(ran)]).toMatchObject([1, { error: { code: 'bad-input', data: { field } } }])
    }
  })
})

describe('rules and files that can not be tried', () => {
  const deep = (open: string, core: string, close: string): string => open.repeat(10_000) + core + close.repeat(10_000)
  const rulesWith = (rule: string): string => `{"version":1,"rules":[{"name":"One",${rule}}]}`
  const toAll = '"then":{"to":"pool","pool":{}}'
  test.each([
    ['what is no JSON', '{nope', 'file-unreadable', 'no JSON'],
    ['nothing', '', 'file-empty', 'is empty'],
    ['10,000 lists in each other', deep('[', '', ']'), 'ruleset-bad', 'nested'],
    [
      'a condition 10,000 deep',
      rulesWith(`"when":${deep('{"not":', '{"field":"country","op":"is","value":"DE"}', '}')},${toAll}`),
      'ruleset-bad',
      'rules[0].when',
    ],
    ['an unknown key', rulesWith('"then":{"to":"pool","pool":{"teem":"Sales"}}'), 'ruleset-bad', 'rules[0].then.pool'],
    [
      'an unknown field',
      rulesWith(`"when":{"all":[{"field":"shoe","op":"is","value":"x"}]},${toAll}`),
      'ruleset-bad',
      'rules[0].when.all[0].field',
    ],
  ])('%s: exit code 1, and a sentence that names file and place', async (_, text, code, said) => {
    const { folder, data } = await filledDesk()
    const bad = join(folder, 'bad.json')
    await writeFile(bad, text)
    for (const args of [
      ['simulate', bad],
      ['rules', 'diff', 'published', bad],
    ]) {
      const ran = await run([...args, '--data', data, '--json'])
      expect([args, ran.code, ran.stdout]).toEqual([args, 1, ''])
      expect(errorOf(ran)).toMatchObject({ error: { code } })
      expect(ran.stderr).toContain('bad.json')
      expect(ran.stderr).toContain(said)
    }
  })

  test.each([
    ['a file that is not there', 'none.csv', 'file-not-found'],
    ['a folder', '.', 'file-is-directory'],
    ['an empty file', 'empty.csv', 'file-empty'],
    ['headers that name nobody', 'colours.csv', 'file-no-lead-column'],
  ])('leads of %s', async (_, name, code) => {
    const { folder, data } = await filledDesk()
    await writeFile(join(folder, 'empty.csv'), '')
    await writeFile(join(folder, 'colours.csv'), 'Colour,Shape\n')
    const ran = await run(['simulate', join(folder, 'rules.json'), '--leads', join(folder, name), '--data', data, '--json'])
    expect([ran.code, errorOf(ran)]).toMatchObject([1, { error: { code } }])
  })
})
