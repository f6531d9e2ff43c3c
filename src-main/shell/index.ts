import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, powerMonitor, session, shell } from 'electron'
import type { Language } from '../contract/index.ts'
import { openFileSecrets, secretsPlace } from '../lib/file-secrets.ts'
import { openLogFile, type LogFile } from '../lib/log-file.ts'
import { silentLog, type Log } from '../lib/log.ts'
import { pageFolder } from '../lib/program-folder.ts'
import { VERSION } from '../lib/version.ts'
import { startDesk, type RunningDesk } from '../start.ts'
import { APP_ORIGIN, registerAppScheme, serveAppScheme } from './app-scheme.ts'
import { backUpByMenu } from './back-up.ts'
import { guardSession } from './guard-page.ts'
import { handOverPort } from './hand-over-port.ts'
import { systemKeychain } from './keychain.ts'
import { setMenu } from './menu.ts'
import { makeWindow } from './open-window.ts'
import { offerRestore } from './offer-restore.ts'
import { openShellDoor } from './shell-door.ts'
import { readStartOptions } from './start-options.ts'
import { openTray } from './tray.ts'
import { faultSentence, languageOf, speakWords, words } from './words.ts'

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
  // On SIGTERM and SIGINT as well: `will-quit` below closes the desk in either case.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  app.on('window-all-closed', () => app.quit())

  void app.whenReady().then(async () => {
    speakWords(languageOf(app.getLocale()))
    try {
      const secrets = openFileSecrets({ ...secretsPlace(dataFolder), keychain: systemKeychain() })
      const running = await startDesk({ dataFolder, log, isDemo: options.isDemo, secrets })
      closeOnQuit(running, log, options.isDemo ? dataFolder : null)
      wakeWithMachine(running, log)
      show(running, log, logFile)
    } catch (thrown) {
      log.error('the desk could not be opened', thrown)
      if (await offerRestore(thrown, { dataFolder, log, logFile })) return
      fail(words().cannotOpen, faultSentence(thrown, logFile))
    }
  })
}

function show(running: RunningDesk, log: Log, logFile: string): void {
  // Set by `electron-vite dev`: the page as it is being edited.
  const devPage = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
  const origin = devPage === undefined ? APP_ORIGIN : new URL(devPage).origin
  guardSession(session.defaultSession, origin, log)
  serveAppScheme(session.defaultSession, pageFolder)

  const { window, keep } = makeWindow(running.dataFolder, running.isDemo, app.isPackaged, log)
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
  const sayMenu = (): void =>
    setMenu({
      // The page's address differs in its hash alone, so it stays loaded and sees a `hashchange`.
      goTo: load,
      backUp: () => void backUpByMenu(window, port.client(), running.desk.clock, logFile),
      openLogs: () => shell.showItemInFolder(logFile),
      keepTheme: (theme) => keep({ theme }),
    })
  const tray = openTray(window, { open: () => toFront(), quit: () => app.quit() }, log)
  const speak = (language: Language): void => {
    speakWords(language)
    keep({ language })
    sayMenu()
    tray.sayAgain()
  }
  const door = openShellDoor({ window, tray, show: toFront, speak })
  const port = handOverPort(window, running, door, origin, log)
  window.once('closed', port.takeBack)
  app.on('second-instance', () => toFront())
  sayMenu()
  load()
}

/** Timers stand still while a machine sleeps: what fell due meanwhile is done when it wakes (R24). */
function wakeWithMachine(running: RunningDesk, log: Log): void {
  const catchUp = (): void => {
    running.desk.drain().catch((cause: unknown) => log.error('what fell due in sleep could not be done', cause))
  }
  powerMonitor.on('resume', catchUp)
  powerMonitor.on('unlock-screen', catchUp)
}

/** Lets the desk finish and release its folder before the process goes; a demo leaves nothing behind. */
function closeOnQuit(running: RunningDesk, log: LogFile | Log, demoFolder: string | null): void {
  let isClosing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    void running
      .close()
      .catch((cause: unknown) => log.error('the desk could not be closed', cause))
      .finally(() => {
        if ('close' in log) log.close()
        // Electron's own files lie in there too, and it holds them until it is gone: what stays is in the temporary folder.
        if (demoFolder !== null) rmSync(demoFolder, { recursive: true, force: true, maxRetries: 2 })
        // Not quit(): after a `will-quit` that was put off, a second one is sometimes not heard.
        app.exit(0)
      })
  })
}

function fail(title: string, sentence: string): void {
  process.stderr.write(`${title}: ${sentence}\n`)
  dialog.showErrorBox(title, sentence)
  app.exit(1)
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
