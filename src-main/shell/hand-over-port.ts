import { ipcMain, MessageChannelMain, type BrowserWindow, type MessagePortMain } from 'electron'
import type { Log } from '../lib/log.ts'
import type { DeskClient } from '../wire/call-desk.ts'
import { servePort } from '../wire/message-port.ts'
import type { ServedDesk, ShellDoor } from '../wire/served-desk.ts'

const PORT = 'lead-desk:port'

/**
 * Gives the page of the window its one port whenever its preload asks. Only the main frame of our own page gets one. `takeBack` ends
 * it; `client` sits where the page's person sits, and is null before there is a page.
 */
export function handOverPort(
  window: BrowserWindow,
  served: ServedDesk,
  shell: ShellDoor,
  origin: string,
  log: Log,
): { takeBack: () => void; client: () => DeskClient | null } {
  let ours: MessagePortMain | null = null
  let client: DeskClient | null = null
  const takeBack = (): void => {
    ours?.close()
    ours = null
  }
  ipcMain.on(PORT, (event) => {
    const frame = event.senderFrame
    const isOurPage = frame !== null && frame === window.webContents.mainFrame && originOf(frame.url) === origin
    if (!isOurPage) {
      log.warn('a port was asked for by a stranger', { origin: frame === null ? null : originOf(frame.url) })
      return
    }
    takeBack()
    const { port1, port2 } = new MessageChannelMain()
    ours = port1
    client = servePort(served, port1, { actor: 'manager', runsIn: 'window', shell })
    port1.start()
    frame.postMessage(PORT, null, [port2])
  })
  return {
    takeBack: () => {
      ipcMain.removeAllListeners(PORT)
      takeBack()
    },
    client: () => client,
  }
}

/** `URL.origin` is `null` for schemes of our own. */
function originOf(address: string): string {
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}
