import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { errorOf, filledDesk, jsonLines, run, RULES, type Ran } from './run-desk.ts'

vi.setConfig({ testTimeout: 90_000 })

const json = (ran: Ran): Record<string, unknown> => {
  expect([ran.code, ran.stderr]).toEqual([0, ''])
  return JSON.parse(ran.stdout) as Record<string, unknown>
}
const NEXT = RULES.replace('"round-robin"', '"weighted"')

describe('R36 versions of the rules', () => {
  test('differ in words, and an older one is published again', async () => {
    const { folder, data } = await filledDesk()
    const next = join(folder, 'next.json')
    await writeFile(next, NEXT)
    const diff = async (a: string, b: string): Promise<unknown> =>
      json(await run(['rules', 'diff', a, b, '--data', data, '--json'])).changes
    const change = {
      kind: 'changed',
      what: 'rule',
      name: 'Everyone else',
      where: expect.stringContaining('rules[1].then'),
      said: expect.stringContaining('weight'),
    }
    expect(await diff('published', next)).toEqual([change])
    expect(json(await run(['rules', 'publish', next, '--note', 'by weight', '--data', data, '--json']))).toEqual({
      ruleset: 2,
      findings: [],
    })
    expect(await diff('1', '2')).toEqual([change])
    expect(await diff('2', next)).toEqual([])
    expect(json(await run(['rules', 'publish', '--version', '1', '--data', data, '--json']))).toMatchObject({ ruleset: 3 })
    expect(await diff('1', 'published')).toEqual([])
    const versions = jsonLines((await run(['rules', 'versions', '--data', data, '--json'])).stdout)
    expect(versions).toMatchObject([
      { ruleset: 3, note: 'version 1 again' },
      { ruleset: 2, note: 'by weight' },
      { ruleset: 1, note: null },
    ])
    const said = await run(['rules', 'diff', '1', '2', '--data', data])
    expect(said.stdout).toMatch(/^changed rule “Everyone else” \(rules\[1\]\.then.*weight/)
    expect((await run(['rules', 'diff', '1', '3', '--data', data])).stdout).toBe('Nothing differs.\n')
  })

  test('are refused when they are not there', async () => {
    const { data } = await filledDesk()
    const refused = async (...args: string[]): Promise<unknown> => {
      const ran = await run(['rules', ...args, '--data', data, '--json'])
      expect([args, ran.code]).toEqual([args, 1])
      return errorOf(ran)
    }
    expect(await refused('publish', '--version', '9')).toMatchObject({ error: { code: 'ruleset-not-found' } })
    expect(await refused('diff', '9', '1')).toMatchObject({ error: { code: 'ruleset-not-found' } })
    expect(await refused('diff', 'draft', '1')).toMatchObject({ error: { code: 'bad-input', data: { field: 'draft' } } })
    expect(await refused('diff', '1', 'none.json')).toMatchObject({ error: { code: 'file-not-found' } })
  })
})

describe('R34 who would have got it', () => {
  test('if reps had been otherwise', async () => {
    const { data } = await filledDesk()
    const whatIf = async (...args: string[]): Promise<Record<string, unknown>> =>
      json(await run(['why', '1', ...args, '--data', data, '--json']))
    expect(await whatIf('--if', 'rep=MIA@example.com:away')).toEqual({
      lead: 1,
      suppose: [{ rep: 'mia@example.com', is: 'away' }],
      sentence: expect.stringContaining('Mia is away'),
      isSame: false,
      before: expect.objectContaining({ outcome: 'assigned', picked: 'mia@example.com', rule: 'Germany', method: 'named' }),
      after: expect.objectContaining({
        outcome: 'waiting',
        picked: null,
        sentence: expect.any(String),
        candidates: expect.any(Array),
      }),
    })
    expect(await whatIf('--if', 'rep=tom@example.com:away', '--if', 'rep=mia@example.com:free')).toMatchObject({
      isSame: true,
      suppose: [{ is: 'away' }, { is: 'free' }],
    })
    const said = await run(['why', '1', '--if', 'rep=mia@example.com:away', '--data', data])
    expect(said.stdout).toMatch(/as it was +then/)
    // Nothing was written.
    expect(json(await run(['why', '1', '--data', data, '--json']))).toMatchObject({ picked: 'mia@example.com', isStored: true })
  })

  test('a rep nobody knows is refused, naming the option and who there is', async () => {
    const { data } = await filledDesk()
    const ran = await run(['why', '1', '--if', 'rep=ghost@example.com:away', '--data', data, '--json'])
    expect([ran.code, errorOf(ran)]).toMatchObject([1, { error: { code: 'bad-input', data: { field: '--if' } } }])
    for (const said of ['ghost@example.com', 'mia@example.com', 'tom@example.com']) expect(ran.stderr).toContain(said)
    const none = await run(['why', '99', '--if', 'rep=mia@example.com:away', '--data', data, '--json'])
    expect(errorOf(none)).toMatchObject({ error: { code: 'lead-not-found' } })
  })
})
