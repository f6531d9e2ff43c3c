import { RPCLink } from '@orpc/client/websocket'
import { type Connection, Refused, type Transport } from './transport.ts'

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
          void refusalOf(address).then(reject)
        })
      }),
  }
}

/** A socket does not say why it was not opened; a plain request for the same address does. */
async function refusalOf(address: string): Promise<Error> {
  try {
    const { status } = await fetch(address.replace(/^ws/, 'http'), { method: 'HEAD', cache: 'no-store' })
    if (status === 401 || status === 403) return new Refused(`The desk refused with ${status}`)
  } catch {
    // Nobody answers at all.
  }
  return new Error(`No connection to ${address}`)
}
