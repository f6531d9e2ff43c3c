import { type Command, InvalidArgumentError, Option } from 'commander'
import { type LeadDraft, MailId, MailVerdict } from '../../contract/index.ts'
import type { RunningDesk } from '../../start.ts'
import { counted, print, printable, printJson, printLine, table, timeSaid } from '../print.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'

const PAGE = 200
/** What `accept` may be told, as the lead's fields. */
const TOLD = ['name', 'email', 'phone', 'company', 'country', 'region', 'city', 'product', 'message'] as const

export function addMailCommands(program: Command): void {
  const mails = program.command('mail').description('the review tray: mails that a person must look at')
  mails
    .command('list')
    .description('mails that wait, newest first; with --json one JSON object a line')
    .addOption(new Option('--verdict <verdict>', 'mails of which this became').choices(MailVerdict.options).default('review'))
    .addHelpText('after', '\nExample:\n  desk mail list --verdict ignored')
    .action(({ verdict }: { verdict: MailVerdict }, command: Command) =>
      withDesk(command, (running) => list(running, verdict, commonOptions(command).isJson)),
    )
  mails
    .command('show')
    .description('a mail: its words, what was read, and where')
    .argument('<mail>', 'number of the mail', readMailId)
    .addHelpText('after', '\nExample:\n  desk mail show 12')
    .action((mailId: MailId, _: object, command: Command) =>
      withDesk(command, (running) => show(running, mailId, commonOptions(command).isJson)),
    )
  addAccept(mails)
  for (const [name, what, done] of [
    ['dismiss', 'no lead: the mails leave the tray, and are kept for 30 days', 'no longer in the tray'],
    ['reopen', 'put mails back into the tray', 'in the tray'],
  ] as const)
    mails
      .command(name)
      .description(what)
      .argument('<mail...>', 'numbers of the mails', readMailIds)
      .addHelpText('after', `\nExample:\n  desk mail ${name} 12 13`)
      .action((mailIds: MailId[], _: object, command: Command) =>
        withDesk(command, async (running) => {
          await running.client(ACTOR).mail[name]({ mailIds })
          await (commonOptions(command).isJson
            ? printJson({ mails: mailIds })
            : printLine(`${counted(mailIds.length, 'mail')} ${done}.`))
        }),
      )
}

type AcceptOptions = Partial<Record<(typeof TOLD)[number], string>> & { keep?: boolean }

function addAccept(mails: Command): void {
  const accept = mails
    .command('accept')
    .description('a mail becomes a lead: as it was read, but for what is said here')
    .argument('<mail>', 'number of the mail', readMailId)
  for (const name of TOLD) accept.option(`--${name} <text>`, name === 'name' ? 'the whole name; "" for none' : `"" for none`)
  accept
    .option('--keep', 'read mails of this sender so from now on, and those in the tray at once')
    .addHelpText('after', '\nExample:\n  desk mail accept 12 --name "Ana Reyes" --phone 206-555-0188 --keep')
    .action((mailId: MailId, { keep, ...said }: AcceptOptions, command: Command) =>
      withDesk(command, async (running) => {
        const told = TOLD.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name].trim() || null] as const]))
        const lead: Partial<LeadDraft> = Object.fromEntries(told)
        const accepted = await running.client(ACTOR).mail.accept({ mailId, lead, keepTemplate: keep === true })
        if (commonOptions(command).isJson) return printJson({ mail: mailId, ...accepted })
        const { leadId, outcome, templateId, others } = accepted
        const known = outcome === 'matched' ? ', which was known' : ''
        await printLine(`Mail ${mailId} is lead ${leadId}${known}.`)
        if (keep !== true) return
        if (templateId === null) await printLine('Nothing of this was found in the mail, so nothing was learned for the next.')
        else await printLine(`Mails of this sender are read so from now on; ${counted(others, 'mail')} of the tray became leads.`)
      }),
    )
}

async function list(running: RunningDesk, verdict: MailVerdict, isJson: boolean): Promise<void> {
  const client = running.client(ACTOR)
  const { timeZone } = await running.desk.store.settings()
  let after: string | undefined
  let listed = 0
  do {
    const page = await client.mail.page({ verdict, limit: PAGE, ...(after === undefined ? {} : { after }) })
    if (isJson) await print(page.mails.map((mail) => `${JSON.stringify(mail)}\n`).join(''))
    else if (page.mails.length > 0) {
      const rows = page.mails.map(({ id, sentAt, from, subject, reason, source }) => {
        const sender = from === null ? null : printable(from.address)
        return [id, timeSaid(sentAt, timeZone), sender, subject === null ? null : printable(subject), reason, source]
      })
      await printLine(table(['mail', 'sent', 'from', 'subject', 'why', 'source'], rows))
    }
    listed += page.mails.length
    after = page.next ?? undefined
  } while (after !== undefined)
  if (!isJson && listed === 0) await printLine(verdict === 'review' ? 'No mail waits.' : 'There is no such mail.')
}

async function show(running: RunningDesk, mailId: MailId, isJson: boolean): Promise<void> {
  const client = running.client(ACTOR)
  const { raw: _, ...mail } = await client.mail.read({ mailId })
  if (isJson) return printJson(mail)
  const { card, reading, attachments } = mail
  const { timeZone } = await running.desk.store.settings()
  const from = card.from === null ? '–' : `${card.from.name ?? ''} <${card.from.address}>`.trim()
  await printLine(printable(`From: ${from}\nSubject: ${card.subject ?? '–'}\nSent: ${timeSaid(card.sentAt, timeZone)}`))
  await printLine(`Became: ${card.verdict}${card.reason === null ? '' : `, ${card.reason}`}`)
  for (const { name, type, bytes } of attachments)
    await printLine(printable(`Attached: ${name ?? type}, ${counted(bytes, 'byte')}`))
  for (const fields of reading?.leads ?? []) {
    const rows = fields.map(({ field, value, confidence, where }) =>
      [field, value, confidence, where].map((cell) => printable(String(cell))),
    )
    await printLine(`\n${table(['field', 'read', 'sure', 'where'], rows)}`)
  }
  await printLine(`\n${printable(mail.text)}`)
}

function readMailIds(text: string, before: MailId[] | undefined): MailId[] {
  return [...(before ?? []), readMailId(text)]
}

function readMailId(text: string): MailId {
  const found = MailId.safeParse(Number(text.replace(/^#/, '')))
  if (!found.success) throw new InvalidArgumentError('A mail is named by its number: 12 or #12.')
  return found.data
}
