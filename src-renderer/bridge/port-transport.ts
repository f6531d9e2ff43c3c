import { RPCLink } from '@orpc/client/message-port'
import type { Connection, Transport } from './transport.ts'

/** Asks the preload for a message port. It answers with a message whose data is `lead-desk:port`. */
export function portTransport(page: Window): Transport {
  return {
    connect: () =>
      new Promise<Connection>((resolve) => {
        const onMessage = (event: MessageEvent<unknown>): void => {
          const port = event.ports[0]
          if (event.source !== page || event.data !== 'lead-desk:port' || port === undefined) return
          page.removeEventListener('message', onMessage)
          resolve(connectionOver(port))
        }
        page.addEventListener('message', onMessage)
        page.postMessage('lead-desk:ready', page.location.origin)
      }),
  }
}

export function connectionOver(port: MessagePort): Connection {
  const closed = new Promise<void>((resolve) => {
    port.addEventListener('close', () => {
      resolve()
    })
  })
  const link = new RPCLink({ port })
  port.start()
  return {
    link,
    closed,
    close: () => {
      port.close()
    },
  }
}
