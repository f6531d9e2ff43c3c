import {
  DeskError,
  type ImportReport,
  type MailImportOptions,
  type MailSample,
  type MailVerdict,
  type SourceId,
} from '../../contract/index.ts'
import type { Desk } from '../../desk/context.ts'
import { takeInOf } from '../../desk/take-in-leads.ts'
import type { TakeInMailsInput } from '../../desk/take-in-mails.ts'
import type { ImportProgress, RunningImport } from '../csv/import-file.ts'
import type { GivenFile } from '../csv/read-head.ts'
import type { IncomingMail } from '../incoming.ts'
import type { MailContext } from './incoming-mail.ts'
import { unread } from './inbox/keep-mails.ts'
import { keepFileMails } from './keep-file-mails.ts'
import { type MailOfFile, openMailFiles } from './mail-files.ts'
import { ownAddressesOf } from './own-addresses.ts'
import { type MailOutcome, runMails } from './run-mails.ts'
import { readIncoming } from './read-incoming.ts'
import { MOST_MAIL_BYTES } from './sizes.ts'

export interface MailImportInput {
  /** A mail, an mbox, or a folder of mails. */
  file: GivenFile
  options: MailImportOptions
  actor: string
  signal?: AbortSignal | undefined
  onProgress?: ((progress: ImportProgress) => void) | undefined
}

/** The part of each key that an inbox's name is elsewhere: one mail from two exports of a mailbox is one mail. */
const MAILBOX = 'file'

/** Refuses what holds no mails before anything is written; then answers, and goes on by itself. Each mail is a row; of several leads each. */
export async function startMailImport(desk: Desk, input: MailImportInput): Promise<RunningImport> {
  const { file, options, actor } = input
  const files = await openMailFiles(file, MOST_MAIL_BYTES)
  const context = await contextOf(desk, options.takes)
  const at = desk.clock.now()
  const sourceId = await desk.store.openSource(options.source ?? file.name, 'file', at)
  const { form: encoding, bytes } = files
  const batchId = await desk.store.startBatch({
    sourceId,
    file: file.name,
    bytes,
    at,
    actor,
    encoding,
    delimiter: '',
    columns: [],
  })
  const common = { sourceId, inboxId: null, batchId, actor, ...howToRoute(options) }
  const done = runMails(desk, {
    files,
    signal: input.signal,
    onProgress: input.onProgress,
    read: (mail) => readOne(desk, mail, context),
    known: (keys) => desk.store.knownMails(sourceId, keys),
    take: (mails, progress, rowsBefore) => keepFileMails(desk, { ...common, mails, progress, rowsBefore }),
  }).then(
    async ({ report, status }) => {
      await desk.store.finishBatch(batchId, status, null, desk.clock.now())
      return { ...report, batch: batchId }
    },
    async (error: unknown) => {
      desk.log.error('an import of mails failed', error, { batch: batchId })
      await desk.store.finishBatch(batchId, 'failed', error instanceof DeskError ? error.code : 'internal', desk.clock.now())
      throw error
    },
  )
  return { batchId, done }
}

export async function importMails(desk: Desk, input: MailImportInput): Promise<ImportReport> {
  return (await startMailImport(desk, input)).done
}

/** A dry run: the same reading, judging, matching and routing, saved nowhere. */
export async function rehearseMails(desk: Desk, input: MailImportInput): Promise<ImportReport> {
  const { file, options, actor } = input
  const files = await openMailFiles(file, MOST_MAIL_BYTES)
  const rehearsal = await desk.store.rehearsal(desk.clock.now())
  const name = options.source ?? file.name
  const { sources } = await desk.store.snapshot(desk.clock.now())
  // A source that is not there yet has no number; its name must still be what rules would see.
  const sourceId = sources.find((source) => source.name === name && source.kind === 'file')?.id ?? (0 as SourceId)
  const seen = new Map<string, { verdict: MailVerdict; leads: number }>()
  const context = await contextOf(desk, options.takes)
  const { report, status } = await runMails(desk, {
    files,
    signal: input.signal,
    onProgress: input.onProgress,
    read: (mail) => readOne(desk, mail, context),
    async known(keys) {
      const stored = sourceId === 0 ? [] : await desk.store.knownMails(sourceId, keys)
      return keys.map((key, index) => stored[index] ?? seen.get(key) ?? null)
    },
    async take(mails) {
      const known = await this.known(mails.map(({ key }) => key))
      const fresh = mails.filter((_, index) => known[index] === null)
      for (const { key, verdict, leads } of fresh) seen.set(key, { verdict, leads: leads.length })
      const leads = fresh.flatMap((mail) => mail.leads)
      if (sourceId === 0) for (const lead of leads) lead.draft.source ??= name
      const placed = await rehearsal.takeIn(
        await takeInOf(desk, { sourceId, batchId: null, actor, ...howToRoute(options), leads }),
      )
      let next = 0
      return mails.map((mail, index): MailOutcome => {
        const before = known[index] ?? null
        if (before !== null)
          return { verdict: before.verdict, leads: Array.from({ length: before.leads }, () => ({ outcome: 'matched' })) }
        next += mail.leads.length
        return { verdict: mail.verdict, leads: placed.slice(next - mail.leads.length, next) }
      })
    },
  })
  if (status === 'cancelled') throw new DeskError('import-cancelled', {})
  return report
}

/** The first mails of a file as they would be read. */
export async function sampleMails(
  desk: Desk,
  file: GivenFile,
  options: Pick<MailImportOptions, 'takes'>,
  limit = 50,
): Promise<MailSample[]> {
  const { mails } = await openMailFiles(file, MOST_MAIL_BYTES)
  const context = await contextOf(desk, options.takes)
  const samples: MailSample[] = []
  for await (const mail of mails()) {
    const { sentAt, from, subject, verdict, reason, reading } = await readOne(desk, mail, context)
    samples.push({ sentAt, from, subject, verdict, reason, reading })
    if (samples.length >= limit) break
  }
  return samples
}

const howToRoute = ({ route, startOldClocks }: MailImportOptions): Pick<TakeInMailsInput, 'route' | 'startOldClocks'> => ({
  route,
  ...(startOldClocks === undefined ? {} : { startOldClocks }),
})

async function contextOf(desk: Desk, takes: MailContext['takes']): Promise<MailContext> {
  const { country, timeZone } = await desk.store.settings()
  const templates = await desk.store.templates()
  const ownAddresses = await ownAddressesOf(desk)
  return { homeCountry: country, timeZone, now: desk.clock.now(), takes, ownAddresses, templates, mailbox: MAILBOX }
}

async function readOne(desk: Desk, { place, raw, problem }: MailOfFile, context: MailContext): Promise<IncomingMail> {
  const where = { uid: null, place }
  if (problem !== null)
    return { ...unread(`${MAILBOX}\0${place}`, 0, raw, 'unreadable'), ...where, subject: `${place}: ${problem}` }
  return readIncoming(raw, context, where).catch((cause: unknown) => {
    desk.log.error('a mail could not be read', cause, { place })
    return { ...unread(MAILBOX, 0, raw, 'unreadable'), ...where }
  })
}
