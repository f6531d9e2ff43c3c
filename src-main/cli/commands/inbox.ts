import { Option, type Command } from 'commander'
import { DateTime } from 'luxon'
import { DeskError, type Inbox, INBOX_PRESETS, InboxSettings, type InboxTest } from '../../contract/index.ts'
import type { RunningDesk } from '../../start.ts'
import { counted, printJson, printLine, table, tell } from '../print.ts'
import { readSecret } from '../read-secret.ts'
import { faultOf } from '../sentences.ts'
import { readInbox, readPort } from '../usage.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'

const DAY_MS = 86_400_000
const parts = InboxSettings.shape

export function addInboxCommands(program: Command): void {
  const inbox = program
    .command('inbox')
    .description('e-mail inboxes that leads come from; "serve" and the window read them all the time')
  addList(inbox)
  addAdd(inbox)
  addTest(inbox)
  addCheck(inbox)
  inbox
    .command('remove')
    .description('forget an inbox and its password; its mails and leads stay')
    .argument('<inbox>', 'its number', readInbox)
    .action((inboxId: Inbox['id'], _: object, command: Command) =>
      withDesk(command, async (running) => {
        const { settings } = await find(running, inboxId)
        await running.client(ACTOR).inbox.remove({ inboxId })
        if (commonOptions(command).isJson) return printJson({ inbox: inboxId })
        await printLine(`Inbox ${inboxId} (${settings.name}) is forgotten.`)
      }),
    )
}

function addList(inbox: Command): void {
  inbox
    .command('list')
    .description('every inbox with what came of its mails; with --json one JSON object a line')
    .action((_: object, command: Command) =>
      withDesk(command, async (running) => {
        const all = await running.client(ACTOR).inbox.list()
        if (commonOptions(command).isJson) {
          for (const one of all) await printJson(one)
          return
        }
        const rows = all.map(({ id, settings, leads, review, ignored, trouble }) => [
          id,
          settings.name,
          `${settings.user} at ${settings.host}`,
          settings.folder,
          settings.isOn ? 'yes' : 'no',
          leads,
          review,
          ignored,
          trouble?.code ?? null,
        ])
        await printLine(table(['inbox', 'name', 'account', 'folder', 'read', 'leads', 'review', 'ignored', 'trouble'], rows))
        tell(counted(all.length, 'inbox', 'inboxes'))
      }),
    )
}

interface AddOptions {
  name?: string
  preset?: (typeof INBOX_PRESETS)[number]['id']
  host?: string
  port?: number
  security?: InboxSettings['security']
  user: string
  auth: InboxSettings['auth']
  folder: string
  after: InboxSettings['afterReading']
  moveTo?: string
  since: string
  takes: InboxSettings['takes']
  own: string[]
  hold?: boolean
}

function addAdd(inbox: Command): void {
  inbox
    .command('add')
    .description('add an inbox, once its server, account and folders have answered')
    .requiredOption('--user <name>', 'the account: as a rule its e-mail address')
    .addOption(
      new Option('--preset <name>', 'a known provider; else the one of the address').choices(INBOX_PRESETS.map(({ id }) => id)),
    )
    .option('--host <host>', 'name of the IMAP server')
    .option('--port <n>', 'its port; else 993, or 143 without TLS from the first byte', readPort)
    .addOption(new Option('--security <how>', 'none only on this machine; else tls').choices(parts.security.options))
    .addOption(new Option('--auth <how>', 'what the password is').choices(parts.auth.options).default('password'))
    .option('--name <name>', 'how the source of its leads is called; else the account')
    .option('--folder <folder>', 'the folder that is read', 'INBOX')
    .addOption(
      new Option('--after <what>', 'what happens on the server to a mail that became a lead or waits in the tray')
        .choices(parts.afterReading.unwrap().options)
        .default('leave'),
    )
    .option('--move-to <folder>', 'with --after move: where to')
    .option('--since <when>', 'mails that arrived before are left alone: 2026-11-01, 30d (ago), now, or all', 'now')
    .addOption(
      new Option(
        '--takes <which>',
        'known: mails of forms and portals; people: plain mails as well; review: all wait for a person',
      )
        .choices(parts.takes.unwrap().options)
        .default('known'),
    )
    .option('--own <address...>', 'addresses or domains of the team: their mails are no leads', [])
    .option('--hold', 'leads wait until somebody routes them')
    .addHelpText(
      'after',
      '\nThe password, or an OAuth2 token, is asked for, read from standard input, or taken from LEAD_DESK_INBOX_PASSWORD.\n' +
        'A token that expires is given as JSON with refreshToken, clientId and tokenUrl (and clientSecret, accessToken).\n\nExamples:\n' +
        '  desk inbox add --user leads@gmail.com --since 30d\n' +
        '  desk inbox add --user leads@example.com --host imap.example.com --after move --move-to Done < password.txt',
    )
    .action((options: AddOptions, command: Command) =>
      withDesk(command, async (running) => {
        const settings = await settingsOf(running, options)
        const secret = await readSecret(`${settings.auth === 'password' ? 'Password' : 'Token'} of ${settings.user}: `)
        const client = running.client(ACTOR)
        checkFolders(await client.inbox.test({ server: settings, secret }), settings)
        const { inboxId } = await client.inbox.save({ settings, secret })
        if (commonOptions(command).isJson) return printJson({ inbox: inboxId, settings })
        await printLine(`Inbox ${inboxId} (${settings.name}) is added. Read it now with: desk inbox check ${inboxId}`)
      }),
    )
}

