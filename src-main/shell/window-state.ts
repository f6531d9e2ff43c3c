import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, type BrowserWindow, type Rectangle } from 'electron'
import { z } from 'zod'
import { Language } from '../contract/index.ts'

const WindowState = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }).optional(),
  isMaximised: z.boolean().default(false),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** What the page spoke last; absent until it has said so. */
  language: Language.optional(),
})
export type WindowState = z.infer<typeof WindowState>

const SAVE_AFTER_MS = 500
/** So much of the title bar must be on some screen for a person to reach it. */
const REACHABLE_PX = 80

const fileOf = (dataFolder: string): string => join(dataFolder, 'window.json')

/** How the window stood last time. What can't be read, or lies on a screen that is gone, counts for nothing. */
export function readWindowState(dataFolder: string): WindowState {
  let state: WindowState
  try {
    state = WindowState.parse(JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')))
  } catch {
    return WindowState.parse({})
  }
  if (state.bounds !== undefined && !isReachable(state.bounds)) delete state.bounds
  return state
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
