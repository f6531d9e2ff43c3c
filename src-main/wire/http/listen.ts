import type { Server } from 'node:http'
import { DeskError } from '../../contract/index.ts'

export const LOOPBACK = '127.0.0.1'

/** Begins to listen; without a host on all addresses. Refused with `bad-input` when the port can't be had. */
export function listen(server: Server, port: number, host?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'EADDRINUSE' ? `port ${port} is taken by another program` : `port ${port} can't be opened`
      reject(new DeskError('bad-input', { field: 'port', reason }, { cause }))
    })
    server.listen(port, host, resolve)
  })
}
