import type { IncomingMessage, ServerResponse } from 'node:http'
import { DeskError, errorStatus } from '../../contract/index.ts'
import type { ServedDesk } from '../served-desk.ts'
import { type Fault, sayFault, sayJson, sayPage, sayTaken } from './intake-answer.ts'
import { describeIntake } from './intake-openapi.ts'
import { describePage } from './intake-page.ts'
import { faultMessage, languageOf } from './intake-words.ts'
import { BodyRefused, readBody } from './read-body.ts'

export const INTAKE = '/intake/'
export const isIntake = (url: URL): boolean => url.pathname.startsWith(INTAKE) || `${url.pathname}/` === INTAKE

/** Answers `/intake/…`: posts to forms, and what programs must know to post. Never throws. */
export async function answerIntake(
  served: ServedDesk,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    const path = url.pathname.slice(INTAKE.length)
    if (path === '' || path === 'openapi.json') await describe(served, path, request, response)
    else await answerForm(served, path, request, response, url)
  } catch (thrown) {
    if (response.headersSent) response.destroy()
    else sayFault(request, response, faultOf(thrown, served, request))
  }
}

async function describe({ intake }: ServedDesk, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return sayWrongMethod(request, response, 'GET, HEAD')
  const document = describeIntake(await intake.forms.list())
  if (path !== '') return sayJson(request, response, 200, document)
  const { host = '' } = request.headers
  sayPage(request, response, 200, describePage(document, /^[\w.:[\]-]{1,260}$/.test(host) ? host : '127.0.0.1'))
}

async function answerForm(
  { intake: { forms } }: ServedDesk,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const { headers, method } = request
  const { origin = null } = headers
  response.setHeader('vary', 'Origin')
  const isListed = origin !== null && (await forms.letsIn(path, origin))
  if (isListed) {
    response.setHeader('access-control-allow-origin', origin)
    response.setHeader('access-control-expose-headers', 'Retry-After, Idempotent-Replayed')
  }
  if (method === 'OPTIONS') return sayPreflight(request, response, isListed)
  if (method !== 'POST') return sayWrongMethod(request, response, 'POST, OPTIONS')
  const head = {
    path,
    origin,
    address: request.socket.remoteAddress ?? '',
    userAgent: headers['user-agent'] ?? null,
    key: keyOf(request, url),
    idempotencyKey: textOf(headers['idempotency-key']),
    contentType: headers['content-type'] ?? null,
  }
  sayTaken(request, response, await forms.post(head, () => readBody(request)))
}

/** What a browser asks before a page of another site may post JSON or send the key as a header. */
function sayPreflight(request: IncomingMessage, response: ServerResponse, isListed: boolean): void {
  if (!isListed) {
    return sayFault(request, response, { status: 403, ...refusalOf('post-refused', { reason: 'wrong-origin' }, request) })
  }
  response.setHeader('vary', 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers')
  response.setHeader('access-control-allow-methods', 'POST')
  response.setHeader('access-control-allow-headers', 'Authorization, Content-Type, Idempotency-Key, X-Intake-Key')
  response.setHeader('access-control-max-age', '600')
  // A page on the internet that posts into the office's own network is asked for once more.
  if (request.headers['access-control-request-private-network'] === 'true')
    response.setHeader('access-control-allow-private-network', 'true')
  response.writeHead(204)
  response.end()
}

function sayWrongMethod(request: IncomingMessage, response: ServerResponse, allow: string): void {
  response.setHeader('allow', allow)
  const message = `Only ${allow} is answered here.`
  sayFault(request, response, { status: 405, code: 'method-not-allowed', data: {}, message })
}

function keyOf({ headers }: IncomingMessage, url: URL): string | null {
  const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1]
  return bearer ?? textOf(headers['x-intake-key']) ?? url.searchParams.get('_key')
}

const textOf = (header: string | string[] | undefined): string | null =>
  Array.isArray(header) ? header.join(', ') : (header ?? null)

const refusalOf = (code: DeskError['code'], data: unknown, request: IncomingMessage): Omit<Fault, 'status'> => ({
  code,
  data,
  message: faultMessage(code, data, languageOf(request)),
})

function faultOf(thrown: unknown, { desk }: ServedDesk, request: IncomingMessage): Fault {
  const error = thrown instanceof DeskError ? (thrown as DeskError) : new DeskError('internal', {}, { cause: thrown })
  const status = statusOf(error)
  if (status >= 500) desk.log.error('a post to a form failed', thrown)
  return { status, ...refusalOf(error.code, error.data, request) }
}

/** Fields that are of the request and not of the form. */
const OF_REQUEST: Readonly<Record<string, number>> = { 'Content-Type': 415, body: 400, 'Idempotency-Key': 400 }

function statusOf(error: DeskError): number {
  if (error instanceof BodyRefused) return error.status
  if (error.code === 'bad-input') {
    const { field } = error.data as { field: string }
    return Object.hasOwn(OF_REQUEST, field) ? (OF_REQUEST[field] ?? 400) : 422
  }
  if (error.code !== 'post-refused') return errorStatus[error.code]
  const { reason } = error.data as { reason: string }
  return reason === 'wrong-key' ? 401 : reason === 'too-many' ? 429 : 403
}
