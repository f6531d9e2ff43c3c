import { DeskError, type InboxTrouble } from '../../../contract/index.ts'

type Code = InboxTrouble['code']

/** Why an inbox can't be read, as it is told to people. */
export class InboxFailure extends Error {
  readonly trouble: InboxTrouble
  constructor(code: Code, detail: string) {
    super(detail)
    this.trouble = { code, detail: plain(detail) }
  }
}

/** Trouble that waiting does not mend: somebody must change a setting, here or on the server. */
const REFUSED: ReadonlySet<Code> = new Set(['untrusted', 'no-tls', 'wrong-password', 'no-password', 'auth-unsupported'])
export const isRefusal = (code: Code): boolean => REFUSED.has(code)

const LONGEST_DETAIL = 300
/** A server's words may hold anything. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_DETAIL)

/** What errors of Node and imapflow carry, as far as it is read here. */
interface Carried {
  code?: string
  message?: string
  responseStatus?: string
  responseText?: string
  serverResponseCode?: string
  authenticationFailed?: boolean
  tlsFailed?: boolean
  reason?: string
}

const BY_CODE: Readonly<Record<string, readonly [Code, string]>> = {
  ENOTFOUND: ['unknown-host', 'there is no server of that name'],
  EAI_AGAIN: ['unknown-host', 'the name of the server could not be looked up: is there a network?'],
  ECONNREFUSED: ['refused', 'nothing answers at that port'],
  EHOSTUNREACH: ['refused', 'the server cannot be reached from here'],
  ENETUNREACH: ['refused', 'the server cannot be reached from here'],
  CONNECT_TIMEOUT: ['timeout', 'the server did not answer'],
  ETIMEDOUT: ['timeout', 'the server did not answer'],
  GREETING_TIMEOUT: ['timeout', 'the server was reached, but said nothing'],
  UPGRADE_TIMEOUT: ['timeout', 'the server did not finish setting up TLS'],
  ETIMEOUT: ['timeout', 'the server stopped answering'],
  EPROTO: ['no-tls', 'the server does not speak TLS at this port'],
  ERR_SSL_WRONG_VERSION_NUMBER: ['no-tls', 'the server does not speak TLS at this port'],
  ERR_SSL_PACKET_LENGTH_TOO_LONG: ['no-tls', 'the server does not speak TLS at this port'],
  STARTTLS_INJECTION: ['untrusted', 'somebody on the way put words into the connection'],
  CERT_HAS_EXPIRED: ['untrusted', 'its certificate has expired'],
  CERT_NOT_YET_VALID: ['untrusted', 'its certificate is not valid yet'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['untrusted', 'its certificate is for another name'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['untrusted', 'its certificate is signed by itself'],
  SELF_SIGNED_CERT_IN_CHAIN: ['untrusted', 'its certificate is signed by somebody this machine does not know'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['untrusted', 'its certificate is signed by somebody this machine does not know'],
  UNABLE_TO_GET_ISSUER_CERT: ['untrusted', 'its certificate is signed by somebody this machine does not know'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['untrusted', 'its certificate is signed by somebody this machine does not know'],
  LineTooLarge: ['not-imap', 'it sends lines without end'],
  LiteralTooLarge: ['not-imap', 'it sends more than it was asked for'],
  ResponseTooLarge: ['not-imap', 'it sends more than it was asked for'],
  UnexpectedTag: ['not-imap', 'its answers fit no question'],
  InvalidResponse: ['not-imap', 'its answers are no IMAP'],
  MAX_IMAP_NESTING_REACHED: ['not-imap', 'its answers are no IMAP'],
  ResponseProcessingFailed: ['not-imap', 'its answers are no IMAP'],
  ETHROTTLE: ['other', 'the server asks us to slow down'],
}
const LOST = new Set(['NoConnection', 'EConnectionClosed', 'StateLogout', 'ECONNRESET', 'EPIPE', 'ECONNABORTED'])

/** What an error means for the person whose inbox it is. The words are ours or the server's, never the password. */
export function troubleOf(thrown: unknown): InboxTrouble {
  if (thrown instanceof InboxFailure) return thrown.trouble
  if (thrown instanceof DeskError && thrown.code === 'secrets-unreadable')
    return { code: 'no-password', detail: plain((thrown as DeskError<'secrets-unreadable'>).data.reason) }
  const error = (thrown ?? {}) as Carried
  const code = error.code ?? ''
  const [known, detail] = BY_CODE[code] ?? byNature(error, code)
  return { code: known, detail: plain(detail) }
}

function byNature(error: Carried, code: string): readonly [Code, string] {
  const said = error.responseText ?? ''
  if (LOST.has(code) || code.startsWith('ClosedAfterConnect'))
    return ['connection-lost', error.reason ?? 'the server ended the connection']
  if (code.startsWith('ParserError')) return ['not-imap', 'its answers are no IMAP']
  if (code.startsWith('CERT_')) return ['untrusted', `its certificate can't be trusted (${code})`]
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || error.tlsFailed === true)
    return ['no-tls', `no protected connection came about (${error.message ?? code})`]
  if (/^Unsupported authentication|^Login is disabled|^No matching authentication/.test(error.message ?? ''))
    return ['auth-unsupported', 'the server does not take this way of signing in']
  if (error.serverResponseCode === 'PRIVACYREQUIRED') return ['no-tls', said]
  // Sent while the server has troubles of its own: the password may well be right.
  if (['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG'].includes(error.serverResponseCode ?? '')) return ['other', said]
  if (error.authenticationFailed === true && error.responseStatus !== undefined)
    return ['wrong-password', said || 'the server refused user and password']
  if (error.responseStatus !== undefined) return ['other', said || 'the server refused a command']
  return ['other', error.message ?? 'something unforeseen']
}
