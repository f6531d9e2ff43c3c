import { ORPCError, ValidationError } from '@orpc/server'
import { DeskError, errorStatus, type ErrorCode, type ErrorData } from '../contract/index.ts'
import type { Log } from '../lib/log.ts'
import type { WireContext } from './served-desk.ts'

/** Faults of the machine rather than of the asker: they reach the log as well. */
const FIRST_OWN_FAULT = 500

export function wireError<Code extends ErrorCode>(code: Code, data: ErrorData<Code>): ORPCError<Code, ErrorData<Code>> {
  return new ORPCError(code, { defined: true, status: errorStatus[code], message: code, data })
}

/**
 * What may cross the wall for something thrown: a code of the contract with its data. The cause stays here: for what nobody
 * foresaw it goes to the log whole, and the asker reads `internal`.
 */
export function errorToCarry(thrown: unknown, asked: string, log: Log): ORPCError<ErrorCode, unknown> {
  if (thrown instanceof DeskError) {
    const { code, data } = thrown as DeskError
    if (errorStatus[code] >= FIRST_OWN_FAULT) log.error(`${asked}: ${code}`, thrown)
    return wireError(code, data)
  }
  if (thrown instanceof ORPCError) {
    if (thrown.code === 'BAD_REQUEST') return badInput(thrown)
    if (thrown.code === 'PAYLOAD_TOO_LARGE') return wireError('bad-input', { field: 'request', reason: 'it is too large' })
    if (isOurs(thrown)) return thrown
  }
  log.error(`${asked} failed`, thrown)
  return wireError('internal', {})
}

/** A failure in the middle of a stream passes no middleware: it is made one of the contract here. */
export function carryStreamErrors<Updates extends AsyncIterator<unknown>>(updates: Updates, asked: string, log: Log): Updates {
  const next = updates.next.bind(updates)
  updates.next = () =>
    next().catch((thrown: unknown) => {
      throw errorToCarry(thrown, asked, log)
    })
  return updates
}

function isOurs(error: ORPCError<string, unknown>): error is ORPCError<ErrorCode, unknown> {
  return error.defined && Object.hasOwn(errorStatus, error.code)
}

/** oRPC refuses input before any handler sees it: with the schema's issues, or as a request it could not read at all. */
function badInput(error: ORPCError<string, unknown>): ORPCError<ErrorCode, unknown> {
  const issue = error.cause instanceof ValidationError ? error.cause.issues[0] : undefined
  if (issue === undefined) return unreadable()
  return wireError('bad-input', { field: pathOf(issue.path) || 'input', reason: issue.message })
}

function unreadable(): ORPCError<ErrorCode, unknown> {
  return wireError('bad-input', { field: 'request', reason: 'it is not in the form the desk reads' })
}

/** `options.map[2].field` */
function pathOf(path: readonly (PropertyKey | { key: PropertyKey })[] | undefined): string {
  let text = ''
  for (const part of path ?? []) {
    const key = typeof part === 'object' ? part.key : part
    if (typeof key === 'number') text += `[${key}]`
    else text += text === '' ? String(key) : `.${String(key)}`
  }
  return text
}

/** For requests so torn that no handler was found for them: they pass no middleware. */
export async function carryUnreadable<Answer>({
  next,
  context,
}: {
  next: () => Promise<Answer>
  context: WireContext
}): Promise<Answer> {
  try {
    return await next()
  } catch (thrown) {
    if (thrown instanceof SyntaxError) throw unreadable()
    throw errorToCarry(thrown, 'a request', context.served.desk.log)
  }
}
