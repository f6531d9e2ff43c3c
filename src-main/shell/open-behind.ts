import { rmSync } from 'node:fs'
import { app, powerMonitor } from 'electron'
import type { Language } from '../contract/index.ts'
import { openFileSecrets, secretsPlace } from '../lib/file-secrets.ts'
import type { LogFile } from '../lib/log-file.ts'
import type { Log } from '../lib/log.ts'
import { startDesk, type RunningDesk } from '../start.ts'
import { servePort } from '../wire/message-port.ts'
import { backUpByMenu } from './back-up.ts'
import { fail } from './fail.ts'
import type { PageDoor } from './hand-over-port.ts'
import { systemKeychain } from './keychain.ts'
import { type MenuActions, setMenu } from './menu.ts'
import type { DeskWindow } from './open-window.ts'
import { offerRestore } from './offer-restore.ts'
import { openShellDoor } from './shell-door.ts'
import { FIRST_ROWS_MS, openTray } from './tray.ts'
import { faultSentence, languageOf, speakWords, words } from './words.ts'

/** The window while the desk behind it is not yet open. */
export interface Front extends DeskWindow {
  dataFolder: string
  isDemo: boolean
  log: LogFile | Log
  logFile: string
  port: PageDoor
  toFront(screen?: string): void
  /** What the menu does without a desk. */
  menu: Omit<MenuActions, 'backUp'>
}

/** Opens the desk and gives it to the page that waits for it. What can't be opened is told, and ends the program. */
export async function openBehind(front: Front): Promise<void> {
  const { dataFolder, isDemo, log, logFile, window } = front
  const secrets = openFileSecrets({ ...secretsPlace(dataFolder), keychain: systemKeychain() })
  const opening = startDesk({ dataFolder, log, isDemo, language: languageOf(app.getLocale()), secrets })
  closeOnQuit(opening, log, isDemo ? dataFolder : null)
  let running: RunningDesk
  try {
    running = await opening
  } catch (thrown) {
    log.error('the desk could not be opened', thrown)
    // Not closed: the program would end with its last window, and there is something to ask.
    if (!window.isDestroyed()) window.hide()
    if (await offerRestore(thrown, { dataFolder, log, logFile })) return
    fail(words().cannotOpen, faultSentence(thrown, logFile))
    return
  }
  wakeWithMachine(running, log)
  // Closed before it was open: the program is about to end.
  if (!window.isDestroyed()) give(running, front)
}

function give(running: RunningDesk, { window, keep, toFront, port, menu, log, logFile }: Front): void {
  const menuActions: MenuActions = {
    ...menu,
    backUp: () => void backUpByMenu(window, port.client(), running.desk.clock, logFile),
  }
  const sayMenu = (): void => {
    if (window.isDestroyed()) return
    // Nobody sits there before there is a page.
    const seat = port.client()?.person.here() ?? running.seats.sitting(null)
    seat.then(
      (now) => setMenu(now, menuActions),
      (cause: unknown) => log.warn('the menu could not be said', { cause: String(cause) }),
    )
  }
  const tray = openTray(window, { open: () => toFront(), quit: () => app.quit() }, log)
  const speak = (language: Language): void => {
    speakWords(language)
    keep({ language })
    sayMenu()
    tray.sayAgain()
  }
  const door = openShellDoor({ window, tray, show: toFront, speak })
  port.serveWith((page) => servePort(running, page, { actor: 'manager', runsIn: 'window', shell: door }))
  window.once('closed', running.seats.onChange(sayMenu))
  setTimeout(sayMenu, FIRST_ROWS_MS)
}

/** Timers stand still while a machine sleeps: what fell due meanwhile is done when it wakes (R24). */
function wakeWithMachine(running: RunningDesk, log: Log): void {
  const catchUp = (): void => {
    running.desk.drain().catch((cause: unknown) => log.error('what fell due in sleep could not be done', cause))
  }
  powerMonitor.on('resume', catchUp)
  powerMonitor.on('unlock-screen', catchUp)
}

/** Lets the desk finish and release its folder before the process goes, also one that is just being opened; a demo leaves nothing behind. */
function closeOnQuit(opening: Promise<RunningDesk>, log: LogFile | Log, demoFolder: string | null): void {
  let isClosing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    void opening
      .then(
        (running) => running.close(),
        // It was told where it was opened.
        () => undefined,
      )
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
