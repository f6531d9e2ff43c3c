import { portTransport } from './port-transport.ts'
import { socketTransport } from './socket-transport.ts'
import type { Transport } from './transport.ts'

/** The program's own window is served as `app:`; anything else is a browser. */
export function chooseTransport(page: Window): Transport {
  const { protocol, host } = page.location
  if (protocol === 'app:') return portTransport(page)
  return socketTransport(`${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/wire`)
}
