import type { InboxSettings, MailSample } from '../../../contract/index.ts'
import type { Desk } from '../../../desk/context.ts'
import type { ReadIncoming } from '../incoming-mail.ts'
import type { Line } from './connect.ts'
import { type FetchedMail, fetchMails, lookAtMails } from './fetch-mails.ts'
import { contextOf, judge } from './keep-mails.ts'
import { openFolder } from './open-folder.ts'

const SAMPLE = 10

/** The newest mails of the folder as they would be read, newest first. The folder is opened for reading only. */
export async function sampleInbox(
  desk: Desk,
  line: Line,
  settings: InboxSettings,
  readIncoming: ReadIncoming,
): Promise<MailSample[]> {
  await openFolder(line, { folder: settings.folder, afterReading: 'leave' })
  const exists = line.client.mailbox ? line.client.mailbox.exists : 0
  if (exists === 0) return []
  const newest = await line.client.fetchAll(`${Math.max(1, exists - SAMPLE + 1)}:*`, { uid: true })
  const there = await lookAtMails(
    line,
    newest.map(({ uid }) => uid),
  )
  const fetched: FetchedMail[] = []
  await fetchMails(line, [...there.values()], (mail) => fetched.push(mail))
  const context = await contextOf(desk, settings, 'sample')
  const samples: MailSample[] = []
  for (const mail of fetched.toSorted((a, b) => b.uid - a.uid)) {
    const { sentAt, from, subject, verdict, reason, reading } = await judge(desk, readIncoming, context, mail)
    samples.push({ sentAt, from, subject, verdict, reason, reading })
  }
  return samples
}
