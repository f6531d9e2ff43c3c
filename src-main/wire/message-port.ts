import { RPCHandler } from '@orpc/server/message-port'
import { callAt, type DeskClient } from './call-desk.ts'
import { carryUnreadable } from './carry-errors.ts'
import { router } from './router.ts'
import { contextOf } from './seat.ts'
import type { Caller, ServedDesk, WireContext } from './served-desk.ts'

const handler = new RPCHandler<WireContext>(router, { interceptors: [carryUnreadable] })

/** What the port must be able to do: Electron's MessagePortMain and Node's MessagePort both can. */
export type WirePort = Parameters<typeof handler.upgrade>[0]

/**
 * Serves the desk to whoever holds the other end. Its watchers end when the port closes. The caller starts the port. Answers a client that
 * sits at the same seat: what it may do is what the other end may.
 */
export function servePort(served: ServedDesk, port: WirePort, caller: Caller): DeskClient {
  const context = contextOf(served, caller)
  handler.upgrade(port, { context })
  return callAt(context)
}
