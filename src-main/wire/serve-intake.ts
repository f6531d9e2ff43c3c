import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { FormListening } from '../contract/index.ts'
import { addressOf } from './http/guard.ts'
import { answerIntake, isIntake } from './http/intake.ts'
import { sayFault } from './http/intake-answer.ts'
import { listen, LOOPBACK } from './http/listen.ts'
import type { ServedDesk } from './served-desk.ts'

export interface IntakeServer {
  /** As a browser names origins; `/intake/` and a form's path follow. */
  addresses: string[]
  close(): Promise<void>
}

/** Who is slower than this, or opens more connections, keeps others out. */
const SLOWEST = { headersTimeout: 10_000, requestTimeout: 20_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 2_000 }
const MOST_CONNECTIONS = 500

/**
 * Serves `/intake/…` alone, on a port of its own: to this machine, or with `isOpen` to all who reach it. The page, its socket and the API are
 * never here. A name in the Host header is not asked for: what guards a form is its key.
 */
export async function serveIntake(served: ServedDesk, { port, isOpen }: FormListening): Promise<IntakeServer> {
  const server = createServer(SLOWEST)
  server.maxConnections = MOST_CONNECTIONS
  server.on('request', (request, response) => {
    const url = addressOf(request)
    if (url !== null && isIntake(url)) void answerIntake(served, request, response, url)
    else sayFault(request, response, { status: 404, code: 'not-found', data: {}, message: 'There is nothing here but /intake/.' })
  })
  await (isOpen ? listen(server, port) : listen(server, port, LOOPBACK))
  const { port: given } = server.address() as AddressInfo
  return {
    addresses: (isOpen ? [LOOPBACK, ...otherAddresses()] : [LOOPBACK]).map((host) => `http://${host}:${given}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Where other machines find this one. */
function otherAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, address }) => !internal && !/^fe80:/i.test(address))
    .map(({ family, address }) => (family === 'IPv6' ? `[${address}]` : address))
}
