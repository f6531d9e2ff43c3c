// The least Electron can do. Without `--data FOLDER`: one window. With it: a hundred leads of that desk, read and shown in it.
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain } from 'electron'

const at = process.argv.indexOf('--data')
const folder = at === -1 ? null : process.argv[at + 1]
const page = `data:text/html,${encodeURIComponent('<!doctype html><title>Bare</title><main></main>')}`

if (folder !== null) {
  ipcMain.handle('rows', async () => {
    const { default: Sqlite } = await import('better-sqlite3')
    return new Sqlite(join(folder, 'desk.db'), { readonly: true }).prepare('select * from leads order by id desc limit 100').all()
  })
}

// Not awaited: Electron gets ready only when this module has ended.
void app.whenReady().then(() => {
  const webPreferences = { sandbox: true, ...(folder === null ? {} : { preload: join(import.meta.dirname, 'preload.cjs') }) }
  const window = new BrowserWindow({ width: 1280, height: 820, show: false, webPreferences })
  window.once('ready-to-show', () => window.show())
  return window.loadURL(page)
})
