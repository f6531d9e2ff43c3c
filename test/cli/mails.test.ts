import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { errorOf, folderWith, jsonLines, runHere } from './run-desk.ts'

vi.setConfig({ testTimeout: 120_000 })

/** Whose terminal is cleared by what a stranger wrote? */
const ESCAPE = String.fromCodePoint(27)
const LETTERS = `From marta@quist.example Mon Nov 23 10:00:00 2026
From: Marta Quist <marta@quist.example>
Subject: Chairs for us
Message-ID: <1@quist.example>

Hello, we are looking for a new supplier ${ESCAPE}[2Jof office chairs.

From bo@lind.example Mon Nov 23 11:00:00 2026
From: Bo Lind <bo@lind.example>
Subject: Lunch?
Message-ID: <2@lind.example>

At noon?
`

test('the tray is gone through on the command line', async () => {
  const folder = await folderWith()
  const data = join(folder, 'data')
  await writeFile(join(folder, 'letters.mbox'), LETTERS)
  const say = async (...args: string[]): Promise<string> => {
    const ran = await runHere([...args, '--data', data])
    expect([args, ran.code, ran.stderr]).toEqual([args, 0, ''])
    return ran.stdout
  }
  const json = async (...args: string[]): Promise<Record<string, unknown>[]> =>
    jsonLines(await say(...args, '--json')) as Record<string, unknown>[]

  await json('import', join(folder, 'letters.mbox'))
  const [second, first] = await json('mail', 'list')
  expect([first, second]).toMatchObject([
    { from: { address: 'marta@quist.example' }, reason: 'person' },
    { subject: 'Lunch?', reason: 'person' },
  ])
  const [one, other] = [String(first?.['id']), String(second?.['id'])]

  // What a stranger wrote gives the terminal no orders.
  const shown = await say('mail', 'show', one)
  expect(shown).toContain('new supplier [2Jof office chairs.')
  expect(shown).not.toContain(ESCAPE)
  expect(await say('mail', 'list')).toContain('Chairs for us')
  expect(await json('mail', 'show', one)).toMatchObject([{ draft: { name: 'Marta Quist' }, reading: { parser: 'person' } }])

  expect(await json('mail', 'accept', one, '--phone', '+49 30 901820')).toMatchObject([{ outcome: 'added', others: 0 }])
  expect(await json('leads', 'list')).toMatchObject([{ name: 'Marta Quist', email: 'marta@quist.example', phone: '+4930901820' }])
  const again = await runHere(['mail', 'accept', one, '--data', data, '--json'])
  expect([again.code, errorOf(again)]).toMatchObject([1, { error: { code: 'mail-settled' } }])
  const bad = await runHere(['mail', 'accept', other, '--email', 'bo at lind', '--data', data, '--json'])
  expect([bad.code, errorOf(bad)]).toMatchObject([1, { error: { code: 'bad-input', data: { field: 'email' } } }])

  expect(await say('mail', 'dismiss', other)).toBe('1 mail no longer in the tray.\n')
  expect(await say('mail', 'list')).toBe('No mail waits.\n')
  expect(await json('mail', 'list', '--verdict', 'ignored')).toMatchObject([{ subject: 'Lunch?', reason: 'by-hand' }])
  expect(await say('mail', 'reopen', `#${other}`)).toBe('1 mail in the tray.\n')
  expect((await runHere(['mail', 'show', 'twelve', '--data', data])).code).toBe(2)
})
