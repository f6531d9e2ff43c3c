import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import { DeskError } from '../contract/index.ts'
import { words } from './words.ts'

/** Where paper is Letter; everywhere else it is A4. */
const LETTER = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'CR', 'GT', 'PA', 'DO', 'PR', 'SV', 'NI', 'HN'])

/** Asks where to, and writes the page as it would be printed. Null when the person chose no file. */
export async function savePdf(window: BrowserWindow, { name }: { name: string }): Promise<{ file: string | null }> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words().savePdf,
    defaultPath: join(app.getPath('documents'), `${fileName(name)}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  })
  if (canceled || filePath === '') return { file: null }
  const pdf = await window.webContents.printToPDF({
    printBackground: true,
    pageSize: LETTER.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4',
  })
  await writeWhole(filePath, pdf)
  return { file: filePath }
}

// oxlint-disable-next-line no-control-regex -- no file system takes these.
const NOT_IN_NAMES = /[\u0000-\u001f<>:"/\\|?*]+/g

/** A page can't name a place, nor a file no system takes. */
const fileName = (name: string): string =>
  name
    .replaceAll(NOT_IN_NAMES, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100) || 'Lead Desk'

/** Altogether or not at all. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const part = `${file}.part`
  try {
    const handle = await open(part, 'w')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined)
    const folder = dirname(file)
    if ((cause as NodeJS.ErrnoException).code === 'ENOSPC') throw new DeskError('disk-full', { folder }, { cause })
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new DeskError('folder-not-writable', { folder, reason }, { cause })
  }
}
