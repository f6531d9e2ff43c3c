import { dialog, type BrowserWindow } from 'electron'
import { DeskError } from '../contract/index.ts'
import type { Clock } from '../lib/clock.ts'
import type { DeskClient } from '../wire/call-desk.ts'
import { faultSentence, words } from './words.ts'

/** Asks where to, and writes the whole desk into one file: for the person at the window, who may have to be a manager. */
export async function backUpByMenu(
  window: BrowserWindow,
  client: DeskClient | null,
  clock: Clock,
  logFile: string,
): Promise<void> {
  if (client === null) return
  try {
    const { role, isLocked } = await client.person.here()
    // Before the file is asked for, not after.
    if (isLocked || role !== 'manager') {
      throw new DeskError('not-allowed', { because: isLocked ? 'locked' : 'needs-manager' })
    }
    const day = new Date(clock.now()).toISOString().slice(0, 10)
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: words().backUpTitle,
      defaultPath: `lead-desk-${day}.sqlite`,
    })
    if (canceled || filePath === '') return
    const { file } = await client.desk.backup({ file: filePath })
    await dialog.showMessageBox(window, { type: 'info', message: words().backedUp, detail: file })
  } catch (thrown) {
    const detail = faultSentence(thrown, logFile)
    await dialog.showMessageBox(window, { type: 'error', message: words().notBackedUp, detail })
  }
}
