import { type Command, InvalidArgumentError } from 'commander'
import { DeskError, exampleCurl, exampleForm, type Form, type FormDoor } from '../../contract/index.ts'
import { fold } from '../../lib/fold.ts'
import type { RunningDesk } from '../../start.ts'
import { counted, printJson, printLine, table, tell } from '../print.ts'
import { readPort } from '../usage.ts'
import { ACTOR, commonOptions, withDesk } from '../with-desk.ts'

interface AddOptions {
  path?: string
  origin: string[]
  perMinute?: number
  hold?: boolean
}

export function addFormCommands(program: Command): void {
  const forms = program.command('form').description('ways in for web forms and other programs')
  forms
    .command('list')
    .description('every form with what it has brought; with --json one JSON object a line')
    .addHelpText('after', '\nExample:\n  desk form list')
    .action((_: object, command: Command) => withDesk(command, (running) => list(running, commonOptions(command).isJson)))
  forms
    .command('add')
    .description('make a form; its key is told now and never again')
    .argument('<name>', 'what its leads are called after')
    .option('--path <path>', 'the last part of its address; else made of the name')
    .option('--origin <address>', 'a web site whose pages may post, like https://firm.example; may come again', also, [])
    .option('--per-minute <n>', 'posts a minute that are taken from one address', readCount)
    .option('--hold', 'its leads wait until a person routes them')
    .addHelpText('after', '\nExample:\n  desk form add "Website" --origin https://firm.example')
    .action((name: string, options: AddOptions, command: Command) =>
      withDesk(command, (running) => add(running, name, options, commonOptions(command).isJson)),
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
  const { key } = await client.form.save({
    settings: {
      name,
      path,
      origins: options.origin,
      ...(options.perMinute === undefined ? {} : { perMinute: options.perMinute }),
      route: options.hold === true ? 'hold' : 'now',
    },
  })
  const door = await client.form.door()
  const address = addressOf(door, path)
  if (isJson) return printJson({ path, address, key })
  await printLine(`${address}\nIts key, told only now: ${key ?? ''}`)
  if (!door.isOn) tell('Posts are not listened to yet: desk form listen on')
}

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

const also = (text: string, before: string[]): string[] => [...before, text]

function readCount(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1 to 10000.')
  return Number(text)
}

function readSwitch(text: string): boolean {
  if (text !== 'on' && text !== 'off') throw new InvalidArgumentError('It is on or off.')
  return text === 'on'
}
