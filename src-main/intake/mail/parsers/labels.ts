import type { FieldReading, MailReason } from '../../../contract/index.ts'
import { fold, squash } from '../../../lib/fold.ts'
import { parseEmail } from '../../../lib/emails.ts'
import { matchColumns } from '../../csv/match-columns.ts'
import type { Mail } from '../mail.ts'
import type { Parser } from '../parsers.ts'
import { field, fieldsOf, lessSure, valueOf } from './field.ts'
import { fieldOfLabel, isHeadLabel, isPlaceLabel } from './label-names.ts'
import { type Pair, type PairOptions, readPairs } from './label-pairs.ts'
import { linesOfHtml, linesOfText } from './lines.ts'
import { isMasked, isRelay } from './no-contact.ts'
import { isAnswer, isAutomated, isForward, ownText } from './own-text.ts'

const VERSION = 1
/** How sure a value is by how its label was understood. */
const SURE = { memory: 0.85, alias: 0.9, content: 0.6, none: 0.9 } as const
const MOST_CUSTOM = 60
/** Of one lead. No form has as many. */
const MOST_PAIRS = 200
const LONGEST_CUSTOM = 5_000

/** Labels and values in lines or tables: web forms of any make, and what portals write that nobody knows better. */
export const labels: Parser = (mail) => {
  const pairs = pairsOf(mail)
  const blocks = blocksOf(pairs)
  const leads = blocks.map((block) => readBlock(block, mail))
  const telling = leads.filter((fields) => fields.filter((one) => !one.field.startsWith('custom.')).length > 1)
  if (telling.length === 0) {
    const asked = new Set(pairs.filter((pair) => pair.value === '').map((pair) => fieldOfLabel(pair.label)))
    const isEmptyForm = pairs.every((pair) => pair.value === '') && (asked.has('email') || asked.has('phone')) && asked.size > 1
    return isEmptyForm ? { parser: 'labels', version: VERSION, leads: [], doubt: 'empty-form' } : null
  }
  if (telling.length === 1 && isOwnLetter(mail, pairs, telling[0] ?? [])) return null
  const sure = isAnswer(mail.subject) ? telling.map((fields) => lessSure(fields, 0.7)) : telling
  return { parser: 'labels', version: VERSION, leads: sure, doubt: doubtOf(mail, sure) }
}

function doubtOf(mail: Mail, leads: readonly FieldReading[][]): MailReason | null {
  if (leads.length > 1) return 'several-leads'
  const [fields = []] = leads
  if (valueOf(fields, 'email') === null && valueOf(fields, 'phone') === null) return 'no-contact'
  if (isForward(mail.subject)) return 'forwarded'
  return isAnswer(mail.subject) ? 'unsure' : null
}

/** Pairs of the text or of the HTML, whichever says more. */
export function pairsOf(mail: Mail, options?: PairOptions): Pair[] {
  // Somebody hands on a form: it stands below the head of the mail that brought it.
  const ofText = readPairs(linesOfText(isForward(mail.subject) ? mail.text : ownText(mail.text)), options)
  if (mail.html === null) return ofText
  const ofHtml = readPairs(linesOfHtml(mail.html), options)
  const filled = (pairs: readonly Pair[]): Pair[] => pairs.filter((pair) => pair.value !== '')
  const known = (pairs: readonly Pair[]): number =>
    filled(pairs).filter((pair) => !['custom', null].includes(fieldOfLabel(pair.label))).length
  const gain = known(ofHtml) - known(ofText) || filled(ofHtml).length - filled(ofText).length
  return gain > 0 ? ofHtml : ofText
}

/** One list a lead: where the label that everything began with comes again, the next one begins. */
function blocksOf(pairs: readonly Pair[]): Pair[][] {
  const isPerson = (pair: Pair): boolean => ['name', 'firstName', 'email'].includes(fieldOfLabel(pair.label) ?? '')
  const comesAgain = (pair: Pair): boolean => pairs.filter((other) => squash(other.label) === squash(pair.label)).length > 1
  // "3 opportunities near you" name nobody.
  const first = pairs.find(isPerson) ?? pairs.slice(0, 20).find(comesAgain)
  if (!first) return [[...pairs]]
  const key = squash(first.label)
  const blocks: Pair[][] = [[]]
  let hasBegun = false
  for (const pair of pairs) {
    if (squash(pair.label) === key && pair.value !== '') {
      if (hasBegun) blocks.push([])
      hasBegun = true
    }
    blocks.at(-1)?.push(pair)
  }
  return blocks
}

