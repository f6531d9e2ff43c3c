import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, session, shell, type BrowserWindow } from 'electron'
import { openLogFile, type LogFile } from '../lib/log-file.ts'
import { silentLog, type Log } from '../lib/log.ts'
import { pageFolder } from '../lib/program-folder.ts'
import { VERSION } from '../lib/version.ts'
import { APP_ORIGIN, registerAppScheme, serveAppScheme } from './app-scheme.ts'
import { fail } from './fail.ts'
import { guardSession } from './guard-page.ts'
import { handOverPort } from './hand-over-port.ts'
import { setMenu } from './menu.ts'
import type { Front } from './open-behind.ts'
import { makeWindow } from './open-window.ts'
import { readStartOptions } from './start-options.ts'
import { faultSentence, languageOf, speakWords, words } from './words.ts'

// The wire's library asks of each message whether it is a form, and Node would read its whole `fetch` to answer. Nothing here sends forms.
Object.defineProperty(globalThis, 'FormData', { value: function FormData() {}, configurable: true, writable: true })

/** A page that does not come must not keep the desk from its work. */
const LONGEST_WAIT_MS = 1_000

/** Everything from Electron's start to its end. Called once, before Electron is ready. */
export function openShell(): void {
  app.setName('Lead Desk')
  app.setAboutPanelOptions({ applicationName: 'Lead Desk', applicationVersion: VERSION, copyright: 'MIT licence' })
  registerAppScheme()

  const options = readStartOptions(process.argv, process.cwd())
  // Electron's single instance is one a userData folder; this makes it one a desk.
  if (options.dataFolder !== null) placeUserData(join(options.dataFolder, 'window'))
  const dataFolder = options.dataFolder ?? join(app.getPath('userData'), 'data')
  const logFile = join(dataFolder, 'logs', 'desk.log')
  const log = tryLog(join(dataFolder, 'logs'))

  process.on('unhandledRejection', (cause) => log.error('a promise failed unheard', cause))
  process.on('uncaughtException', (cause) => {
    log.error('an error nobody caught', cause)
    fail(words().mustClose, faultSentence(cause, logFile))
  })
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  // On SIGTERM and SIGINT as well: `will-quit` closes the desk in either case.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  app.on('window-all-closed', () => app.quit())

  void app.whenReady().then(async () => {
    speakWords(languageOf(app.getLocale()))
    try {
      const front = openFront({ dataFolder, isDemo: options.isDemo, log, logFile })
      await handedOut(front.window)
      const { openBehind } = await import('./open-behind.ts')
      await openBehind(front)
    } catch (thrown) {
      log.error('the desk could not be opened', thrown)
      fail(words().cannotOpen, faultSentence(thrown, logFile))
    }
  })
}

/** The page gets its files from this thread, and would wait for them while it reads the rest of the program. */
function handedOut({ webContents }: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    webContents.once('dom-ready', () => resolve())
    setTimeout(resolve, LONGEST_WAIT_MS)
  })
}

/** What a person sees before the desk is there: the window, with its page on the way. */
function openFront(given: Pick<Front, 'dataFolder' | 'isDemo' | 'log' | 'logFile'>): Front {
  const { dataFolder, isDemo, log, logFile } = given
  // Set by `electron-vite dev`: the page as it is being edited.
  const devPage = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
  const origin = devPage === undefined ? APP_ORIGIN : new URL(devPage).origin
  guardSession(session.defaultSession, origin, log)
  serveAppScheme(session.defaultSession, pageFolder)

  const { window, keep } = makeWindow(dataFolder, isDemo, app.isPackaged, log)
  const load = (screen?: string): void => {
    const address = `${devPage ?? APP_ORIGIN}/${screen === undefined ? '' : `#/${screen}`}`
    // Rejected when the next one comes before it is done; that is no failure.
    window.loadURL(address).catch((cause: unknown) => log.warn('a page was left before it was loaded', { cause: String(cause) }))
  }
  const toFront = (screen?: string): void => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    if (screen !== undefined) load(screen)
  }
  const port = handOverPort(window, origin, log)
  window.once('closed', port.takeBack)
  app.on('second-instance', () => toFront())
  const menu: Front['menu'] = {
    // The page's address differs in its hash alone, so it stays loaded and sees a `hashchange`.
    goTo: load,
    openLogs: () => shell.showItemInFolder(logFile),
    keepTheme: (theme) => keep({ theme }),
  }
  load()
  // Else Electron's own stands there first, in English and with the tools of developers.
  setMenu({ role: 'rep', isLocked: true }, { ...menu, backUp: () => {} })
  return { ...given, window, keep, toFront, port, menu }
}

/** Electron refuses a folder that is not there. One that can't be made is the desk's to complain about. */
function placeUserData(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    app.setPath('userData', folder)
  } catch {
    // startDesk says `folder-not-writable`.
  }
}

/** Where no log can be written, opening the desk says so better. */
function tryLog(folder: string): LogFile | Log {
  try {
    return openLogFile(folder)
  } catch {
    return silentLog
  }
}
