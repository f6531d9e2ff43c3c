const MOST_BYTES = 20_000_000
const PATIENCE_MS = 15_000
const MOST_REDIRECTS = 5
/** Without encryption only to this machine itself. */
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Why an address could not be read, in words for the person who typed it. */
export class CalendarFetchError extends Error {}

/**
 * Fetches the text of a calendar over https; `webcal:` is meant as https. Throws `CalendarFetchError` for anything but a text of up to
 * 20 MB within 15 seconds, and when `stop` says so. A name and password in the address are sent to that server alone.
 */
export async function fetchCalendar(address: string, stop?: AbortSignal): Promise<string> {
  const first = readAddress(address.replace(/^webcals?:/i, 'https:'))
  const authorization = authorizationOf(first)
  const patience = AbortSignal.timeout(PATIENCE_MS)
  const signal = stop === undefined ? patience : AbortSignal.any([patience, stop])
  let url = withoutUser(first)
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const headers: Record<string, string> = { accept: 'text/calendar, text/plain;q=0.9, */*;q=0.1' }
      if (authorization !== null && url.origin === first.origin) headers['authorization'] = authorization
      const response = await fetch(url, { signal, headers, redirect: 'manual' })
      const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
      if (next === null) return await textOf(response)
      await response.body?.cancel()
      url = withoutUser(readAddress(URL.parse(next, url.href)?.href ?? ''))
    }
  } catch (cause) {
    throw told(cause)
  }
  throw new CalendarFetchError(`it leads on more than ${MOST_REDIRECTS} times`)
}

/** The address as it may be shown: without name, password and query. */
export function publicAddress(address: string): string {
  try {
    const { protocol, host, pathname } = new URL(address)
    return `${protocol}//${host}${pathname}`
  } catch {
    return 'address'
  }
}

function readAddress(address: string): URL {
  const url = URL.parse(address)
  if (url === null) throw new CalendarFetchError('it is no address')
  if (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname))) return url
  throw new CalendarFetchError('only addresses that begin with https:// are read')
}

function authorizationOf({ username, password }: URL): string | null {
  if (username === '' && password === '') return null
  return `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function withoutUser(url: URL): URL {
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  return bare
}

async function textOf(response: Response): Promise<string> {
  if (!response.ok) throw new CalendarFetchError(`the server answered ${response.status}`)
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MOST_BYTES) throw new CalendarFetchError(`it is larger than ${MOST_BYTES / 1_000_000} MB`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** What Node says about a failed request names sockets; the code behind it says what a person needs. */
function told(cause: unknown): CalendarFetchError {
  if (cause instanceof CalendarFetchError) return cause
  if (cause instanceof Error && cause.name === 'TimeoutError')
    return new CalendarFetchError(`no answer within ${PATIENCE_MS / 1_000} seconds`)
  const { code } = ((cause as Error).cause ?? {}) as { code?: string }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new CalendarFetchError('there is no such server, or no network')
  if (code === 'ECONNREFUSED') return new CalendarFetchError('the server does not answer')
  return new CalendarFetchError(`it could not be read (${code ?? 'the connection broke'})`)
}
