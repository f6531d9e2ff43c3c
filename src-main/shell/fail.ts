import { app, dialog } from 'electron'

/** Says what can't be mended, and ends the program. */
export function fail(title: string, sentence: string): void {
  process.stderr.write(`${title}: ${sentence}\n`)
  dialog.showErrorBox(title, sentence)
  app.exit(1)
}
