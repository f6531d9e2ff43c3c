import { createHash } from 'node:crypto'
import type { Mail } from './mail.ts'

/**
 * What makes a mail that mail (edge case 14): its mailbox, its Message-ID and its body; without a Message-ID the sender, date and subject in its
 * place. Programs reuse Message-IDs, so the body counts; servers and exports add headers and change line ends, so these don't.
 */
export function mailKey(mail: Mail, mailbox: string): string {
  const { messageId, from, headers, subject, raw } = mail
  const who = messageId ?? ['', from?.address ?? '', headers.get('date')?.[0] ?? '', subject ?? ''].join('\0')
  return createHash('sha256').update(`${mailbox}\0${who}\0`).update(bodyOf(raw), 'latin1').digest('hex')
}

/**
 * Everything behind the headers, as any mailbox format gives it back: LF line ends, no quoted "From ", no line ends at the end. All of it where
 * nothing parts headers from body, or two such mails would be one.
 */
function bodyOf(raw: Buffer): string {
  const text = raw.toString('latin1').replaceAll(/\r\n?/g, '\n')
  const start = /[^\n]/.exec(text)?.index ?? 0
  const headersEnd = text.indexOf('\n\n', start)
  if (headersEnd < 0) return text.trimEnd()
  let end = text.length
  while (end > headersEnd && text[end - 1] === '\n') end--
  return text.slice(headersEnd + 2, Math.max(end, headersEnd + 2)).replaceAll(/^>+From /gm, 'From ')
}
