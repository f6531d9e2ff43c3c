import { type Command, InvalidArgumentError } from 'commander'
import { DeskError, exampleCurl, exampleForm, type Form, type FormDoor } from '../../contract/index.ts'
import { fold } from '../../lib/fold.ts'
import type { RunningDesk } from '../../start.ts'
import { counted, printJson, printLine, table, tell } from '../print.ts'
import { readPort } from '../usage.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'

interface SetOptions {
  origin?: string[]
  perMinute?: number
  hold?: boolean
  thanks?: string
}
interface ChangeOptions extends SetOptions {
  name?: string
  on?: boolean
  off?: boolean
}
interface AddOptions extends SetOptions {
  path?: string
}

export function addFormCommands(program: Command): void {
  const forms = program.command('form').description('ways in for web forms and other programs')
  forms
    .command('list')
    .description('every form with what it has brought; with --json one JSON object a line')
    .addHelpText('after', '\nExample:\n  desk form list')
    .action((_: object, command: Command) => withDesk(command, (running) => list(running, commonOptions(command).isJson)))
  const adding = forms
    .command('add')
    .description('make a form; its key is told now and never again')
    .argument('<name>', 'what its leads are called after')
    .option('--path <path>', 'the last part of its address; else made of the name')
  settable(adding)
    .addHelpText('after', '\nExample:\n  desk form add "Website" --origin https://firm.example')
    .action((name: string, options: AddOptions, command: Command) =>
      withDesk(command, (running) => add(running, name, options, commonOptions(command).isJson)),
    )
  settable(
    forms
      .command('set')
      .description('change a form; what is not named stays as it is')
      .argument('<path>', 'the last part of its address')
      .option('--name <name>', 'what its leads are called after'),
  )
    .option('--no-hold', 'its leads are given out at once')
    .option('--off', 'its posts are refused')
    .option('--on', 'its posts are taken')
    .addHelpText('after', '\nExample:\n  desk form set website --thanks https://firm.example/thanks')
    .action((path: string, options: ChangeOptions, command: Command) =>
      withDesk(command, (running) => change(running, path, options, commonOptions(command).isJson)),
    )
  forms
    .command('key')
    .description('a new key for a form; the old one is worth nothing from now on')
    .argument('<path>', 'the last part of its address')
    .addHelpText('after', '\nExample:\n  desk form key website')
    .action((path: string, _: object, command: Command) =>
      withDesk(command, async (running) => {
        const { id } = await formAt(running, path)
        const { key } = await running.client(ACTOR).form.newKey({ formId: id })
        await (commonOptions(command).isJson ? printJson({ path, key }) : printLine(`Its key is now ${key}`))
      }),
    )
  forms
    .command('remove')
    .description('no more posts to a form; its leads stay')
    .argument('<path>', 'the last part of its address')
    .addHelpText('after', '\nExample:\n  desk form remove website')
    .action((path: string, _: object, command: Command) =>
      withDesk(command, async (running) => {
        const { id, settings } = await formAt(running, path)
        await running.client(ACTOR).form.remove({ formId: id })
        await (commonOptions(command).isJson
          ? printJson({ removed: path })
          : printLine(`${settings.name} is removed. Its leads stay.`))
      }),
    )
  addListen(forms)
  addExample(forms)
}

function addListen(forms: Command): void {
  forms
    .command('listen')
    .description('whether posts are listened to while the desk is open (in its window, or by "desk serve")')
    .argument('<on|off>', 'on or off', readSwitch)
    .option('--port <n>', 'the port; 4470 unless said', readPort)
    .option('--open', 'let other machines in; else this one only')
    .addHelpText('after', '\nExample:\n  desk form listen on --port 4470')
    .action((isOn: boolean, options: { port?: number; open?: boolean }, command: Command) =>
      withDesk(command, async (running) => {
        const client = running.client(ACTOR)
        const before = await client.form.door()
        const door = await client.form.saveDoor({ isOn, port: options.port ?? before.port, isOpen: options.open === true })
        if (commonOptions(command).isJson) return printJson({ on: door.isOn, port: door.port, open: door.isOpen })
        if (!isOn) return printLine('Posts are not listened to.')
        const who = door.isOpen ? 'this machine and all that reach it' : 'this machine'
        await printLine(`While the desk is open, posts from ${who} are taken at ${baseOf(door)}/intake/`)
      }),
    )
}

function addExample(forms: Command): void {
  forms
    .command('example')
    .description('a form for a web page and a command for a program, to copy')
    .argument('<path>', 'the last part of its address')
    .option('--key <key>', 'the key of the form')
    .addHelpText('after', '\nExample:\n  desk form example website --key KEY')
    .action((path: string, { key }: { key?: string }, command: Command) =>
      withDesk(command, async (running) => {
        await formAt(running, path)
        const address = addressOf(await running.client(ACTOR).form.door(), path)
        const example = { address, html: exampleForm(address, key), curl: exampleCurl(address, key) }
        if (commonOptions(command).isJson) return printJson(example)
        await printLine(`${example.html}\n${example.curl.trimEnd()}`)
      }),
    )
}

