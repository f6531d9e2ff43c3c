import type { InboxTrouble } from '../../../contract/index.ts'
import type { Desk } from '../../../desk/context.ts'
import type { IncomingMail } from '../../incoming.ts'
import type { ReadIncoming } from '../incoming-mail.ts'
import type { Line } from './connect.ts'
import { type FetchedMail, findMails, lookAtMails, type MailThere } from './fetch-mails.ts'
import { fetchSome } from './fetch-some.ts'
import { InboxFailure } from './inbox-failure.ts'
import { contextOf, judge, keepMails, waiting } from './keep-mails.ts'
import type { Folder } from './open-folder.ts'
import { settleOnServer } from './settle-on-server.ts'
import type { InboxMark, StoredInbox } from './stored-inbox.ts'

/** Saved in one transaction: few enough that a click never waits long behind them. */
const MOST_AT_ONCE = 25
const MOST_BYTES_AT_ONCE = 4 * 1024 * 1024
const LOOKED_AT_ONCE = 200
const SETTLED_AT_ONCE = 500

export interface Reading {
  desk: Desk
  inbox: StoredInbox
  line: Line
  folder: Folder
  readIncoming: ReadIncoming
  /** How far it has got; moved on with each batch that is saved. */
  mark: InboxMark
  /** How often a mail could not be fetched, by number. Outlives the connection. */
  failures: Map<number, number>
  signal: AbortSignal
  /** Mails still to be read. */
  onBehind(mails: number): void
}

/** The name of an inbox in the keys of its mails: neither another folder nor a moved server makes old mails new. */
export const mailboxOf = ({ id }: Pick<StoredInbox, 'id'>): string => `inbox-${id}`

/**
 * Reads everything above the mark, lowest first, batch by batch: each is saved with the mark, and only then its leads are marked or moved on the server. Answers
 * what kept it from marking or moving, which never keeps leads from coming in. Throws when the connection breaks.
 */
export async function readNewMails(reading: Reading): Promise<InboxTrouble | null> {
  const { line, mark, inbox, folder, failures, signal } = reading
  // First those that were saved, and then the desk or the connection died before the server was told.
  let trouble = await settleSaved(reading)
  const found = await findMails(line, mark.lastUid, inbox.settings.since)
  reading.onBehind(found.length)
  for (let at = 0; at < found.length && !signal.aborted;) {
    // One that failed before stands alone, so that it keeps nothing else back.
    const some = found.slice(at, at + (failures.has(found[at] ?? 0) ? 1 : LOOKED_AT_ONCE))
    for (const batch of batchesOf(inbox, some, await lookAt(reading, some))) {
      trouble = (await readBatch(reading, batch.mails)) ?? trouble
      if (signal.aborted) return trouble
      await moveMark(reading, batch.lastUid)
      at += batch.count
      reading.onBehind(found.length - at)
    }
  }
  // Mails that are older, or gone, need not be searched again.
  if (!signal.aborted && folder.lastUid !== null) await moveMark(reading, folder.lastUid)
  return trouble
}

async function moveMark({ desk, inbox, mark }: Reading, lastUid: number): Promise<void> {
  if (lastUid <= mark.lastUid) return
  mark.lastUid = lastUid
  await desk.store.markInbox(inbox.id, { ...mark })
}

/** Of one at which the server fails, nothing is asked but the mail itself. */
async function lookAt({ line, failures }: Reading, uids: readonly number[]): Promise<ReadonlyMap<number, MailThere>> {
  const first = uids[0] ?? 0
  if (failures.has(first)) return new Map([[first, { uid: first, bytes: 0, arrivedAt: Number.MAX_SAFE_INTEGER }]])
  try {
    return await lookAtMails(line, uids)
  } catch (error) {
    failures.set(first, 1)
    throw line.brokenBy(error)
  }
}

interface MailBatch {
  mails: MailThere[]
  /** Highest number up to which nothing is left to do once they are read. */
  lastUid: number
  /** Of the mails found, with those that are gone or too old. */
  count: number
}

