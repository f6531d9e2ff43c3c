import { createServer, type Server } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openForms, type OpenPort } from '../../../src-main/intake/form/open-forms.ts'
import { openTestDesk } from '../../helpers/open-test-desk.ts'
import { freePort } from '../../wire/posts.ts'

const MINUTE = 60_000

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => void server.once('error', reject).listen(port, '127.0.0.1', resolve))
const closed = (server: Server): Promise<void> => new Promise((resolve) => void server.close(() => resolve()))

async function formsAtTakenPort() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const port = await freePort()
  const other = createServer()
  await listening(other, port)
  const { desk } = await openTestDesk()
  const forms = openForms(desk)
  onTestFinished(async () => {
    await forms.close()
    await closed(other)
    vi.useRealTimers()
  })
  await desk.store.saveFormListening({ isOn: true, port, isOpen: false })
  const tried = { times: 0 }
  const openPort: OpenPort = async (where) => {
    tried.times++
    const server = createServer()
    await listening(server, where.port)
    return { addresses: [`http://127.0.0.1:${where.port}`], close: () => closed(server) }
  }
  await forms.listen(openPort)
  return { forms, other, port, tried }
}

it('a port that was taken is listened to within a minute of being free', async () => {
  const { forms, other, port, tried } = await formsAtTakenPort()
  const taken = { addresses: [], problem: expect.stringContaining('EADDRINUSE') as string }
  expect(await forms.door()).toMatchObject(taken)
  await aMinuteLater()
  expect(tried.times).toBe(2)
  expect(await forms.door()).toMatchObject(taken)
  await closed(other)
  await aMinuteLater()
  expect(await forms.door()).toMatchObject({ addresses: [`http://127.0.0.1:${port}`], problem: null })
  await aMinuteLater()
  expect(tried.times).toBe(3)
})

it('a taken port is not tried again once listening is switched off or the desk closes', async () => {
  const { forms, port, tried } = await formsAtTakenPort()
  expect(await forms.saveDoor({ isOn: false, port, isOpen: false })).toMatchObject({ addresses: [], problem: null })
  await aMinuteLater()
  expect(tried.times).toBe(1)
  await forms.saveDoor({ isOn: true, port, isOpen: false })
  await forms.close()
  await aMinuteLater()
  expect(tried.times).toBe(2)
})

/** And all that came of it has happened: ports are opened by the machine, not by the clock. */
async function aMinuteLater(): Promise<void> {
  vi.advanceTimersByTime(MINUTE)
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate)
}