async function settingsOf(running: RunningDesk, options: AddOptions): Promise<InboxSettings> {
  const { preset: id, host, security: how, user, since, own, after, hold, ...rest } = options
  const domain = user.toLowerCase().split('@').at(-1) ?? ''
  const isOf = ({ domains }: { domains: readonly string[] }): boolean => domains.includes(domain)
  const preset = INBOX_PRESETS.find((one) => (id === undefined ? host === undefined && isOf(one) : one.id === id))
  const server = host ?? preset?.host ?? ''
  if (server === '') throw new DeskError('bad-input', { field: '--host', reason: `say which server has the mails of ${user}` })
  const security = how ?? preset?.security ?? 'tls'
  const { timeZone } = await running.desk.store.settings()
  return InboxSettings.parse({
    ...rest,
    name: options.name ?? user,
    user,
    host: server,
    security,
    port: options.port ?? (security === 'tls' ? 993 : 143),
    afterReading: after,
    moveTo: options.moveTo ?? null,
    since: readSince(since, running.desk.clock.now(), timeZone),
    ownAddresses: own,
    route: hold === true ? 'hold' : 'now',
  })
}

function readSince(text: string, now: number, zone: string): number {
  if (text === 'now') return now
  if (text === 'all') return 0
  const days = /^(\d{1,5})d$/.exec(text)?.[1]
  if (days !== undefined) return Math.max(0, now - Number(days) * DAY_MS)
  const day = DateTime.fromISO(text, { zone })
  if (day.isValid && /^\d{4}-/.test(text)) return day.toMillis()
  throw new DeskError('bad-input', { field: '--since', reason: `"${text}" is no day like 2026-11-01, 30d, now or all` })
}

/** The server answers for account and password; the folders are ours to look for. */
function checkFolders({ folders }: InboxTest, { folder, afterReading, moveTo }: InboxSettings): void {
  const isThere = (path: string | null): boolean =>
    folders.some((one) => one.path === path || (one.use === 'inbox' && path?.toUpperCase() === 'INBOX'))
  const list = folders.map(({ path }) => path).join(', ')
  if (!isThere(folder)) throw new DeskError('inbox-failed', { code: 'no-folder', detail: `there are: ${list}` })
  if (afterReading === 'move' && !isThere(moveTo))
    throw new DeskError('inbox-failed', { code: 'no-target-folder', detail: `there are: ${list}` })
}

function addTest(inbox: Command): void {
  inbox
    .command('test')
    .description('connect to an inbox and show its folders; reads nothing')
    .argument('<inbox>', 'its number', readInbox)
    .action((inboxId: Inbox['id'], _: object, command: Command) =>
      withDesk(command, async (running) => {
        const { settings } = await find(running, inboxId)
        const found = await running.client(ACTOR).inbox.test({ server: settings, inboxId })
        if (commonOptions(command).isJson) return printJson(found)
        await printLine(
          table(
            ['folder', 'mails', 'use'],
            found.folders.map(({ path, mails, use }) => [path, mails, use]),
          ),
        )
        tell(found.hasIdle ? 'The server tells of new mail at once.' : 'The server is asked for new mail every minute.')
      }),
    )
}

function addCheck(inbox: Command): void {
  inbox
    .command('check')
    .description('read new mails now, once: of one inbox, or of all that are on')
    .argument('[inbox]', 'its number', readInbox)
    .addHelpText(
      'after',
      '\nAnswers how many mails became leads, wait in the review tray, or are none. With --json one JSON object an inbox.',
    )
    .action((inboxId: Inbox['id'] | undefined, _: object, command: Command) =>
      withDesk(command, async (running) => {
        const all = await running.client(ACTOR).inbox.list()
        const wanted = inboxId === undefined ? all.filter(({ settings }) => settings.isOn) : [await find(running, inboxId)]
        if (wanted.length === 0) tell('There is no inbox to read: add one with "desk inbox add".')
        // One that can't be read keeps none of the others from it.
        for (const one of wanted) await checkOne(running, one, commonOptions(command).isJson)
      }),
    )
}

async function checkOne(running: RunningDesk, before: Inbox, isJson: boolean): Promise<void> {
  const { id } = before
  const fault = await running
    .client(ACTOR)
    .inbox.check({ inboxId: id })
    .then(
      () => null,
      (thrown: unknown) => faultOf(thrown),
    )
  const after = await find(running, id)
  const [leads, review, ignored] = (['leads', 'review', 'ignored'] as const).map((what) => after[what] - before[what])
  if (fault !== null) process.exitCode = 1
  if (isJson) return printJson({ inbox: id, leads, review, ignored, ...(fault === null ? {} : { error: fault }) })
  await printLine(`${after.settings.name}: ${counted(leads ?? 0, 'lead')}, ${review} for review, ${ignored} ignored.`)
  if (fault !== null) tell(`${after.settings.name}: ${fault.message}`)
}

async function find(running: RunningDesk, inboxId: Inbox['id']): Promise<Inbox> {
  const found = (await running.client(ACTOR).inbox.list()).find(({ id }) => id === inboxId)
  if (found === undefined) throw new DeskError('inbox-not-found', { id: inboxId })
  return found
}
