import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startDesk } from '../../src-main/start.ts'
import { callDesk } from '../../src-main/wire/call-desk.ts'
import { aRep, freshFolder } from '../wire/connect.ts'
import { run, runHere } from './run-desk.ts'

async function folderWithBoss(): Promise<string> {
  const dataFolder = join(await freshFolder(), 'data')
  const running = await startDesk({ dataFolder, withClocks: false })
  await running.client('test').rep.add({ ...aRep('boss@example.com'), role: 'manager' })
  await running.close()
  return dataFolder
}

const seatOf = async (dataFolder: string, pin: string): Promise<unknown> => {
  const running = await startDesk({ dataFolder, withClocks: false })
  const page = callDesk(running, { actor: 'manager', runsIn: 'window' })
  const [boss] = await page.person.list()
  if (boss?.hasPin === true) await page.person.signIn({ repId: boss.repId, pin })
  const seat = await page.person.here()
  await running.close()
  return seat
}

describe('desk reps pin', () => {
  test('sets the PIN a manager signs in with, and takes it away when it is forgotten', async () => {
    const data = await folderWithBoss()
    const set = await run(['reps', 'pin', 'boss@example.com', '--set', '--data', data], '4711\n')
    expect(set).toMatchObject({ code: 0, stdout: 'The PIN of boss is set.\n' })
    expect(set.stdout + set.stderr).not.toContain('4711')
    expect(await seatOf(data, '4711')).toMatchObject({ role: 'manager', isLocked: false, repId: 1 })

    const cleared = await run(['reps', 'pin', 'boss@example.com', '--clear', '--json', '--data', data])
    expect(JSON.parse(cleared.stdout)).toEqual({ rep: 'boss@example.com', hasPin: false })
    expect(await seatOf(data, '')).toEqual({ repId: null, role: 'manager', isLocked: false })
  })

  test('wants one of both ways, and digits', async () => {
    const data = await folderWithBoss()
    expect(await runHere(['reps', 'pin', 'boss@example.com', '--data', data])).toMatchObject({ code: 2 })
    expect(await runHere(['reps', 'pin', 'boss@example.com', '--set', '--clear', '--data', data])).toMatchObject({ code: 2 })
    const { code, stderr } = await run(['reps', 'pin', 'boss@example.com', '--set', '--data', data], 'secret\n')
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('four to twelve digits') })
  })
})
