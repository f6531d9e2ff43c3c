import { RPCHandler } from '@orpc/server/message-port'
import { carryUnreadable } from './carry-errors.ts'
import { router } from './router.ts'
import { contextOf } from './seat.ts'
import type { Caller, ServedDesk, WireContext } from './served-desk.ts'

const handler = new RPCHandler<WireContext>(router, { interceptors: [carryUnreadable] })

/** What the port must be able to do: Electron's MessagePortMain and Node's MessagePort both can. */
export type WirePort = Parameters<typeof handler.upgrade>[0]

/** Serves the desk to whoever holds the other end. Its watchers end when the port closes. The caller starts the port. */
export function servePort(served: ServedDesk, port: WirePort, caller: Caller): void {
  handler.upgrade(port, { context: contextOf(served, caller) })
}
