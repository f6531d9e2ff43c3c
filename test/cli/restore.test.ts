import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { errorOf, filledDesk, run } from './run-desk.ts'

vi.setConfig({ testTimeout: 90_000 })

test('A backup is put back on the command line once it is said to be meant, and a damaged desk works again', async () => {
  const { data, folder } = await filledDesk()
  const backup = join(folder, 'friday.db')
  expect((await run(['backup', backup, '--data', data])).code).toBe(0)

  const asked = await run(['restore', backup, '--data', data, '--json'])
  expect([asked.code, errorOf(asked)]).toMatchObject([1, { error: { code: 'bad-input', data: { field: '--yes' } } }])
  expect(asked.stderr).toContain('2 leads, 2 reps')
  const none = await run(['restore', join(folder, 'none.db'), '--yes', '--data', data, '--json'])
  expect(errorOf(none)).toMatchObject({ error: { code: 'file-not-found' } })

  await writeFile(join(data, 'desk.db'), Buffer.alloc(8_192, 7))
  expect(errorOf(await run(['leads', 'list', '--data', data, '--json']))).toMatchObject({ error: { code: 'database-damaged' } })
  const done = await run(['restore', backup, '--yes', '--data', data, '--json'])
  expect([done.code, JSON.parse(done.stdout)]).toMatchObject([0, { isRestored: true }])
  expect(existsSync((JSON.parse(done.stdout) as { kept: string }).kept)).toBe(true)
  expect((await run(['leads', 'list', '--data', data, '--json'])).stdout.trimEnd().split('\n')).toHaveLength(2)
})
