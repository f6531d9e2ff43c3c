// The least Electron can do. Without `--data FOLDER`: one window. With it: a hundred leads of that desk, which its page asks for and shows.
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain } from 'electron'

const at = process.argv.indexOf('--data')
const folder = at === -1 ? null : process.argv[at + 1]

/** Runs in the page. */
async function showLeads() {
  const leads = await globalThis.desk.leads()
  const rows = leads.map((lead, i) => {
    const row = document.createElement('div')
    row.setAttribute('role', 'row')
    row.setAttribute('aria-rowindex', String(i + 1))
    row.textContent = Object.values(lead).join(' ')
    return row
  })
  document.querySelector('main').append(...rows)
}

const script = folder === null ? '' : `<script>(${showLeads.toString()})()</script>`
const page = `data:text/html,${encodeURIComponent(`<!doctype html><title>Bare</title><main></main>${script}`)}`

if (folder !== null) {
  ipcMain.handle('leads', async () => {
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
