import { type ClientContext, type ClientOptions, createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { contract, Language } from '../../src-main/contract/index.ts'
import { DeskFault } from './fault.ts'
import { type Connection, Refused, type Transport } from './transport.ts'

/** Every query and command of the contract: `client.lead.assign({ … })`. */
export type DeskClient = ContractRouterClient<typeof contract>

/** `refused`: the desk answers, but not to this page. */
export type ConnectionState = 'connecting' | 'connected' | 'lost' | 'refused'

export interface DeskConnection {
  client: DeskClient
  /** Told at once and on every change; answers its own undo. */
  onState: (listener: (state: ConnectionState) => void) => () => void
  close: () => void
}

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5_000
/** How long a call waits for a connection that is just being made. */
const PATIENCE_MS = 4_000

/** Calls whose answers hold sentences of the desk's own, or who leave some on it. */
const TOLD: ReadonlySet<string> = new Set([
  'desk.loadSample',
  'lead.why',
  'lead.whatIf',
  'rule.read',
  'rule.check',
  'rule.publish',
  'rule.compare',
  'rule.simulate',
  'rule.trial',
])

/** Said in one place, so that no screen has to think of it. */
function inLanguage(path: readonly string[], input: unknown, language: Language): unknown {
  return TOLD.has(path.join('.')) ? { language, ...(input as object | undefined) } : input
}

/** Keeps one connection open, tries again with growing pauses when it breaks, and sends every call over the present one. */
export function createDeskClient(transport: Transport, language: Language = 'en'): DeskConnection {
  let connection: Connection | null = null
  let state: ConnectionState = 'connecting'
  const closing = new AbortController()
  const listeners = new Set<(state: ConnectionState) => void>()
  const become = (next: ConnectionState): void => {
    if (next === state) return
    state = next
    for (const listener of listeners) listener(next)
  }

  const keepOpen = async (): Promise<void> => {
    let wait = FIRST_WAIT_MS
    while (!closing.signal.aborted) {
      let broken: ConnectionState = 'lost'
      try {
        connection = await transport.connect()
        wait = FIRST_WAIT_MS
        become('connected')
        await connection.closed
      } catch (thrown) {
        if (thrown instanceof Refused) broken = 'refused'
      }
      connection = null
      if (closing.signal.aborted) return
      become(broken)
      await new Promise((resolve) => setTimeout(resolve, wait))
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    }
  }
  void keepOpen()

  const present = (signal: AbortSignal | undefined): Promise<Connection> =>
    new Promise((resolve, reject) => {
      if (connection !== null) return resolve(connection)
      const stop = (): void => {
        listeners.delete(look)
        clearTimeout(timer)
        signal?.removeEventListener('abort', giveUp)
      }
      const look = (): void => {
        if (connection === null) return
        stop()
        resolve(connection)
      }
      const giveUp = (): void => {
        stop()
        reject(new DeskFault({ code: 'connection-lost', data: {} }))
      }
      const timer = setTimeout(giveUp, PATIENCE_MS)
      signal?.addEventListener('abort', giveUp)
      listeners.add(look)
    })

  const call = async (path: readonly string[], input: unknown, options: ClientOptions<ClientContext>): Promise<unknown> => {
    const through = await present(options.signal)
    try {
      return await through.link.call(path, inLanguage(path, input, language), options)
    } catch (thrown) {
      if (through !== connection && !(thrown instanceof ORPCError)) {
        throw new DeskFault({ code: 'connection-lost', data: {} }, { cause: thrown })
      }
      throw thrown
    }
  }

  return {
    client: createORPCClient<DeskClient>({ call }),
    onState: (listener) => {
      listeners.add(listener)
      listener(state)
      return () => listeners.delete(listener)
    },
    close: () => {
      closing.abort()
      connection?.close()
    },
  }
}