/** The pairs of one lead as fields, understood as the columns of a table are. */
export function readBlock(block: readonly Pair[], mail: Mail): FieldReading[] {
  const sender = senderLine(block)
  const filled = block
    .filter((pair) => pair !== sender?.pair && !isHeadLabel(pair.label) && pair.value !== '')
    .flatMap((pair) => placeOf(pair) ?? [pair])
  const pairs = firstOfEach(filled).slice(0, MOST_PAIRS)
  const remembered = new Map<string, string | null>()
  for (const { label } of pairs) {
    const name = fieldOfLabel(label)
    if (name === 'custom' || name === 'message' || name === 'product') remembered.set(fold(label), name)
  }
  const columns = matchColumns({
    headers: pairs.map((pair) => pair.label),
    samples: [pairs.map((pair) => pair.value)],
    hasHeader: true,
    remembered,
    file: '',
  })
  const found = columns.map((column, index): FieldReading | null => {
    const pair = pairs[index]
    if (!pair) return null
    const { label, value, where } = pair
    const target = column.target ?? 'custom'
    if (target === 'custom' || !isUsable(target, value, mail)) return customField(label, value, where)
    return field(target, value, SURE[column.matchedBy], where)
  })
  const custom = found.filter((one) => one?.field.startsWith('custom.')).slice(0, MOST_CUSTOM)
  const fields = fieldsOf([...(sender?.fields ?? []), ...found.filter((one) => !one?.field.startsWith('custom.')), ...custom])
  const answerTo = valueOf(fields, 'email') === null ? replyCandidate(mail) : null
  return answerTo === null ? fields : [...fields, answerTo]
}

/** `80331 München` as a code and a town. */
function placeOf(pair: Pair): Pair[] | null {
  if (!isPlaceLabel(pair.label) || pair.value.length > 100) return null
  const [, code, town] = /^((?:[A-Z]{1,2}-)?\d[\d-]{2,8}(?: [A-Z]{2}(?= ))?),? +(\p{L}[^\d\n]*)$/u.exec(pair.value) ?? []
  if (code === undefined || town === undefined) return null
  return [
    { ...pair, label: 'Postal code', value: code },
    { ...pair, label: 'City', value: town },
  ]
}

export function customField(label: string, value: string, where: string): FieldReading | null {
  return field(`custom.${label.slice(0, 100)}`, value.slice(0, LONGEST_CUSTOM), SURE.none, where)
}

/** A number or address that is none of a prospect is kept as it stands, and is not how to reach them. */
function isUsable(target: string, value: string, mail: Mail): boolean {
  if (target === 'phone' || target === 'phone2') return !isMasked(value)
  if (target !== 'email' && target !== 'email2') return true
  const address = parseEmail(value)?.address
  if (isMasked(value)) return false
  return address === undefined || !(isRelay(address) || mail.to.some((to) => to.address === address))
}

function firstOfEach(pairs: readonly Pair[]): Pair[] {
  const seen = new Set<string>()
  return pairs.filter(({ label }) => !seen.has(squash(label)) && Boolean(seen.add(squash(label))))
}

/** Contact Form 7 begins with `From: Ana Reyes <ana@…>`, of the person; forwarded mails with a whole head. */
function senderLine(block: readonly Pair[]): { pair: Pair; fields: (FieldReading | null)[] } | null {
  const pair = block.find(({ label }) => /^(?:from|von|de|da|van)$/i.test(label))
  const isHead = block.some(({ label }) => /^(?:to|sent|date|an|gesendet|à|envoyé|para|enviado)$/i.test(label))
  const parsed = pair && !isHead ? parseEmail(pair.value) : null
  if (!pair || !parsed || isRelay(parsed.address)) return null
  const subject = block.find(({ label }) => /^(?:subject|betreff|objet|asunto|oggetto|onderwerp)$/i.test(label))
  return {
    pair,
    fields: [
      field('name', parsed.name, 0.9, pair.where),
      field('email', parsed.address, 0.9, pair.where),
      field('custom.Subject', subject?.value, 0.9, subject?.where ?? ''),
    ],
  }
}

/** Forms put the visitor into Reply-To. */
export function replyCandidate(mail: Mail): FieldReading | null {
  const known = new Set([mail.from?.address, ...mail.to.map((to) => to.address)])
  const reply = mail.replyTo.find(({ address }) => !known.has(address) && !isRelay(address))
  return field('email', reply?.address, 0.7, 'Reply-To')
}

/** A letter of the person who sent it, whose signature has labels in it. */
function isOwnLetter(mail: Mail, pairs: readonly Pair[], fields: readonly FieldReading[]): boolean {
  if (mail.from === null || isAutomated(mail)) return false
  const email = valueOf(fields, 'email')
  const other = email !== null && email.toLowerCase() !== mail.from.address
  if (other) return false
  const said = ownText(mail.text)
    .split('\n')
    .filter((line) => line.trim() !== '').length
  const covered = pairs.reduce((sum, pair) => sum + pair.to - pair.from + 1, 0)
  return (pairs[0]?.from ?? 0) > 3 || covered < said / 2
}
