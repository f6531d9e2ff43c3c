import { join } from 'node:path'
import { app, dialog } from 'electron'
import { DeskError } from '../contract/index.ts'
import type { Log } from '../lib/log.ts'
import { restoreBackup } from '../start.ts'
import { faultSentence, words } from './words.ts'

interface Where {
  dataFolder: string
  log: Log
  logFile: string
}

/** A damaged desk can't be opened to restore it: the way out is offered here. False when it is not that, or not wanted. */
export async function offerRestore(thrown: unknown, { dataFolder, log, logFile }: Where): Promise<boolean> {
  if (!(thrown instanceof DeskError) || thrown.code !== 'database-damaged') return false
  const text = words()
  const asked = await dialog.showMessageBox({
    type: 'error',
    message: text.cannotOpen,
    detail: faultSentence(thrown, logFile),
    buttons: [text.putBackBackup, text.quit],
    cancelId: 1,
  })
  if (asked.response !== 0) return false
  const { filePaths } = await dialog.showOpenDialog({
    title: text.chooseBackup,
    defaultPath: join(dataFolder, 'backups'),
    properties: ['openFile'],
  })
  const [file] = filePaths
  if (file === undefined) return false
  try {
    const kept = await restoreBackup({ dataFolder, log }, file, async ({ deskName, leads }) => {
      const buttons = [text.restore, text.cancel]
      const message = text.restoreThis(deskName, leads)
      const { response } = await dialog.showMessageBox({ message, detail: text.restoreHint, buttons, cancelId: 1 })
      return response === 0
    })
    if (kept === null) return false
  } catch (cause) {
    log.error('a backup could not be put back', cause)
    dialog.showErrorBox(text.cannotOpen, faultSentence(cause, logFile))
    return false
  }
  app.relaunch()
  app.exit(0)
  return true
}
