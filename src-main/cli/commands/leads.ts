import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { Option, type Command } from 'commander'
import { DeskError, LeadStatus, type LeadFilter, type LeadId } from '../../contract/index.ts'
import type { RunningDesk } from '../../start.ts'
import { count, counted, print, printJson, printLine, table, tell } from '../print.ts'
import { emailsOf, repOf } from '../team.ts'
import { readLead } from '../usage.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'

interface FilterOptions {
  status?: LeadStatus
  rep?: string
}

const PAGE = 500
const statusOption = (): Option => new Option('--status <status>', 'only leads that are so').choices(LeadStatus.options)

export function addLeadCommands(program: Command): void {
  const leads = program.command('leads').description('look at leads')
  leads
    .command('list')
    .description('every lead, newest first; with --json one JSON object a line')
    .addOption(statusOption())
    .option('--rep <email>', 'only leads of this rep')
    .addHelpText('after', '\nExample:\n  desk leads list --status waiting --json')
    .action((options: FilterOptions, command: Command) =>
      withDesk(command, (running) => listLeads(running, options, commonOptions(command).isJson)),
    )

  program
    .command('assign')
    .description('give a lead to a rep by hand; wins over every rule')
    .argument('<lead>', 'number of the lead: 12 or #12', readLead)
    .argument('<email>', 'e-mail address of the rep')
    .addHelpText('after', '\nExample:\n  desk assign 12 mia@example.com')
    .action((leadId: LeadId, email: string, _: object, command: Command) =>
      withDesk(command, async (running) => {
        const rep = await repOf(running, email)
        const { seqs } = await running.client(ACTOR).lead.assign({ leadIds: [leadId], repId: rep.id })
        if (commonOptions(command).isJson) return printJson({ lead: leadId, rep: rep.email, seqs })
        await printLine(
          seqs.length === 0 ? `Lead ${leadId} was with ${rep.name} already.` : `Lead ${leadId} is now with ${rep.name}.`,
        )
      }),
    )

  program
    .command('merge')
    .description('two leads are one person: the first stays, with owner and clocks, and gains what it lacked')
    .argument('<lead>', 'number of the lead that stays: 12 or #12', readLead)
    .argument('<other>', 'number of the lead that becomes its duplicate', readLead)
    .addHelpText('after', '\nExample:\n  desk merge 12 40')
    .action((leadId: LeadId, otherId: LeadId, _: object, command: Command) =>
      withDesk(command, async (running) => {
        const { seqs } = await running.client(ACTOR).lead.merge({ leadId, otherId })
        if (commonOptions(command).isJson) return printJson({ lead: leadId, other: otherId, seqs })
        await printLine(`Lead ${otherId} is now a duplicate of lead ${leadId}.`)
      }),
    )

  program
    .command('export')
    .description('write leads out')
    .argument('<what>', 'leads')
    .option('--csv', 'as CSV (the only format so far)')
    .addOption(statusOption())
    .option('--rep <email>', 'only leads of this rep')
    .option('--out <file>', 'into a file instead of standard output')
    .addHelpText('after', '\nExample:\n  desk export leads --csv > leads.csv')
    .action((what: string, options: FilterOptions & { out?: string }, command: Command) => {
      if (what !== 'leads') command.error(`error: there is no export of "${what}"; try: export leads --csv`)
      return withDesk(command, (running) => exportLeads(running, options, commonOptions(command).isJson))
    })
}

async function listLeads(running: RunningDesk, options: FilterOptions, isJson: boolean): Promise<void> {
  const filter = await filterOf(running, options)
  const emailOf = await emailsOf(running)
  const client = running.client(ACTOR)
  const order = options.status === 'waiting' ? 'queue' : 'newest'
  let after: string | undefined
  let listed = 0
  do {
    const page = await client.lead.page({ filter, order, limit: PAGE, ...(after === undefined ? {} : { after }) })
    const rows = page.leads.map((lead) => ({ ...lead, rep: emailOf(lead.repId), offeredTo: lead.offeredTo.map(emailOf) }))
    if (isJson) {
      // Exactly these, which others build upon; more may come at the end.
      const lines = rows.map(
        ({ id, name, email, phone, company, country, status, score, grade, rep, rule, receivedAt, ...more }) => {
          const { stage, source, region, city, value, currency, isHeld, isPinned, waitCode, waitDetail, batchId } = more
          const { offeredTo, dueKind, dueAt, breachedAt } = more
          const added = { stage, source, region, city, value, currency, isHeld, isPinned, waitCode, waitDetail, batchId }
          const clocks = { offeredTo, dueKind, dueAt, breachedAt }
          return JSON.stringify({
            id,
            name,
            email,
            phone,
            company,
            country,
            status,
            score,
            grade,
            rep,
            rule,
            receivedAt,
            ...added,
            ...clocks,
          })
        },
      )
      await print(lines.map((line) => `${line}\n`).join(''))
    } else if (rows.length > 0) {
      const cells = rows.map((row) => [
        row.id,
        row.name ?? row.email ?? row.phone,
        row.company,
        row.country,
        row.status,
        row.grade,
        row.rep,
        row.rule,
      ])
      await printLine(table(['lead', 'name', 'company', 'country', 'status', 'grade', 'rep', 'rule'], cells))
    }
    listed += rows.length
    after = page.next ?? undefined
  } while (after !== undefined)
  if (!isJson) tell(counted(listed, 'lead'))
}

async function exportLeads(running: RunningDesk, options: FilterOptions & { out?: string }, isJson: boolean): Promise<void> {
  const filter = await filterOf(running, options)
  if (options.out === undefined) {
    for await (const piece of running.intake.csvOfLeads(filter)) await print(piece)
    return
  }
  const file = options.out
  const out = createWriteStream(file)
  const isWritten = finished(out).catch((cause: NodeJS.ErrnoException) => {
    throw new DeskError(
      'file-unreadable',
      { file, reason: cause.code === 'EISDIR' ? 'it is a folder' : cause.message },
      { cause },
    )
  })
  for await (const piece of running.intake.csvOfLeads(filter)) if (!out.write(piece)) await once(out, 'drain')
  out.end()
  await isWritten
  if (isJson) await printJson({ file, bytes: out.bytesWritten })
  else tell(`${count(out.bytesWritten)} bytes written to ${file}.`)
}

async function filterOf(running: RunningDesk, { status, rep }: FilterOptions): Promise<LeadFilter> {
  return {
    ...(status === undefined ? {} : { status: [status] }),
    ...(rep === undefined ? {} : { repId: (await repOf(running, rep)).id }),
  }
}
