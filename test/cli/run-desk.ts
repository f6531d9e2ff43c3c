import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { runProgram } from '../../src-main/cli/program.ts'
import { startDesk } from '../../src-main/start.ts'

const PROGRAM = resolve(import.meta.dirname, '../../src-main/cli/index.ts')

export interface Ran {
  code: number | null
  stdout: string
  stderr: string
}

/** Starts the real command line, from source. */
export function start(...args: string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, NO_COLOR: '1' } })
  onTestFinished(() => {
    if (child.exitCode === null) child.kill('SIGKILL')
  })
  return child
}

/** Runs it to its end. `input` is its standard input. */
export function run(args: readonly string[], input = ''): Promise<Ran> {
  const child = start(...args)
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return ended(child)
}

/** The same without a process, for what opens no desk. */
export async function runHere(args: readonly string[]): Promise<Ran> {
  const ran: Ran = { code: null, stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((piece) => {
      ran[name] += String(piece)
      return true
    })
  }
  try {
    ran.code = await runProgram(args)
  } finally {
    vi.restoreAllMocks()
  }
  return ran
}

export function ended(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  return new Promise((done) => {
    const ran: Ran = { code: null, stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      ran.stdout += piece
    })
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      ran.stderr += piece
    })
    child.on('close', (code) => done({ ...ran, code }))
  })
}

export const jsonLines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)

/** The last line of standard error, as programs read it. */
export const errorOf = ({ stderr }: Ran): unknown => jsonLines(stderr.trimEnd().split('\n').at(-1) ?? '')[0]

/** A folder that is gone after the test, with the files in it. */
export async function folderWith(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lead-desk-cli-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}

export const REPS = `name,email,role,team,skills,languages,weight,capacity
Mia,mia@example.com,rep,Sales,,de|en,1,
Tom,tom@example.com,rep,Sales,,en,1,20
`
export const RULES = JSON.stringify({
  version: 1,
  rules: [
    { name: 'Germany', when: { field: 'country', op: 'is', value: 'DE' }, then: { to: 'rep', rep: 'mia@example.com' } },
    { name: 'Everyone else', then: { to: 'pool', pool: { team: 'Sales' }, by: 'round-robin' } },
  ],
})
export const LEADS = `Name,Email,Phone,Company,Country
Ada Byron,ada@acme.example,,Acme,Germany
Bob Stone,bob@stone.example,,Stone,United States
Nobody,,,Empty,France
`

/** A desk with two reps, rules and two leads, made without a process. */
export async function filledDesk(rules = RULES): Promise<{ folder: string; data: string }> {
  const folder = await folderWith({ 'reps.csv': REPS, 'rules.json': rules, 'leads.csv': LEADS })
  const data = join(folder, 'data')
  const running = await startDesk({ dataFolder: data, withClocks: false })
  const client = running.client('command line')
  await client.rep.import({ file: 'reps.csv', text: REPS })
  await client.rule.publish({ document: JSON.parse(rules) })
  const file = { path: join(folder, 'leads.csv'), name: 'leads.csv' }
  await running.intake.importFile({ file, options: { source: 'Fair', route: 'now' }, actor: 'command line' })
  await running.close()
  return { folder, data }
}
