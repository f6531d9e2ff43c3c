// How the scripts speak and run other programs. Bare Node 20, nothing installed.
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')
export const inRoot = (...parts) => join(root, ...parts)

let stream = process.stdout

/** For `npm run desk`, whose standard output belongs to the command. */
export function speakOnStandardError() {
  stream = process.stderr
}

export function say(line) {
  stream.write(`${line}\n`)
}

/** Something a person has to see to; shown without a stack. */
export class Stop extends Error {}

/** Runs `work` as a named step and tells how long it took. */
export async function step(name, work) {
  const begun = performance.now()
  say(`· ${name} …`)
  const result = await work()
  say(`  ${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  return result
}

const children = new Set()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // Ctrl-C in a terminal reaches every program by itself; a signal to this process alone has to be handed on.
    const reachedAll = signal === 'SIGINT' && process.stdin.isTTY
    if (!reachedAll) for (const child of children) child.kill(signal)
    if (children.size === 0) process.exit(130)
  })
}

/**
 * Runs a program and answers its exit code.
 * `quiet` keeps what it prints and shows it only when it fails.
 */
export function runCode(command, args, { quiet = false, ...options } = {}) {
  return new Promise((done, failed) => {
    const loud = stream === process.stderr ? ['ignore', 2, 2] : 'inherit'
    const child = spawn(command, args, { cwd: root, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : loud, ...options })
    const output = []
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.stderr?.on('data', (chunk) => output.push(chunk))
    children.add(child)
    child.on('error', failed)
    child.on('close', (code, signal) => {
      children.delete(child)
      const result = code ?? (signal === 'SIGINT' ? 130 : 1)
      if (quiet && result !== 0) process.stderr.write(Buffer.concat(output))
      done(result)
    })
  })
}

export async function run(command, args, options) {
  const code = await runCode(command, args, options)
  if (code !== 0) throw new Stop(`${[command, ...args].join(' ').replaceAll(root, '.').slice(0, 200)} ended with code ${code}.`)
}

/** The last lines of every script. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : error.stack}\n`)
    process.exitCode = 1
  }
}
