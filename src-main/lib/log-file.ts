import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { pino, stdSerializers, stdTimeFunctions } from 'pino'
import type { Log } from './log.ts'

const MOST_BYTES = 5 * 1024 * 1024
/** desk.log and two before it. */
const FILES_KEPT = 3
/** Never written, wherever in the data they stand. */
const SECRETS = ['password', 'token', 'secret', 'key', 'cookie', 'authorization']

export interface LogFile extends Log {
  readonly file: string
  close(): void
}

/**
 * Writes one JSON object a line to `<folder>/desk.log`. A full file becomes desk.1.log. Lines are written at once, so that the
 * last one before a crash is there.
 */
export function openLogFile(folder: string, mostBytes = MOST_BYTES): LogFile {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'desk.log')
  let descriptor = openSync(file, 'a')
  let bytes = fstatSync(descriptor).size

  const turnOver = (): void => {
    closeSync(descriptor)
    const numbered = (n: number): string => join(folder, n === 0 ? 'desk.log' : `desk.${n}.log`)
    rmSync(numbered(FILES_KEPT - 1), { force: true })
    for (let n = FILES_KEPT - 2; n >= 0; n--) {
      try {
        renameSync(numbered(n), numbered(n + 1))
      } catch {
        // Not there yet, or held open by a viewer on Windows: then it just grows on.
      }
    }
    descriptor = openSync(file, 'a')
    bytes = fstatSync(descriptor).size
  }
  const write = (line: string): void => {
    try {
      if (bytes >= mostBytes) turnOver()
      bytes += writeSync(descriptor, line)
    } catch {
      // A full disk must not take the desk down with its log.
    }
  }

  const out = pino(
    {
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      serializers: { cause: stdSerializers.errWithCause },
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
    },
    { write },
  )
  return {
    file,
    info: (message, data = {}) => out.info(data, message),
    warn: (message, data = {}) => out.warn(data, message),
    error: (message, cause, data = {}) => out.error({ ...data, cause }, message),
    close: () => closeSync(descriptor),
  }
}
