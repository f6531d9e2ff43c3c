import type { Command } from 'commander'
import type { LeadId } from '../../contract/index.ts'
import type { RunningDesk } from '../../start.ts'
import { printJson, printLine } from '../print.ts'
import { emailsOf, repOf } from '../team.ts'
import { readLead } from '../usage.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'

export function addOfferCommands(program: Command): void {
  const offers = program.command('offers').description('leads that a rep must accept; "leads list --status offered" names them')
  offers
    .command('accept')
    .description('a rep takes the lead they were offered')
    .argument('<lead>', 'number of the lead: 12 or #12', readLead)
    .argument('<email>', 'e-mail address of the rep')
    .addHelpText('after', '\nExample:\n  desk offers accept 12 mia@example.com')
    .action((leadId: LeadId, email: string, _: object, command: Command) =>
      withDesk(command, async (running) => {
        const rep = await repOf(running, email)
        await running.client(ACTOR).lead.accept({ leadId, repId: rep.id })
        const place = await placeOf(running, leadId)
        if (commonOptions(command).isJson) return printJson({ lead: leadId, by: rep.email, ...place })
        await printLine(`Lead ${leadId} is now with ${rep.name}.`)
      }),
    )
  offers
    .command('decline')
    .description('a rep does not take it; it is routed again at once, without them')
    .argument('<lead>', 'number of the lead: 12 or #12', readLead)
    .argument('<email>', 'e-mail address of the rep')
    .option('--reason <text>', 'why')
    .addHelpText('after', '\nExample:\n  desk offers decline 12 mia@example.com --reason "knows the customer"')
    .action((leadId: LeadId, email: string, { reason }: { reason?: string }, command: Command) =>
      withDesk(command, async (running) => {
        const rep = await repOf(running, email)
        await running.client(ACTOR).lead.decline({ leadId, repId: rep.id, ...(reason === undefined ? {} : { reason }) })
        const place = await placeOf(running, leadId)
        if (commonOptions(command).isJson) return printJson({ lead: leadId, by: rep.email, ...place })
        const where = place.offeredTo.length > 0 ? `${place.status} to ${place.offeredTo.join(', ')}` : place.status
        await printLine(`${rep.name} declined lead ${leadId}. It is now ${where}${ownedBy(place)}.`)
      }),
    )
}

/** Where the lead is now. */
async function placeOf(running: RunningDesk, leadId: LeadId) {
  const { card } = await running.client(ACTOR).lead.read({ leadId })
  const emailOf = await emailsOf(running)
  return { status: card.status, rep: emailOf(card.repId), offeredTo: card.offeredTo.map(emailOf) }
}

const ownedBy = ({ status, rep }: Awaited<ReturnType<typeof placeOf>>): string =>
  status === 'assigned' && rep !== null ? ` to ${rep}` : ''
