import { dialog, type BrowserWindow } from 'electron'
import type { RunningDesk } from '../start.ts'
import { faultSentence, words } from './words.ts'

/** Asks where to, and writes the whole desk into one file. */
export async function backUpByMenu(window: BrowserWindow, running: RunningDesk, logFile: string): Promise<void> {
  const day = new Date(running.desk.clock.now()).toISOString().slice(0, 10)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words().backUpTitle,
    defaultPath: `lead-desk-${day}.sqlite`,
  })
  if (canceled || filePath === '') return
  try {
    const { file } = await running.client('manager').desk.backup({ file: filePath })
    await dialog.showMessageBox(window, { type: 'info', message: words().backedUp, detail: file })
  } catch (thrown) {
    const detail = faultSentence(thrown, logFile)
    await dialog.showMessageBox(window, { type: 'error', message: words().notBackedUp, detail })
  }
}
