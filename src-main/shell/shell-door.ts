import { app, type BrowserWindow } from 'electron'
import type { Language } from '../contract/index.ts'
import type { ShellDoor } from '../wire/served-desk.ts'
import { openNotices } from './notices.ts'
import { savePdf } from './save-pdf.ts'
import type { DeskTray } from './tray.ts'

/** So that the page hears the answer before the program is gone. */
const RESTART_AFTER_MS = 300

interface DoorParts {
  window: BrowserWindow
  tray: DeskTray
  /** Brings the window to the front, and shows that screen. */
  show(screen?: string): void
  /** From now on, and at the next start. */
  speak(language: Language): void
}

/** What the page may ask of the program around it. */
export function openShellDoor({ window, tray, show, speak }: DoorParts): ShellDoor {
  const tell = openNotices((leadId) => show(leadId === null ? undefined : `queue/lead/${leadId}`))
  return {
    tell,
    badge: (shown) => tray.badge(shown),
    savePdf: (input) => savePdf(window, input),
    speak,
    restart() {
      setTimeout(() => {
        // With the switches and the data folder this one was started with.
        app.relaunch()
        app.quit()
      }, RESTART_AFTER_MS)
    },
  }
}
