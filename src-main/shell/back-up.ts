import { dialog, type BrowserWindow } from 'electron'
import type { RunningDesk } from '../start.ts'
import { faultSentence } from './start-errors.ts'

/** Asks where to, and writes the whole desk into one file. */
export async function backUpByMenu(window: BrowserWindow, running: RunningDesk, logFile: string): Promise<void> {
  const day = new Date(running.desk.clock.now()).toISOString().slice(0, 10)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Back up the desk',
    defaultPath: `lead-desk-${day}.sqlite`,
  })
  if (canceled || filePath === '') return
  try {
    const { file } = await running.client('manager').desk.backup({ file: filePath })
    await dialog.showMessageBox(window, { type: 'info', message: 'The desk is backed up.', detail: file })
  } catch (thrown) {
    const detail = faultSentence(thrown, logFile)
    await dialog.showMessageBox(window, { type: 'error', message: 'The desk could not be backed up.', detail })
  }
}
