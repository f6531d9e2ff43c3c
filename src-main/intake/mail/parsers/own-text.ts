import type { Mail } from '../mail.ts'
import { isNoReply, isRelay } from './no-contact.ts'

const ORIGINAL =
  /^-{2,20} ?(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message original|message transféré|mensaje original|mensaje reenviado|messaggio originale|oorspronkelijk bericht|mensagem original|wiadomość oryginalna) ?-{0,20}$/i
/** What stands before the answered text, in the languages of the usual programs: how it begins and how it ends. */
const WROTE: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^on /i, /wrote:$/i],
  [/^am /i, /(?:schrieb|geschrieben)\b[^:]{0,200}:$/i],
  [/^le /i, /a écrit ?:$/i],
  [/^el /i, /escribió:$/i],
  [/^il /i, /ha scritto:$/i],
  [/^op /i, /(?:schreef|geschreven)\b[^:]{0,200}:$/i],
  [/^em /i, /escreveu:$/i],
  [/^(?:dnia|w dniu) /i, /(?:napisał(?:\(a\)|a)?|pisze):$/i],
]
const HEAD_BEGINS = /^(?:\*?)(?:from|von|de|da|van|od)\s?:\*? .*@/i
const HEAD_GOES_ON =
  /^(?:\*?)(?:sent|date|to|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|para|asunto|inviato|a|oggetto|verzonden|aan|onderwerp)\s?:/i
const LONGEST_LINE = 500

/**
 * What the sender wrote: without the mail they answer. Read line by line with bounded patterns; the kept libraries for this took 17 seconds for
 * 15,000 characters made for them.
 */
export function ownText(text: string): string {
  const lines = text.split('\n')
  const end = lines.findIndex((_, index) => index > 0 && opensQuote(lines, index))
  const own = end < 0 ? lines : lines.slice(0, end)
  // Trailing quoted lines whose opening was not recognised.
  let last = own.length
  while (last > 0 && /^\s*(?:>.*)?$/.test(own[last - 1]?.slice(0, LONGEST_LINE) ?? '')) last--
  return own.slice(0, last).join('\n')
}

function opensQuote(lines: readonly string[], index: number): boolean {
  const line = lines[index]?.trim() ?? ''
  if (line === '' || line.length > LONGEST_LINE) return false
  if (ORIGINAL.test(line) || (/^_{20,}$/.test(line) && hasHead(lines, index))) return true
  const next = lines[index + 1]?.trim() ?? ''
  // Programs break this line at the sender's name.
  const whole = next.length > LONGEST_LINE ? line : `${line} ${next}`
  if (WROTE.some(([begin, end]) => begin.test(line) && (end.test(line) || end.test(whole)) && /\d/.test(whole))) return true
  return HEAD_BEGINS.test(line) && HEAD_GOES_ON.test(next)
}

/** Outlook draws a line, and writes the head of the answered mail below. */
function hasHead(lines: readonly string[], index: number): boolean {
  const line = lines.slice(index + 1, index + 4).find((one) => one.trim() !== '')
  return line !== undefined && HEAD_BEGINS.test(line.trim().slice(0, LONGEST_LINE))
}

const ANSWER = /^\s*(?:re|aw|antw|antwort|sv|vs|odp|rif|res|réf|ref|r|tr|wg|fw|fwd|wtr|doorst|i|enc|rv)\s*(?:\[\d{1,3}\])?\s*:/i

/** True for the subject of an answer or a forwarded mail, in whatever language its program speaks. */
export function isAnswer(subject: string | null): boolean {
  return subject !== null && ANSWER.test(subject.slice(0, 100))
}

const FORWARD = /^\s*(?:fw|fwd|wg|tr|rv|enc|i|wtr|doorst|pd)\s*:/i
/** True for a subject that says the mail below is somebody else's. */
export function isForward(subject: string | null): boolean {
  return subject !== null && FORWARD.test(subject.slice(0, 100))
}

/** True for a mail that no person wrote to us: from an address nobody reads, a relay, or with an answer address of somebody else. */
export function isAutomated(mail: Mail): boolean {
  if (mail.from === null || isNoReply(mail.from.address) || isRelay(mail.from.address)) return true
  const local = mail.from.address.split('@')[0] ?? ''
  if (
    /^(?:wordpress|webmaster|www-data|apache|nobody|notifications?|notify|forms?|formular|mailer|leads?|newlead|alerts?|website|web)$/.test(
      local,
    )
  )
    return true
  return mail.replyTo.some((reply) => reply.address !== mail.from?.address)
}
