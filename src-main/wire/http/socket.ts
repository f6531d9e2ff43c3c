import type { Server } from 'node:http'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer, type WebSocket } from 'ws'
import { carryUnreadable } from '../carry-errors.ts'
import { router } from '../router.ts'
import { contextOf } from '../seat.ts'
import type { Caller, ServedDesk, WireContext } from '../served-desk.ts'
import { MOST_BODY_BYTES } from './api.ts'
import { addressOf, type Guard } from './guard.ts'

const handler = new RPCHandler<WireContext>(router, { interceptors: [carryUnreadable] })
const caller: Caller = { actor: 'manager', runsIn: 'browser' }
const SAYS = { 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found' } as const

/** Serves the desk on `/wire` of the server to whoever the guard lets pass. Answers what ends all connections. */
export function serveSocket(server: Server, served: ServedDesk, guard: Guard): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BODY_BYTES, perMessageDeflate: false })
  server.on('upgrade', (request, stream, head) => {
    const url = addressOf(request)
    const refusal = url?.pathname === '/wire' ? guard.refusal(request, url) : 404
    if (refusal !== null) {
      stream.end(`HTTP/1.1 ${refusal} ${SAYS[refusal]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('error', () => socket.terminate())
      void handler.upgrade(patient(socket), { context: contextOf(served, caller) })
    })
  })
  return () => {
    for (const socket of sockets.clients) socket.terminate()
    sockets.close()
  }
}

/**
 * Sends the next message only when the last has left: a page that reads slowly then falls behind in `desk.watch`, which gives it
 * a snapshot, instead of filling our memory.
 */
function patient(socket: WebSocket): Pick<WebSocket, 'addEventListener' | 'send'> {
  return {
    addEventListener: socket.addEventListener.bind(socket),
    // oRPC waits for what `send` returns, though ws promises nothing. A send that fails has lost its reader; the close that
    // follows ends its watchers.
    send: (data: Parameters<WebSocket['send']>[0]) =>
      new Promise<void>((resolve) => socket.send(data, () => resolve())) as unknown as void,
  }
}