async function list(running: RunningDesk, isJson: boolean): Promise<void> {
  const client = running.client(ACTOR)
  const [forms, door] = [await client.form.list(), await client.form.door()]
  if (isJson) {
    for (const { settings, lastRefusal: _, ...form } of forms)
      await printJson({ ...settings, ...form, address: addressOf(door, settings.path) })
    return
  }
  const rows = forms.map(({ settings, posts, leads, keyEnd }) => [
    settings.path,
    settings.name,
    settings.isOn ? 'on' : 'off',
    posts,
    leads,
    `…${keyEnd}`,
  ])
  await printLine(table(['path', 'name', 'is', 'posts', 'leads', 'key'], rows))
  tell(
    `${counted(forms.length, 'form')}; ${door.isOn ? `at ${baseOf(door)}/intake/ while the desk is open` : 'posts are not listened to'}`,
  )
}

async function add(running: RunningDesk, name: string, options: AddOptions, isJson: boolean): Promise<void> {
  const client = running.client(ACTOR)
  const path = options.path ?? pathOf(name)
  if (path === '')
    throw new DeskError('bad-input', {
      field: '--path',
      reason: `“${name}” has no letters for an address: say one, like website`,
    })
  const { key } = await byOption(client.form.save({ settings: { name, path, ...settingsOf(options) } }))
  const door = await client.form.door()
  const address = addressOf(door, path)
  if (isJson) return printJson({ path, address, key })
  await printLine(`${address}\nIts key, told only now: ${key ?? ''}`)
  if (!door.isOn) tell('Posts are not listened to yet: desk form listen on')
}

/** Options of the settings that a form has from the first and that may change. */
function settable(command: Command): Command {
  return command
    .option('--origin <address>', 'a web site whose pages may post, like https://firm.example; may come again', also)
    .option('--per-minute <n>', 'posts a minute that are taken from one address', readCount)
    .option('--thanks <address>', 'the page that a plain HTML form goes on to; "" for a short thank-you')
    .option('--hold', 'its leads wait until a person routes them')
}

function settingsOf({ origin, perMinute, thanks, hold }: SetOptions) {
  return {
    ...(origin === undefined ? {} : { origins: origin }),
    ...(perMinute === undefined ? {} : { perMinute }),
    ...(thanks === undefined ? {} : { thanksUrl: thanks === '' ? null : thanks }),
    ...(hold === undefined ? {} : { route: hold ? ('hold' as const) : ('now' as const) }),
  }
}

async function change(running: RunningDesk, path: string, options: ChangeOptions, isJson: boolean): Promise<void> {
  const { id, settings } = await formAt(running, path)
  const isOn = options.off === true ? false : options.on === true ? true : settings.isOn
  const changed = { ...settings, ...settingsOf(options), name: options.name ?? settings.name, isOn }
  await byOption(running.client(ACTOR).form.save({ formId: id, settings: changed }))
  await (isJson ? printJson(changed) : printLine(`${changed.name} is changed.`))
}

/** What a setting was refused for is said of the option it came from. */
async function byOption<Answer>(saving: Promise<Answer>): Promise<Answer> {
  try {
    return await saving
  } catch (error) {
    const { code, data } = error as { code?: unknown; data?: { field?: string; reason: string } }
    const setting = code === 'bad-input' ? /^settings\.(\w+)/.exec(data?.field ?? '')?.[1] : undefined
    if (setting === undefined || data === undefined) throw error
    const option = OPTION_OF[setting] ?? `--${setting}`
    throw new DeskError('bad-input', { field: option, reason: ADDRESSES.has(option) ? NO_ADDRESS : data.reason })
  }
}
const OPTION_OF: Readonly<Record<string, string>> = { origins: '--origin', perMinute: '--per-minute', thanksUrl: '--thanks' }
const ADDRESSES = new Set(['--origin', '--thanks'])
const NO_ADDRESS = 'it is a whole address, like https://firm.example'

async function formAt(running: RunningDesk, path: string): Promise<Form> {
  const form = (await running.client(ACTOR).form.list()).find(({ settings }) => settings.path === path)
  if (form === undefined) throw new DeskError('form-not-found', { form: path })
  return form
}

/** "Café & Bar" is at `cafe-bar`. */
function pathOf(name: string): string {
  const words =
    fold(name)
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, 64).replace(/-$/, '')
}

/** A command listens to nothing itself: where the window or `serve` will. */
const baseOf = ({ addresses, port }: FormDoor): string => addresses[0] ?? `http://127.0.0.1:${port}`
const addressOf = (door: FormDoor, path: string): string => `${baseOf(door)}/intake/${path}`

const also = (text: string, before: string[] = []): string[] => [...before, text]

function readCount(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text) || Number(text) > 10_000)
    throw new InvalidArgumentError('It is a whole number from 1 to 10000.')
  return Number(text)
}

function readSwitch(text: string): boolean {
  if (text !== 'on' && text !== 'off') throw new InvalidArgumentError('It is on or off.')
  return text === 'on'
}