function batchesOf(inbox: StoredInbox, uids: readonly number[], there: ReadonlyMap<number, MailThere>): MailBatch[] {
  const batches: MailBatch[] = []
  let [open, bytes]: [MailBatch | null, number] = [null, 0]
  for (const uid of uids) {
    const mail = there.get(uid)
    // Servers tell whole seconds: what came in the second of `since` came after it for all anybody knows.
    const isWanted = mail !== undefined && mail.arrivedAt + 999 >= inbox.settings.since
    const isFull = open !== null && (open.mails.length >= MOST_AT_ONCE || bytes + (mail?.bytes ?? 0) > MOST_BYTES_AT_ONCE)
    if (open === null || isFull) {
      open = { mails: [], lastUid: uid, count: 0 }
      bytes = 0
      batches.push(open)
    }
    if (isWanted) {
      open.mails.push(mail)
      bytes += mail.bytes
    }
    open.lastUid = uid
    open.count += 1
  }
  return batches
}

/** Until each of them is saved, or known to be gone. */
async function readBatch(reading: Reading, mails: readonly MailThere[]): Promise<InboxTrouble | null> {
  let trouble: InboxTrouble | null = null
  let left = mails
  while (left.length > 0 && !reading.signal.aborted) {
    const some = await fetchSome(reading, left)
    if (some.upTo !== null) trouble = (await keep(reading, some.fetched, some.upTo)) ?? trouble
    if (some.broken !== null) await keepBroken(reading, some.broken)
    if (!reading.line.client.usable && some.left.length > 0) throw reading.line.brokenBy(some.error)
    left = some.left
  }
  return trouble
}

async function keep(reading: Reading, fetched: readonly FetchedMail[], lastUid: number): Promise<InboxTrouble | null> {
  const { desk, inbox, mark, failures, folder } = reading
  const context = await contextOf(desk, inbox.settings, mailboxOf(inbox))
  const mails: IncomingMail[] = []
  for (const mail of fetched) mails.push(await judge(desk, reading.readIncoming, context, mail))
  const toMark = inbox.settings.afterReading !== 'leave'
  await keepMails(desk, inbox, mails, { mark: { uidValidity: folder.uidValidity, lastUid }, toMark })
  mark.lastUid = lastUid
  for (const { uid } of fetched) failures.delete(uid)
  return toMark ? settleSaved(reading) : null
}

/** Into the tray. It stays as it is on the server: there a person may still get at it. */
async function keepBroken(reading: Reading, mail: FetchedMail): Promise<void> {
  const { desk, inbox, mark, failures, folder } = reading
  desk.log.warn('a mail could not be fetched', { inbox: inbox.id, uid: mail.uid })
  const context = await contextOf(desk, inbox.settings, mailboxOf(inbox))
  const judged = await judge(desk, reading.readIncoming, context, mail)
  const reached = { uidValidity: folder.uidValidity, lastUid: mail.uid }
  await keepMails(desk, inbox, [waiting(judged, 'unreadable')], { mark: reached, toMark: false })
  mark.lastUid = mail.uid
  failures.delete(mail.uid)
}

/** Marks or moves what is saved as a lead or waits in the tray, and is not marked or moved yet. What is no lead is the mailbox's own. */
async function settleSaved(reading: Reading): Promise<InboxTrouble | null> {
  const { desk, inbox, folder, signal } = reading
  while (!signal.aborted) {
    const uids = await desk.store.mailsToMark(inbox.id, folder.uidValidity, SETTLED_AT_ONCE)
    if (uids.length === 0) return null
    const trouble = await settle(reading, uids)
    if (trouble !== null) return trouble
  }
  return null
}

async function settle({ desk, inbox, line, folder }: Reading, uids: readonly number[]): Promise<InboxTrouble | null> {
  try {
    await settleOnServer(line, inbox.settings, uids)
  } catch (error) {
    if (error instanceof InboxFailure && line.client.usable) return error.trouble
    throw error
  }
  await desk.store.mailsMarked(inbox.id, folder.uidValidity, uids)
  return null
}
