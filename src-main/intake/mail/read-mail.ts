import libmime from 'libmime'
import { decodeText } from './decode-text.ts'
import { htmlToText } from './html-to-text.ts'
import { mailDate } from './mail-date.ts'
import type { Mail, MailPart } from './mail.ts'
import { decodeWords, readAddresses, readHeaders } from './read-headers.ts'
import { isTnef, readTnef } from './read-tnef.ts'
import { type Part, splitParts } from './split-parts.ts'

/** Parsers get no more of a mail than this; all of it stays in `raw`. */
const MOST_TEXT = 1_000_000
const MOST_HTML = 2_000_000
/** Mails in mails in mails; deeper ones stay attachments. */
const MOST_DEPTH = 4
const MOST_ENCLOSED = 50

/**
 * Reads a mail. Whatever its bytes, it answers: what can't be read is named in `problems`, and limits of size, depth and number of parts hold. It
 * follows no link and loads nothing.
 */
export async function readMail(raw: Buffer): Promise<Mail> {
  return readAtDepth(raw, 0)
}

async function readAtDepth(raw: Buffer, depth: number): Promise<Mail> {
  const { root, problem } = await splitParts(raw)
  const problems = problem === null ? [] : [problem]
  const part = root ?? {
    headers: [],
    type: 'text/plain',
    parameters: {},
    disposition: null,
    name: null,
    content: raw,
    children: [],
  }
  const found: Found = { attachments: [], enclosed: [], problems, depth }
  const body = await bodyOf(part, true, found)
  const { decoded, plain } = readHeaders(part)
  const first = (name: string): string | null => decoded.get(name)?.[0] ?? null
  const html = body.html === null || body.html.trim() === '' ? null : cut(body.html, MOST_HTML)
  const text = body.text === null || body.text.trim() === '' ? (html === null ? '' : htmlToText(html)) : body.text
  const addresses = (name: string): ReturnType<typeof readAddresses> => readAddresses(plain.get(name))
  return {
    raw,
    messageId: bracketed(first('message-id')),
    sentAt: mailDate(first('date') ?? ''),
    from: addresses('from')[0] ?? null,
    sender: addresses('sender')[0] ?? null,
    replyTo: addresses('reply-to'),
    to: addresses('to'),
    cc: addresses('cc'),
    returnPath: pathOf(first('return-path')),
    subject: first('subject'),
    headers: decoded,
    type: { value: part.type, parameters: part.parameters },
    text: cut(text, MOST_TEXT),
    html,
    attachments: found.attachments,
    enclosed: found.enclosed,
    problems,
  }
}

interface Found {
  attachments: MailPart[]
  enclosed: Mail[]
  problems: string[]
  depth: number
}
interface Body {
  text: string | null
  html: string | null
}

/** Text and HTML of a part and all below it. Of alternatives the first of each kind counts; parts side by side follow each other. */
async function bodyOf(part: Part, isRoot: boolean, found: Found): Promise<Body> {
  if (part.children.length === 0) return leafBody(part, isRoot, found)
  const bodies: Body[] = []
  for (const child of part.children) bodies.push(await bodyOf(child, false, found))
  if (part.type === 'multipart/alternative') {
    const isFilled = (text: string | null): boolean => text !== null && text.trim() !== ''
    return {
      text: bodies.find(({ text }) => isFilled(text))?.text ?? null,
      html: bodies.find(({ html }) => isFilled(html))?.html ?? null,
    }
  }
  const htmls = bodies.flatMap(({ html }) => html ?? [])
  const hasText = bodies.some(({ text }) => text !== null)
  return {
    text: hasText ? bodies.flatMap(({ text, html }) => text ?? (html === null ? [] : htmlToText(html))).join('\n') : null,
    html: htmls.length === 0 ? null : htmls.join('\n'),
  }
}

async function leafBody(part: Part, isRoot: boolean, found: Found): Promise<Body> {
  const nothing = { text: null, html: null }
  // A mail of one part has it as its body, whatever its disposition says.
  const isInline = isRoot || part.disposition !== 'attachment'
  if (isInline && (part.type === 'text/plain' || part.type === 'text/html')) {
    const decoded = decodeText(part.content, part.parameters['charset'] ?? null)
    if (part.type === 'text/html') return { text: null, html: decoded }
    const isFlowed = part.parameters['format']?.toLowerCase() === 'flowed'
    const delSp = part.parameters['delsp']?.toLowerCase() === 'yes'
    return { text: isFlowed ? libmime.decodeFlowed(decoded, delSp) : decoded, html: null }
  }
  if (part.type === 'message/rfc822' && found.depth < MOST_DEPTH && found.enclosed.length < MOST_ENCLOSED) {
    if (part.content.length > 0) found.enclosed.push(await readAtDepth(part.content, found.depth + 1))
    return nothing
  }
  if (isTnef(part.content)) {
    const { attachments, problem, ...body } = readTnef(part.content)
    found.attachments.push(...attachments)
    if (problem !== null) found.problems.push(problem)
    return body
  }
  // A multipart without parts is an empty mail, and its preamble is for readers that know no multiparts.
  if (part.type.startsWith('multipart/'))
    return { text: part.content.length > 0 ? decodeText(part.content, null) : null, html: null }
  const name = part.name === null ? null : decodeWords(decodeText(Buffer.from(part.name, 'utf8'), null))
  found.attachments.push({ name, type: part.type, content: part.content })
  return nothing
}

function cut(text: string, most: number): string {
  return text.length > most ? text.slice(0, most) : text
}

/** `<a@b>` of what stands in a Message-ID; older programs leave the brackets out. */
function bracketed(header: string | null): string | null {
  if (header === null) return null
  const inside = /<([^<>]+)>/.exec(header)?.[1] ?? header.replaceAll(/[<>]/g, '')
  const id = inside.replaceAll(/\s+/g, '')
  return id === '' ? null : `<${id}>`
}

function pathOf(header: string | null): string | null {
  if (header === null) return null
  return (/<([^<>]*)>/.exec(header)?.[1] ?? header).trim().toLowerCase()
}
