import type { FileKind, MailImportOptions, MailSample } from '../../../src-main/contract/index.ts'
import type { DeskClient } from '../../bridge/create-desk-client.ts'
import { faultOf } from '../../bridge/fault.ts'
import { uploadFile } from '../../state/upload-file.ts'
import { intakeText } from '../../text/intake.ts'
import { say } from '../../text/say.ts'
import { sourceName, type Unread, type Uploaded, type WizardAction } from './wizard-state.ts'

const text = intakeText.file
/** Of so many files a person sees mails before they import them. */
const SAMPLED_FILES = 5
const SAMPLED_MAILS = 20

/** What the wizard calls the files, and what their source is called unless said. A mail's file name says nothing. */
export function namesOf(files: readonly File[]): { name: string; source: string; bytes: number } {
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  const only = files.length === 1 ? files[0] : undefined
  if (only === undefined) return { name: text.several(files.length), source: text.mailSource, bytes }
  return { name: only.name, source: /\.eml$/i.test(only.name) ? text.mailSource : sourceName(only.name), bytes }
}

type Tell = (action: WizardAction) => void

/** Sends one file, and asks what it is. */
export async function takeOne(
  client: DeskClient,
  file: File,
  tell: Tell,
  signal: AbortSignal,
): Promise<Uploaded & { kind: FileKind }> {
  const uploadId = await uploadFile(
    client,
    file,
    (sent, id) => {
      tell({ type: 'file-sent', sent, uploadId: id })
    },
    signal,
  )
  const { kind } = await client.intake.kind({ uploadId }, { signal })
  return { name: file.name, uploadId, kind }
}

/** Sends several files, all of mails. One that is none, or can't be read, is told and keeps none of the others. */
export async function takeMany(
  client: DeskClient,
  files: readonly File[],
  tell: Tell,
  signal: AbortSignal,
): Promise<readonly Uploaded[]> {
  const taken: Uploaded[] = []
  let before = 0
  for (const file of files) {
    const shift = before
    try {
      if (file.size === 0) throw new Refused(text.empty(file.name))
      const shifted: Tell = (action) => {
        tell(action.type === 'file-sent' ? { ...action, sent: shift + action.sent } : action)
      }
      const { kind, ...uploaded } = await takeOne(client, file, shifted, signal)
      if (kind === 'table') throw new Refused(text.tableAmongMails(file.name))
      taken.push(uploaded)
    } catch (thrown) {
      signal.throwIfAborted()
      tell({ type: 'file-unread', unread: unreadOf(file.name, thrown) })
    }
    before += file.size
  }
  return taken
}

class Refused extends Error {}

export function unreadOf(name: string, thrown: unknown): Unread {
  if (thrown instanceof Refused) return { name, said: thrown.message }
  // The browser, not the desk: the file was moved or locked after it was chosen.
  if (thrown instanceof DOMException && thrown.name === 'NotReadableError') return { name, said: text.unreadable(name) }
  return { name, said: `${name}: ${say(faultOf(thrown))}` }
}

/** The first mails of the first files, as they would be read. */
export async function sampleOf(
  client: DeskClient,
  files: readonly Uploaded[],
  options: MailImportOptions,
  signal: AbortSignal,
): Promise<MailSample[]> {
  const found: MailSample[] = []
  for (const { uploadId } of files.slice(0, SAMPLED_FILES)) {
    const { mails } = await client.intake.sampleMails({ uploadId, options }, { signal })
    found.push(...mails)
    if (found.length >= SAMPLED_MAILS) break
  }
  return found.slice(0, SAMPLED_MAILS)
}
