import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, type BrowserWindow, type Rectangle } from 'electron'
import type { Language } from '../contract/index.ts'
import { LANGUAGES } from '../contract/lists.ts'

const THEMES = ['system', 'light', 'dark'] as const

export interface WindowState {
  bounds?: Rectangle
  isMaximised: boolean
  theme: (typeof THEMES)[number]
  /** What the page spoke last; absent until it has said so. */
  language?: Language
}

const SAVE_AFTER_MS = 500
/** So much of the title bar must be on some screen for a person to reach it. */
const REACHABLE_PX = 80

const fileOf = (dataFolder: string): string => join(dataFolder, 'window.json')

/** How the window stood last time. What can't be read, or lies on a screen that is gone, counts for nothing. */
export function readWindowState(dataFolder: string): WindowState {
  let kept: Record<string, unknown>
  try {
    kept = Object(JSON.parse(readFileSync(fileOf(dataFolder), 'utf8'))) as Record<string, unknown>
  } catch {
    kept = {}
  }
  // By hand: a window shows sooner without the library of schemas.
  const language = LANGUAGES.find((known) => known === kept['language'])
  return {
    isMaximised: kept['isMaximised'] === true,
    theme: THEMES.find((known) => known === kept['theme']) ?? 'system',
    ...(isBounds(kept['bounds']) && isReachable(kept['bounds']) ? { bounds: kept['bounds'] } : {}),
    ...(language === undefined ? {} : { language }),
  }
}

function isBounds(value: unknown): value is Rectangle {
  const { x, y, width, height } = Object(value) as Record<string, unknown>
  return [x, y, width, height].every(Number.isSafeInteger) && Number(width) > 0 && Number(height) > 0
}

function isReachable(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const width = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x)
    const isTitleInside = bounds.y >= workArea.y - 10 && bounds.y < workArea.y + workArea.height - 20
    return width >= REACHABLE_PX && isTitleInside
  })
}

/** Keeps the state on disk as the window moves. `change` is for what is no part of its frame. */
export function keepWindowState(
  window: BrowserWindow,
  dataFolder: string,
  state: WindowState,
): (change: Partial<WindowState>) => void {
  let timer: NodeJS.Timeout | undefined
  const save = (): void => {
    clearTimeout(timer)
    if (!window.isDestroyed()) {
      state.isMaximised = window.isMaximized()
      // Where it stood before it was maximised is what a person wants back.
      state.bounds = window.getNormalBounds()
    }
    try {
      const file = fileOf(dataFolder)
      writeFileSync(`${file}.new`, JSON.stringify(state))
      renameSync(`${file}.new`, file)
    } catch {
      // The place of a window is not worth a word.
    }
  }
  const saveSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(save, SAVE_AFTER_MS)
  }
  window.on('resize', saveSoon)
  window.on('move', saveSoon)
  window.on('maximize', saveSoon)
  window.on('unmaximize', saveSoon)
  window.on('close', save)
  return (change) => {
    Object.assign(state, change)
    save()
  }
}
