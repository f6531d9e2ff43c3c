import type { InboxSettings } from '../../../contract/index.ts'
import type { Line } from './connect.ts'
import { InboxFailure } from './inbox-failure.ts'

export interface Folder {
  /** The numbers of mails mean something under this alone. */
  uidValidity: string
  /** The highest number given so far; null when the server does not say. */
  lastUid: number | null
}

/** Opens the inbox's folder. Where mails are left alone, without leave to change anything. */
export async function openFolder(
  { client }: Line,
  { folder, afterReading }: Pick<InboxSettings, 'folder' | 'afterReading'>,
): Promise<Folder> {
  const opened = await client.mailboxOpen(folder, { readOnly: afterReading === 'leave' }).catch((error: unknown) => {
    // A command the server refused: the connection stands.
    if (client.usable) throw new InboxFailure('no-folder', `there is no folder “${folder}” that can be opened`)
    throw error
  })
  if (opened.uidValidity === undefined) throw new InboxFailure('not-imap', 'it does not number its mails (no UIDVALIDITY)')
  return {
    uidValidity: String(opened.uidValidity),
    lastUid: opened.uidNext === undefined ? null : opened.uidNext - 1,
  }
}
