// The least Electron can do: one window, a hundred rows that stand in its page.
import { app, BrowserWindow } from 'electron'

const rows = Array.from({ length: 100 }, (_, i) => `<div role="row" aria-rowindex="${i + 1}">Lead ${i + 1}</div>`).join('')
const page = `data:text/html,${encodeURIComponent(`<!doctype html><title>Bare</title>${rows}`)}`

// Not awaited: Electron gets ready only when this module has ended.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 820, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  return window.loadURL(page)
})
