import type { Command } from 'commander'
import { DeskError, type Counts, type EpochMs, type RepId } from '../../contract/index.ts'
import type { VirtualDesk } from '../../start.ts'
import { count, counted, printJson, printLine, table, tell, timeSaid } from '../print.ts'
import { emailsOf } from '../team.ts'
import { readInstant } from '../usage.ts'
import { commonOptions, withVirtualDesk } from '../with-desk.ts'

/** Events a person reads at once; the rest is counted. */
const EVENTS_SHOWN = 50

type Run = Awaited<ReturnType<VirtualDesk['runClocks']>>

export function addRunCommand(program: Command): void {
  program
    .command('run')
    .description('let the clocks run up to a moment, with nobody at the desk; what happens is saved')
    .requiredOption('--until <time>', 'a date-time with its zone, like 2026-12-01T00:00Z, or a day')
    .addHelpText(
      'after',
      '\nFor trials: time is virtual, and the desk has lived through it afterwards.\n\nExample:\n  desk run --data trial --until 2026-12-01T00:00Z',
    )
    .action((options: { until: string }, command: Command) =>
      withVirtualDesk(command, async (running) => {
        const { timeZone } = await running.desk.store.settings()
        const run = await running.runClocks(momentOf(options.until, running.desk.clock.now(), timeZone))
        const { counts } = await running.desk.store.snapshot(run.until)
        const emailOf = await emailsOf(running)
        await (commonOptions(command).isJson ? printJson(runJson(run, counts, emailOf)) : tellRun(run, counts, emailOf, timeZone))
      }),
    )
}

function momentOf(text: string, now: EpochMs, zone: string): EpochMs {
  const at = readInstant(text, zone)
  const refuse = (reason: string): DeskError => new DeskError('bad-input', { field: '--until', reason })
  if (at === null) throw refuse(`"${text}" is no date-time with a zone like 2026-12-01T00:00Z, and no day like 2026-12-01`)
  if (at < now) throw refuse(`${text} is past: it is ${new Date(now).toISOString()} already`)
  return at
}

type EmailOf = (repId: RepId | null) => string | null

function runJson(run: Run, counts: Counts, emailOf: EmailOf): Record<string, unknown> {
  const { from, until, paused, events, ...sums } = run
  return {
    from: iso(from),
    until: iso(until),
    ...sums,
    paused: [...new Set(paused)].map(emailOf),
    counts,
    events: events.map(({ at, type, leadId, repId }) => ({ at: iso(at), type, lead: leadId, rep: emailOf(repId) })),
  }
}

async function tellRun(run: Run, counts: Counts, emailOf: EmailOf, zone: string): Promise<void> {
  await printLine(`From ${timeSaid(run.from, zone)} to ${timeSaid(run.until, zone)} (${zone}):`)
  const said = [
    counted(run.offersExpired, 'offer') + ' ran out',
    counted(run.reminders, 'reminder'),
    counted(run.breaches, 'contact') + ' overdue',
    `${counted(run.takenBack, 'lead')} taken back`,
    `${count(run.released)} released`,
    `${count(run.assigned)} assigned from the queue`,
    `${counted(run.returned, 'rep')} back`,
  ]
  await printLine(`${said.join(', ')}.`)
  if (run.paused.length > 0) await printLine(`Paused: ${[...new Set(run.paused)].map(emailOf).join(', ')}.`)
  const { waiting, held, offered, assigned } = counts
  await printLine(`Now ${count(waiting)} wait, ${count(held)} are held, ${count(offered)} offered, ${count(assigned)} assigned.`)
  if (run.events.length === 0) return
  const rows = run.events
    .slice(0, EVENTS_SHOWN)
    .map(({ at, type, leadId, repId }) => [timeSaid(at, zone), type, leadId, emailOf(repId)])
  await printLine(`\n${table(['when', 'what', 'lead', 'rep'], rows)}`)
  if (run.events.length > EVENTS_SHOWN)
    tell(`… and ${counted(run.events.length - EVENTS_SHOWN, 'event')} more; see all with --json.`)
}

const iso = (at: EpochMs): string => new Date(at).toISOString()
