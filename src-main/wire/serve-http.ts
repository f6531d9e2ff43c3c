import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerApi, describeApi } from './http/api.ts'
import { addressOf, createGuard, type Guard } from './http/guard.ts'
import { answerIntake, isIntake } from './http/intake.ts'
import { listen, LOOPBACK } from './http/listen.ts'
import { serveSocket } from './http/socket.ts'
import { pagePolicy, SAFE_HEADERS } from './page-policy.ts'
import { readPageFile } from './page-files.ts'
import type { ServedDesk } from './served-desk.ts'

export interface ServeOptions {
  /** 0 or absent: any free one. */
  port?: number
  /** Folder of the built page. */
  pageFolder: string
  /** For tests; else a random one. */
  token?: string
}

export interface HttpServer {
  /** With the token: whoever has it has the desk. */
  readonly url: string
  readonly port: number
  readonly token: string
  close(): Promise<void>
}

const NEEDS_TOKEN = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lead Desk</title>
<h1>This desk needs its key</h1><p>Open the address that was printed when the desk was started: it ends in <code>?token=…</code>.</p></html>`

/** Serves page, WebSocket and API of a desk to this machine only. */
export async function serveHttp(served: ServedDesk, options: ServeOptions): Promise<HttpServer> {
  const server = createServer()
  await listen(server, options.port ?? 0, LOOPBACK)
  const { port } = server.address() as AddressInfo
  const guard = createGuard(port, options.token)
  server.on('request', (request, response) => {
    answer(served, options.pageFolder, guard, request, response).catch((cause: unknown) => {
      served.desk.log.error('an HTTP request failed', cause)
      if (!response.headersSent) say(response, 500, 'text/plain', 'See the log.')
      else response.destroy()
    })
  })
  const endSockets = serveSocket(server, served, guard)
  return {
    url: `http://${LOOPBACK}:${port}/?token=${guard.token}`,
    port,
    token: guard.token,
    close: () =>
      new Promise((resolve) => {
        endSockets()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  served: ServedDesk,
  pageFolder: string,
  guard: Guard,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = addressOf(request)
  if (url === null) return say(response, 400, 'text/plain', 'That is no address.')
  if (isIntake(url) && guard.knowsHost(request) && (await served.intake.forms.door()).isOn)
    return answerIntake(served, request, response, url)
  const isApi = url.pathname.startsWith('/api/')
  const refusal = guard.refusal(request, url)
  if (refusal === 403) return say(response, 403, 'text/plain', 'This desk answers only to its own page.')
  if (refusal === 401) {
    if (!isApi) return say(response, 401, 'text/html; charset=utf-8', NEEDS_TOKEN)
    return sayJson(response, 401, { defined: true, code: 'unauthorised', status: 401, message: 'unauthorised', data: {} })
  }
  if (isApi) {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value)
    response.setHeader('cache-control', 'no-store')
    if (url.pathname === '/api/openapi.json') return say(response, 200, 'application/json', await describeApi())
    if (await answerApi(served, request, response)) return undefined
    return sayJson(response, 404, { defined: false, code: 'NOT_FOUND', status: 404, message: 'There is no such question.' })
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(response, 405, 'text/plain', 'Only read this.')
  if (guard.brings(url)) {
    // The token leaves the address bar, and the history with it.
    response.writeHead(303, { ...SAFE_HEADERS, location: url.pathname, 'set-cookie': guard.cookie, 'cache-control': 'no-store' })
    response.end()
    return undefined
  }
  return sayFile(pageFolder, url.pathname, request, response)
}

async function sayFile(pageFolder: string, pathname: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = await readPageFile(pageFolder, pathname)
  if (file === null) return say(response, 404, 'text/plain', 'There is no such file.')
  const { host } = request.headers
  response.writeHead(200, {
    ...SAFE_HEADERS,
    'content-security-policy': pagePolicy(["'self'", `ws://${host}`]),
    'content-type': file.type,
    'content-length': file.body.byteLength,
    'cache-control': file.cacheControl,
  })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

function say(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, {
    ...SAFE_HEADERS,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'content-type': type,
    'cache-control': 'no-store',
  })
  response.end(text)
}

function sayJson(response: ServerResponse, status: number, answer: object): void {
  say(response, status, 'application/json', JSON.stringify(answer))
}
