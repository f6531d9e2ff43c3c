import type { EpochMs } from '../../../contract/index.ts'
import { CUT_BYTES, MOST_MAIL_BYTES } from '../sizes.ts'
import type { Line } from './connect.ts'
import { InboxFailure } from './inbox-failure.ts'

const DAY_MS = 86_400_000
const MOST_HEADER_BYTES = 256 * 1024

/** A mail on the server, before it is fetched. */
export interface MailThere {
  uid: number
  bytes: number
  /** By the server's own clock (INTERNALDATE). */
  arrivedAt: EpochMs
}

export interface FetchedMail {
  uid: number
  raw: Buffer
  /** Only its beginning: the whole is too large. */
  isCut: boolean
}

/** Numbers above `after`, lowest first, of mails that arrived at `since` or on the days about it. */
export async function findMails(line: Line, after: number, since: EpochMs): Promise<number[]> {
  // SEARCH knows days only, and in the server's own zone.
  const query = { uid: `${after + 1}:*`, since: new Date(Math.max(0, since - DAY_MS)) }
  const found = await line.client.search(query, { uid: true })
  if (!Array.isArray(found)) throw refusedOr(line, 'the server refused to search its folder')
  // `n:*` always names the last mail, also when its number is below n.
  return found.filter((uid) => uid > after).toSorted((a, b) => a - b)
}

/** Those of them that are (still) there. */
export async function stillThere(line: Line, uids: readonly number[]): Promise<Set<number>> {
  const found = await line.client.search({ uid: uids.join(',') }, { uid: true })
  if (!Array.isArray(found)) throw refusedOr(line, 'the server refused to search its folder')
  return new Set(found)
}

/** imapflow answers a refusal and a broken connection alike with false. */
export const refusedOr = (line: Line, refusal: string): unknown =>
  line.client.usable ? new InboxFailure('other', refusal) : line.brokenBy()

/** Size and day of arrival. Mails that vanished meanwhile are not in the answer. */
export async function lookAtMails({ client }: Line, uids: readonly number[]): Promise<Map<number, MailThere>> {
  const there = new Map<number, MailThere>()
  for await (const { uid, size, internalDate } of client.fetch(
    uids.join(','),
    { uid: true, size: true, internalDate: true },
    { uid: true },
  )) {
    const at = internalDate === undefined ? Number.NaN : new Date(internalDate).getTime()
    // Without a day it is taken as new: a lead too many is seen, one too few is not.
    there.set(uid, { uid, bytes: size ?? 0, arrivedAt: Number.isNaN(at) ? Number.MAX_SAFE_INTEGER : at })
  }
  return there
}

/**
 * Fetches mails one after the other, unread as they were, and hands each over as it comes. One too large comes cut; so does one whose server
 * understated it. Throws when the connection breaks or the server refuses.
 */
export async function fetchMails(line: Line, mails: readonly MailThere[], take: (mail: FetchedMail) => void): Promise<void> {
  const [large, small] = [mails.filter(isTooLarge), mails.filter((mail) => !isTooLarge(mail))]
  await fetchPart(line, small, MOST_MAIL_BYTES, take)
  await fetchPart(line, large, CUT_BYTES, take)
}

const isTooLarge = ({ bytes }: MailThere): boolean => bytes > MOST_MAIL_BYTES

async function fetchPart(
  { client }: Line,
  mails: readonly MailThere[],
  most: number,
  take: (mail: FetchedMail) => void,
): Promise<void> {
  if (mails.length === 0) return
  const query = { uid: true, source: { start: 0, maxLength: most } }
  for await (const { uid, source } of client.fetch(mails.map((mail) => mail.uid).join(','), query, { uid: true })) {
    if (source) take({ uid, raw: source, isCut: source.length >= most })
  }
}

/** The headers alone, for a mail whose whole the server fails to give; null when it is gone, or has none. */
export async function fetchHeaders({ client }: Line, uid: number): Promise<Buffer | null> {
  const query = { uid: true, bodyParts: [{ key: 'HEADER', start: 0, maxLength: MOST_HEADER_BYTES }] }
  const found = await client.fetchOne(String(uid), query, { uid: true })
  return (found && found.headers) || null
}
