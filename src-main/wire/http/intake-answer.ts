import type { IncomingMessage, ServerResponse } from 'node:http'
import { SAFE_HEADERS } from '../page-policy.ts'
import type { PostReply } from '../served-desk.ts'
import { escaped, page, PAGE_POLICY } from './intake-page.ts'
import { languageOf, pageWords } from './intake-words.ts'

export interface Fault {
  status: number
  code: string
  data: unknown
  message: string
}

/** How long what is still being sent is let run into nothing, so that the sender gets to read the answer. */
const DRAIN_MS = 2_000

/** The lead's number for a program; for a plain form the page it asked for, or a short thank-you. */
export function sayTaken(request: IncomingMessage, response: ServerResponse, reply: PostReply): void {
  const { leadId, outcome, isRepeat, thanksUrl } = reply
  if (isRepeat) response.setHeader('idempotent-replayed', 'true')
  if (!wantsPage(request)) return sayJson(request, response, outcome === 'added' ? 201 : 200, { leadId, outcome })
  // As an address it has neither line breaks nor letters that a header can't bear.
  if (thanksUrl !== null) return sayText(request, response, 303, 'text/plain', '', { location: new URL(thanksUrl).href })
  const language = languageOf(request)
  const { thanks, arrived } = pageWords[language]
  sayPage(request, response, 200, page(thanks, `<h1>${thanks}</h1><p>${arrived}</p>`, language))
}

export function sayFault(request: IncomingMessage, response: ServerResponse, fault: Fault): void {
  const { status, ...error } = fault
  const { retryAfterSeconds } = (fault.data ?? {}) as { retryAfterSeconds?: number }
  if (retryAfterSeconds !== undefined) response.setHeader('retry-after', retryAfterSeconds)
  if (status === 401) response.setHeader('www-authenticate', 'Bearer')
  if (!wantsPage(request)) return sayJson(request, response, status, { error })
  const language = languageOf(request)
  const { failed, mend } = pageWords[language]
  const body = `<h1>${failed}</h1><p>${escaped(error.message)}</p><p>${mend}</p>`
  sayPage(request, response, status, page(failed, body, language))
}

export function sayPage(request: IncomingMessage, response: ServerResponse, status: number, html: string): void {
  sayText(request, response, status, 'text/html; charset=utf-8', html, { 'content-security-policy': PAGE_POLICY })
}

export function sayJson(request: IncomingMessage, response: ServerResponse, status: number, answer: object): void {
  sayText(request, response, status, 'application/json', JSON.stringify(answer))
}

function sayText(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  headers: Record<string, string> = {},
): void {
  // Whoever sends more than is read gets the answer, and then the door closed.
  const isUnread = !request.complete
  response.writeHead(status, {
    ...SAFE_HEADERS,
    // Pages elsewhere post here: their browsers must not hide from them that it went well.
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    ...(isUnread ? { connection: 'close' } : {}),
    ...headers,
  })
  response.end(request.method === 'HEAD' ? undefined : text)
  if (!isUnread) return
  request.resume()
  setTimeout(() => request.destroy(), DRAIN_MS).unref()
}

function wantsPage({ headers }: IncomingMessage): boolean {
  return /\btext\/html\b/i.test(headers.accept ?? '')
}
