import { join } from 'node:path'
import { app, Menu, nativeImage, Tray, type BrowserWindow } from 'electron'
import type { Log } from '../lib/log.ts'
import { resourcesFolder } from '../lib/program-folder.ts'
import { words } from './words.ts'

export interface DeskTray {
  /** The number beside the icon, and in words what it counts; 0 takes it away. */
  badge(shown: { count: number; label: string }): void
  /** Says the same in the language spoken now. */
  sayAgain(): void
}

/** By then the page has drawn what it shows first: what else a window has may wait for it. */
export const FIRST_ROWS_MS = 400

interface TrayActions {
  open(): void
  quit(): void
}

/**
 * An icon in the notification area with what waits for this person, also on the dock and over the task bar's button. A desktop without
 * such an area has none of it, and the desk works on.
 */
export function openTray(window: BrowserWindow, actions: TrayActions, log: Log): DeskTray {
  let tray: Tray | null = null
  let shown = { count: 0, label: '' }
  const draw = (): void => {
    const said = shown.label === '' ? words().nothingWaits : shown.label
    app.setBadgeCount(shown.count)
    drawOverlay(window, shown)
    if (tray === null || tray.isDestroyed()) return
    // macOS has room for a number, and colours the icon itself.
    if (process.platform === 'darwin') tray.setTitle(shown.count === 0 ? '' : String(shown.count))
    else tray.setImage(iconOf(shown.count === 0 ? 'tray.png' : 'tray-waiting.png'))
    tray.setToolTip(`Lead Desk\n${said}`)
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: words().open, click: actions.open },
        { label: said, enabled: false },
        { type: 'separator' },
        { label: words().quit, click: actions.quit },
      ]),
    )
  }
  // The page has its leads first.
  const making = setTimeout(() => {
    tray = makeTray(log)
    tray?.on('click', actions.open)
    draw()
  }, FIRST_ROWS_MS)
  // On Windows the icon would stay until the pointer touches it.
  app.on('will-quit', () => {
    clearTimeout(making)
    tray?.destroy()
  })
  return {
    badge(next) {
      if (next.count === shown.count && next.label === shown.label) return
      shown = next
      draw()
    },
    sayAgain: draw,
  }
}

const iconOf = (name: string): Electron.NativeImage => nativeImage.createFromPath(join(resourcesFolder, name))

function makeTray(log: Log): Tray | null {
  try {
    return new Tray(iconOf(process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'))
  } catch (cause) {
    log.warn('there is no place for an icon', { cause: String(cause) })
    return null
  }
}

function drawOverlay(window: BrowserWindow, { count, label }: { count: number; label: string }): void {
  if (process.platform !== 'win32' || window.isDestroyed()) return
  window.setOverlayIcon(count === 0 ? null : iconOf('badge.png'), label)
}
