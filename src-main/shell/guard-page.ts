import { shell, type Session, type WebContents } from 'electron'
import type { Log } from '../lib/log.ts'
import { outsideAddress } from './outside-address.ts'

function openOutside(address: string, log: Log): void {
  const allowed = outsideAddress(address)
  if (allowed !== null) void shell.openExternal(allowed)
  // The scheme alone: the rest may be of a person.
  else log.warn('the page was not let go to another address', { scheme: /^[a-z][a-z0-9+.-]{0,20}:/i.exec(address)?.[0] ?? '' })
}

const withoutHash = (address: string): string => address.split('#', 1)[0] ?? ''

/** The page stays where it is: it navigates nowhere, opens no window, embeds nothing. */
export function guardPage(contents: WebContents, log: Log): void {
  contents.on('will-navigate', (event) => {
    // The page loads itself anew: in another language, or when a screen broke.
    if (withoutHash(event.url) === withoutHash(contents.getURL())) return
    event.preventDefault()
    openOutside(event.url, log)
  })
  contents.on('will-frame-navigate', (event) => {
    // For the main frame it comes first too, and refusing it here would leave `will-navigate` unheard.
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url, log)
    return { action: 'deny' }
  })
}

/** It gets no permission and no network. `origin` is where the page comes from, and in development also its files. */
export function guardSession(session: Session, origin: string, log: Log): void {
  session.setPermissionRequestHandler((_, permission, answer) => {
    log.warn('a permission was denied', { permission })
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  const isOurs = (address: string): boolean => {
    const url = new URL(address)
    if (['data:', 'blob:', 'devtools:'].includes(url.protocol)) return true
    return address.startsWith(`${origin}/`) || address.startsWith(`${origin.replace(/^http/, 'ws')}/`)
  }
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) }))
  // A file the page made itself (rows left out, an export) may be saved; nothing else is downloaded.
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:')) event.preventDefault()
  })
}
