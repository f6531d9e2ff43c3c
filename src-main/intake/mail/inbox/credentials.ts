import { z } from 'zod'
import type { InboxServer } from '../../../contract/index.ts'
import { InboxFailure } from './inbox-failure.ts'

/** What imapflow signs in with. */
export type Credentials = { pass: string } | { accessToken: string }

/** Begun anew so long before it runs out. */
const EARLY_MS = 60_000
const PATIENCE_MS = 15_000
const LONGEST_ANSWER_BYTES = 100_000

/** An OAuth2 secret that can be refreshed. A bare access token is one that can't. */
const Grant = z.object({
  accessToken: z.string().min(1).optional(),
  /** Epoch ms; a token without one is used until a server refuses it. */
  expiresAt: z.number().optional(),
  refreshToken: z.string().min(1),
  clientId: z.string().min(1),
  clientSecret: z.string().optional(),
  /** Where a new access token is asked for. Over https; over http only on this machine. */
  tokenUrl: z.url({ protocol: /^https?$/ }),
})
type Grant = z.infer<typeof Grant>

const Answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().optional(),
  refresh_token: z.string().optional(),
})
const Refusal = z.object({ error: z.string(), error_description: z.string().optional() })

/**
 * What to sign in with, and, when an access token had to be refreshed, the secret as it is to be kept from now on. With `isRefused`, the token
 * at hand was just turned away by the server. Throws `InboxFailure`.
 */
export async function credentialsOf(
  server: InboxServer,
  secret: string,
  now: number,
  how: { isRefused: boolean; signal: AbortSignal },
): Promise<{ credentials: Credentials; secret: string }> {
  if (server.auth === 'password') return { credentials: { pass: secret }, secret }
  const text = secret.trim()
  if (!text.startsWith('{')) return { credentials: { accessToken: text }, secret }
  const grant = grantOf(text)
  const isDue = grant.accessToken === undefined || (grant.expiresAt !== undefined && grant.expiresAt - EARLY_MS <= now)
  if (grant.accessToken !== undefined && !isDue && !how.isRefused)
    return { credentials: { accessToken: grant.accessToken }, secret }
  const fresh = await refresh(grant, now, how.signal)
  return { credentials: { accessToken: fresh.accessToken }, secret: JSON.stringify(fresh) }
}

/** True when a server's refusal may be of the access token alone. */
export const canRefresh = (server: InboxServer, secret: string): boolean =>
  server.auth === 'oauth2' && secret.trimStart().startsWith('{')

function grantOf(text: string): Grant {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new InboxFailure('no-password', 'what is kept as its OAuth2 token is no JSON')
  }
  const grant = Grant.safeParse(parsed)
  if (!grant.success)
    throw new InboxFailure(
      'no-password',
      'its OAuth2 token must be an access token, or JSON with refreshToken, clientId and tokenUrl',
    )
  const url = new URL(grant.data.tokenUrl)
  if (url.protocol !== 'https:' && !/^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname))
    throw new InboxFailure('no-tls', 'tokenUrl must begin with https://')
  return grant.data
}

async function refresh(grant: Grant, now: number, stop: AbortSignal): Promise<Grant & { accessToken: string }> {
  const { status, json } = await ask(grant, AbortSignal.any([stop, AbortSignal.timeout(PATIENCE_MS)]))
  const answer = Answer.safeParse(json)
  if (status === 200 && answer.success) {
    const { access_token: accessToken, expires_in: seconds, refresh_token: next } = answer.data
    return {
      ...grant,
      accessToken,
      expiresAt: seconds === undefined ? undefined : now + seconds * 1_000,
      refreshToken: next ?? grant.refreshToken,
    }
  }
  const refusal = Refusal.safeParse(json)
  if (status >= 400 && status < 500 && refusal.success) {
    const { error, error_description: why } = refusal.data
    throw new InboxFailure('wrong-password', `the access was withdrawn: sign in again (${why ?? error})`)
  }
  throw new InboxFailure('other', `the token server answered ${status}`)
}

async function ask(grant: Grant, signal: AbortSignal): Promise<{ status: number; json: unknown }> {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: grant.refreshToken,
    client_id: grant.clientId,
    ...(grant.clientSecret === undefined ? {} : { client_secret: grant.clientSecret }),
  })
  try {
    const response = await fetch(grant.tokenUrl, { method: 'POST', body, signal, redirect: 'error' })
    let text = ''
    const decoder = new TextDecoder()
    for await (const piece of response.body ?? []) {
      text += decoder.decode(piece, { stream: true })
      if (text.length > LONGEST_ANSWER_BYTES) break
    }
    return { status: response.status, json: jsonOf(text) }
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'TimeoutError')
      throw new InboxFailure('timeout', 'the token server did not answer')
    throw new InboxFailure('other', 'the token server could not be reached')
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
