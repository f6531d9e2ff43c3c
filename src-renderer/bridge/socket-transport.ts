import { RPCLink } from '@orpc/client/websocket'
import type { Connection, Transport } from './transport.ts'

/** The desk over a WebSocket at `/wire` of the page's own host; the server knows the page by its cookie. */
export function socketTransport(address: string): Transport {
  return {
    connect: () =>
      new Promise<Connection>((resolve, reject) => {
        const socket = new WebSocket(address)
        const closed = new Promise<void>((done) => {
          socket.addEventListener('close', () => {
            done()
          })
        })
        socket.addEventListener('open', () => {
          resolve({
            link: new RPCLink({ websocket: socket }),
            closed,
            close: () => {
              socket.close()
            },
          })
        })
        socket.addEventListener('error', () => {
          reject(new Error(`No connection to ${address}`))
        })
      }),
  }
}
