import { ipcMain, MessageChannelMain, type BrowserWindow, type MessagePortMain, type WebFrameMain } from 'electron'
import type { Log } from '../lib/log.ts'
import type { DeskClient } from '../wire/call-desk.ts'

const PORT = 'lead-desk:port'

/** Serves the desk at one end of a port, and answers a client at the same seat. */
type Serve = (port: MessagePortMain) => DeskClient

export interface PageDoor {
  /** From now on there is a desk: a page that asked before gets its port at once. */
  serveWith(serve: Serve): void
  /** Sits where the page's person sits; null before there is a page with a desk. */
  client(): DeskClient | null
  /** Ends the page's port, and gives no more. */
  takeBack(): void
}

/** Gives the page of the window its one port whenever its preload asks. Only the main frame of our own page gets one. */
export function handOverPort(window: BrowserWindow, origin: string, log: Log): PageDoor {
  let serve: Serve | null = null
  let waiting: WebFrameMain | null = null
  let ours: MessagePortMain | null = null
  let client: DeskClient | null = null
  const takeBack = (): void => {
    ours?.close()
    ours = null
  }
  const give = (frame: WebFrameMain, serveAt: Serve): void => {
    takeBack()
    const { port1, port2 } = new MessageChannelMain()
    ours = port1
    client = serveAt(port1)
    port1.start()
    frame.postMessage(PORT, null, [port2])
  }
  ipcMain.on(PORT, (event) => {
    const frame = event.senderFrame
    const isOurPage = frame !== null && frame === window.webContents.mainFrame && originOf(frame.url) === origin
    if (!isOurPage) {
      log.warn('a port was asked for by a stranger', { origin: frame === null ? null : originOf(frame.url) })
      return
    }
    if (serve === null) waiting = frame
    else give(frame, serve)
  })
  return {
    serveWith: (given) => {
      serve = given
      // A page that was loaded anew meanwhile asks again.
      if (waiting !== null && waiting === window.webContents.mainFrame) give(waiting, given)
      waiting = null
    },
    client: () => client,
    takeBack: () => {
      ipcMain.removeAllListeners(PORT)
      takeBack()
    },
  }
}

/** `URL.origin` is `null` for schemes of our own. */
function originOf(address: string): string {
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}
