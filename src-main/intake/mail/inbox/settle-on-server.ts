import type { InboxSettings } from '../../../contract/index.ts'
import type { Line } from './connect.ts'
import { refusedOr } from './fetch-mails.ts'
import { InboxFailure } from './inbox-failure.ts'

/** Marks mails as read or moves them away, as the settings say. They are saved by now. Throws `InboxFailure` when the server refuses. */
export async function settleOnServer(line: Line, settings: InboxSettings, uids: readonly number[]): Promise<void> {
  if (uids.length === 0 || settings.afterReading === 'leave') return
  const range = uids.join(',')
  if (settings.afterReading === 'mark-seen') {
    if (!(await line.client.messageFlagsAdd(range, ['\\Seen'], { uid: true })))
      throw refusedOr(line, 'the server refused to mark mails as read')
  } else {
    await move(line, range, settings.moveTo ?? '')
  }
}

async function move(line: Line, range: string, target: string): Promise<void> {
  const { client } = line
  const isOneStep = client.capabilities.has('MOVE')
  const put = (): Promise<unknown> =>
    isOneStep ? client.messageMove(range, target, { uid: true }) : client.messageCopy(range, target, { uid: true })
  if (!(await put())) {
    if (!(await isThere(line, target)))
      throw new InboxFailure('no-target-folder', `there is no folder “${target}” to move mails to`)
    // Somebody may have made it since.
    if (!(await put())) throw refusedOr(line, 'the server refused to move mails')
  }
  if (isOneStep) return
  // Without UIDPLUS an EXPUNGE would also remove what other programs of this person have marked: then it stays marked.
  const isRemoved = client.capabilities.has('UIDPLUS')
    ? await client.messageDelete(range, { uid: true })
    : await client.messageFlagsAdd(range, ['\\Deleted'], { uid: true })
  if (!isRemoved) throw refusedOr(line, 'the server refused to remove moved mails')
}

async function isThere(line: Line, folder: string): Promise<boolean> {
  const status = await line.client.status(folder, { messages: true }).catch(() => false)
  if (!line.client.usable) throw line.brokenBy()
  return status !== false
}
