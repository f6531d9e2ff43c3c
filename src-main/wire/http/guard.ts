import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/**
 * Who may speak to the desk over HTTP. The port is open to every program and every web page of this machine, so three things
 * must fit: the Host header (a page that points its own name at 127.0.0.1 keeps that name), the Origin header where there is
 * one, and a random token known only from the address printed at the start.
 */
export interface Guard {
  readonly token: string
  /** Null when the request may go on; else the status to refuse it with. */
  refusal(request: IncomingMessage, url: URL): 401 | 403 | null
  /** Whether the desk was asked by its own name. For posts to forms, which bring a key of their own. */
  knowsHost(request: IncomingMessage): boolean
  /** True when the address itself carries the right token. */
  brings(url: URL): boolean
  readonly cookie: string
}

export function createGuard(port: number, token = randomBytes(32).toString('base64url')): Guard {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
  // Cookies don't know ports: two desks on one machine must not take each other's.
  const cookieName = `lead-desk-${port}`
  const fits = (given: string | null | undefined): boolean =>
    typeof given === 'string' && timingSafeEqual(digest(given), digest(token))

  return {
    token,
    cookie: `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`,
    brings: (url) => fits(url.searchParams.get('token')),
    knowsHost: (request) => hosts.has(request.headers.host ?? ''),
    refusal: (request, url) => {
      const { host, origin } = request.headers
      if (host === undefined || !hosts.has(host)) return 403
      if (origin !== undefined && origin !== `http://${host}`) return 403
      const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
      const isKnown = fits(bearer) || fits(cookieOf(request, cookieName)) || fits(url.searchParams.get('token'))
      return isKnown ? null : 401
    },
  }
}

/** Path and query of a request, or null when they are none. */
export function addressOf(request: IncomingMessage): URL | null {
  try {
    return new URL(request.url ?? '', 'http://desk')
  } catch {
    return null
  }
}

/** Equal lengths, so that comparing tells nothing by its time. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

function cookieOf(request: IncomingMessage, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}
