import type { Line } from './connect.ts'
import { type FetchedMail, fetchHeaders, fetchMails, type MailThere, stillThere } from './fetch-mails.ts'

/** A mail at which the connection broke, or that was refused, so often is asked for by its headers alone; in the end it is only noted. */
const TRIES_WHOLE = 5
const TRIES_HEADERS = 3

export interface Some {
  /** Lowest number first, without a hole before the last. */
  fetched: FetchedMail[]
  /** Everything up to this number came, or is gone; null when nothing did. */
  upTo: number | null
  /** What is left of a mail that the server fails to give. */
  broken: FetchedMail | null
  /** To be asked for next. */
  left: readonly MailThere[]
  error: unknown
}

/**
 * Fetches mails as far as the server gives them: all, or up to the first that does not come though it is there. That one is counted in `failures`,
 * tried alone from then on, and in the end given up, so that it never keeps back what lies behind it.
 */
export async function fetchSome(
  { line, failures }: { line: Line; failures: Map<number, number> },
  mails: readonly MailThere[],
): Promise<Some> {
  const [first] = mails
  const tries = first === undefined ? 0 : (failures.get(first.uid) ?? 0)
  if (first !== undefined && tries >= TRIES_WHOLE) return giveUp(line, failures, first, mails.slice(1))
  const wanted = tries > 0 ? mails.slice(0, 1) : mails
  const came = new Map<number, FetchedMail>()
  let error: unknown = null
  try {
    await fetchMails(line, wanted, (mail) => came.set(mail.uid, mail))
  } catch (cause) {
    error = cause
  }
  const absent = wanted.map(({ uid }) => uid).filter((uid) => !came.has(uid))
  const failed = await firstThere(line, absent)
  if (failed !== null) failures.set(failed, (failures.get(failed) ?? 0) + 1)
  // What came behind a hole is fetched again: the mark must never pass over a mail.
  const isSafe = ({ uid }: { uid: number }): boolean => failed === null || uid < failed
  const fetched = [...came.values()].filter(isSafe).toSorted((a, b) => a.uid - b.uid)
  return {
    fetched,
    upTo: wanted.findLast(isSafe)?.uid ?? null,
    broken: null,
    left: failed === null ? mails.slice(wanted.length) : mails.filter(({ uid }) => uid >= failed),
    error,
  }
}

/** Of mails that did not come, the first that is there; when the server can't be asked any more, the first. */
async function firstThere(line: Line, absent: readonly number[]): Promise<number | null> {
  if (absent.length === 0) return null
  if (!line.client.usable) return absent[0] ?? null
  try {
    const there = await stillThere(line, absent)
    return absent.find((uid) => there.has(uid)) ?? null
  } catch (error) {
    if (line.client.usable) throw error
    return absent[0] ?? null
  }
}

async function giveUp(line: Line, failures: Map<number, number>, { uid }: MailThere, left: readonly MailThere[]): Promise<Some> {
  const tries = failures.get(uid) ?? 0
  failures.set(uid, tries + 1)
  let headers: Buffer | null = null
  if (tries < TRIES_WHOLE + TRIES_HEADERS) {
    try {
      headers = await fetchHeaders(line, uid)
    } catch (error) {
      if (!line.client.usable) throw line.brokenBy(error)
    }
    const isGone = headers === null && (await firstThere(line, [uid])) === null
    if (isGone) return { fetched: [], upTo: uid, broken: null, left, error: null }
  }
  const raw = headers ?? Buffer.from(`Subject: A mail that could not be fetched\r\n\r\nIts server fails to give mail ${uid}.\r\n`)
  return { fetched: [], upTo: null, broken: { uid, raw, isCut: false }, left, error: null }
}
