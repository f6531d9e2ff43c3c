import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { contract, DeskUpdate } from '../../src-main/contract/index.ts'
import { FixedClock } from '../../src-main/lib/clock.ts'
import type { Log } from '../../src-main/lib/log.ts'
import { startDesk, type RunningDesk } from '../../src-main/start.ts'
import { servePort } from '../../src-main/wire/message-port.ts'

export type Client = ContractRouterClient<typeof contract>

/** 14:00 on a Saturday in Berlin. */
export const NOW = Date.parse('2026-11-21T13:00:00Z')

export class MemoryLog implements Log {
  readonly errors: { message: string; cause: unknown }[] = []
  info(): void {}
  warn(): void {}
  error(message: string, cause: unknown): void {
    this.errors.push({ message, cause })
  }
}

/** A folder that is gone when the test is over. */
export async function freshFolder(name = 'desk'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `lead-desk-${name}-`))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export interface TestDesk {
  running: RunningDesk
  log: MemoryLog
  clock: FixedClock
}

/** A real desk on a real database in a fresh folder, with a clock that stands. */
export async function openTestDesk(): Promise<TestDesk> {
  const log = new MemoryLog()
  const clock = new FixedClock(NOW)
  const dataFolder = await freshFolder()
  const running = await startDesk({ dataFolder, clock, log, withClocks: false })
  onTestFinished(() => running.close())
  return { running, log, clock }
}

export interface Connected {
  client: Client
  /** The far end goes away. */
  hangUp(): void
}

/** The ways a page reaches the desk. */
export const transports = {
  'a message port': async (running: RunningDesk): Promise<Connected> => {
    const { port1, port2 } = new MessageChannel()
    servePort(running, port1, { actor: 'manager', runsIn: 'window' })
    port1.start()
    port2.start()
    onTestFinished(() => port2.close())
    return { client: createORPCClient(new PortLink({ port: port2 })), hangUp: () => port2.close() }
  },
  'a WebSocket': async (running: RunningDesk): Promise<Connected> => {
    const server = await running.serve({ pageFolder: running.dataFolder })
    onTestFinished(() => server.close())
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/wire`, { headers: { authorization: `Bearer ${server.token}` } })
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    const websocket = socket as unknown as ConstructorParameters<typeof SocketLink>[0]['websocket']
    return { client: createORPCClient(new SocketLink({ websocket })), hangUp: () => socket.close() }
  },
} as const
export const transportNames = Object.keys(transports) as (keyof typeof transports)[]

/** What a caller of the contract catches, as a plain object. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: unknown; data: unknown; defined: unknown }> {
  try {
    await call
  } catch (thrown) {
    const { code, data, defined } = thrown as { code: unknown; data: unknown; defined: unknown }
    return { code, data, defined }
  }
  throw new Error('it was not refused')
}

export async function nextOf(updates: AsyncIterator<DeskUpdate>): Promise<DeskUpdate> {
  const { value, done } = await updates.next()
  if (done === true) throw new Error('the updates ended')
  return value
}

/** Everything a rep needs and nobody asked for. */
export function aRep(email: string) {
  return {
    name: email.split('@')[0] ?? email,
    email,
    role: 'rep' as const,
    team: null,
    skills: [],
    languages: [],
    products: [],
    tier: null,
    territories: [],
    weight: 1,
    capacity: null,
    dailyCap: null,
    hourlyCap: null,
    timeZone: null,
    hours: null,
    rampPercent: null,
    rampUntil: null,
    holidays: null,
    isActive: true,
    isDraining: false,
    isPaused: false,
  }
}
