import { join } from 'node:path'
import { BrowserWindow, dialog, nativeTheme } from 'electron'
import type { Log } from '../lib/log.ts'
import { programFolder } from '../lib/program-folder.ts'
import { guardPage } from './guard-page.ts'
import { keepWindowState, readWindowState, type WindowState } from './window-state.ts'

export interface DeskWindow {
  window: BrowserWindow
  keepTheme(theme: WindowState['theme']): void
}

/** The window of a desk, as it stood last time, not yet loaded. */
export function makeWindow(dataFolder: string, isDemo: boolean, isPackaged: boolean, log: Log): DeskWindow {
  const state = readWindowState(dataFolder)
  nativeTheme.themeSource = state.theme
  const window = new BrowserWindow({
    title: isDemo ? 'Lead Desk (demo)' : 'Lead Desk',
    width: 1280,
    height: 820,
    ...state.bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    icon: join(programFolder, 'resources', 'icon.png'),
    webPreferences: {
      preload: join(programFolder, 'out', 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: !isPackaged,
      // It would fetch its dictionaries from the internet.
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  if (state.isMaximised) window.maximize()
  // The page's own title would drop the word "demo".
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  guardPage(window.webContents, log)
  window.webContents.on('preload-error', (_, file, error) => log.error('the preload failed', error, { file }))
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.error('the page is gone', new Error(reason), { exitCode })
    const choice = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: 'The page of Lead Desk has stopped.',
      detail: 'Nothing is lost: what was saved is saved. Load it again?',
      buttons: ['Load again', 'Quit'],
    })
    if (choice === 0) window.reload()
    else window.close()
  })
  const change = keepWindowState(window, dataFolder, state)
  return { window, keepTheme: (theme) => change({ theme }) }
}
