import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme } from 'electron'
import type { Log } from '../lib/log.ts'
import { programFolder } from '../lib/program-folder.ts'
import { guardPage } from './guard-page.ts'
import { keepWindowState, readWindowState, type WindowState } from './window-state.ts'
import { languageOf, speakWords, words } from './words.ts'

export interface DeskWindow {
  window: BrowserWindow
  /** On disk, for the next start. */
  keep(change: Pick<Partial<WindowState>, 'theme' | 'language'>): void
}

/** The window of a desk, as it stood last time, not yet loaded. */
export function makeWindow(dataFolder: string, isDemo: boolean, isPackaged: boolean, log: Log): DeskWindow {
  const state = readWindowState(dataFolder)
  nativeTheme.themeSource = state.theme
  speakWords(state.language ?? languageOf(app.getLocale()))
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
      message: words().pageStopped,
      detail: words().pageStoppedHint,
      buttons: [words().loadAgain, words().quit],
    })
    if (choice === 0) window.reload()
    else window.close()
  })
  return { window, keep: keepWindowState(window, dataFolder, state) }
}
