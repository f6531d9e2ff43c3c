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
  const moved = isOneStep
    ? await client.messageMove(range, target, { uid: true })
    : await client.messageCopy(range, target, { uid: true })
  if (!moved) throw await whyNot(line, target)
  if (isOneStep) return
  // Without UIDPLUS an EXPUNGE would also remove what other programs of this person have marked: then it stays marked.
  const isRemoved = client.capabilities.has('UIDPLUS')
    ? await client.messageDelete(range, { uid: true })
    : await client.messageFlagsAdd(range, ['\\Deleted'], { uid: true })
  if (!isRemoved) throw refusedOr(line, 'the server refused to remove moved mails')
}

async function whyNot(line: Line, target: string): Promise<unknown> {
  if (line.client.usable && (await line.client.status(target, { messages: true }).catch(() => false)) === false)
    return new InboxFailure('no-target-folder', `there is no folder “${target}” to move mails to`)
  return refusedOr(line, 'the server refused to move mails')
}
