import { squash } from '../../../lib/fold.ts'
import { looksLike } from '../../csv/read-content.ts'

export interface Signature {
  /** The letter without it. */
  text: string
  name: string | null
  phones: readonly { text: string; isFax: boolean }[]
  company: string | null
  title: string | null
  website: string | null
}

/** Signatures are short; what begins further up is the letter. */
const MOST_LINES = 25
/** Without a closing above it. */
const MOST_LINES_ALONE = 12
const LONGEST_LINE = 120
const DELIMITER = /^(?:-- ?|__+|—|–)$/
const SENT_FROM =
  /^(?:sent from|sent via|get outlook|gesendet (?:von|mit)|von meinem .{0,30} gesendet|envoyé (?:de|depuis|à partir)|enviado desde|inviato da|verzonden (?:vanaf|met|via)|verstuurd vanaf|enviado (?:do|de) meu|wysłane z)\b/i
const CLOSING = new Set(
  (
    'regards bestregards kindregards warmregards withkindregards withbestregards best thebest allthebest cheers thanks manythanks thankyou thanksinadvance sincerely ' +
    'yourssincerely yoursfaithfully yourstruly respectfully bestwishes cordially ' +
    'mitfreundlichengrussen mitfreundlichemgruss mitbestengrussen freundlichegrusse vielegrusse bestegrusse liebegrusse schonegrusse mfg lg vg gruss grusse vielendank danke ' +
    'cordialement biencordialement bienavous salutationsdistinguees sinceressalutations amicalement merci mercidavance bonnejournee ' +
    'saludos unsaludo saludoscordiales uncordialsaludo cordialmente atentamente atte gracias muchasgracias ' +
    'cordialisaluti distintisaluti saluti salutiscordiali grazie unsaluto metvriendelijkegroet metvriendelijkegroeten vriendelijkegroet groeten groet mvg alvastbedankt ' +
    'atenciosamente cumprimentos abracos obrigado obrigada pozdrawiam zpowazaniem'
  ).split(' '),
)
const FIRM =
  /(?:^|[\s.,&])(?:gmbh|ag|kg|ohg|ug|e\.?k\.?|inc|llc|llp|ltd|limited|plc|corp|corporation|company|co|group|sarl|sas|sa|s\.a\.|s\.l\.|sl|srl|spa|s\.p\.a\.|bv|b\.v\.|nv|oy|ab|aps|a\/s|kft|s\.r\.o\.|sp\. z o\.o\.|lda|ltda|holding|consulting|associates|partners|solutions|industries|technologies)\.?(?=$|[\s,])/i
const ROLE =
  /\b(?:manager|director|head of|chief|officer|president|owner|founder|partner|engineer|consultant|assistant|coordinator|buyer|purchaser|lead|specialist|analyst|ceo|cto|cfo|coo|cmo|vp|geschäftsführer(?:in)?|leiter(?:in)?|inhaber(?:in)?|einkäufer(?:in)?|assistenz|prokurist(?:in)?|berater(?:in)?|directeur|directrice|responsable|gérant(?:e)?|acheteur|chef de|director(?:a)?|gerente|jefe|encargad[oa]|titolare|responsabile|direttore|zaakvoerder|inkoper|bedrijfsleider|kierownik|dyrektor)\b/i
const FAX = /\b(?:fax|telefax|télécopie|faks)\b|^\s*f\s*[:.]/i

/** Parts the end of a letter from the letter: behind `-- `, a closing, or where only contact lines follow. */
export function readSignature(text: string): Signature {
  const lines = text.split('\n')
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop()
  const start = startOf(lines)
  const block = lines
    .slice(start)
    .map((line) => line.trim())
    .filter((line) => line !== '' && line.length <= LONGEST_LINE && !DELIMITER.test(line) && !SENT_FROM.test(line))
  const own = block.filter((line) => !isClosing(line))
  return { text: lines.slice(0, start).join('\n').trim(), ...readBlock(own) }
}

function startOf(lines: readonly string[]): number {
  const first = Math.max(1, lines.length - MOST_LINES)
  for (let index = first; index < lines.length; index++) if (DELIMITER.test(lines[index]?.trim() ?? '')) return index
  // The last one: "Thanks" may open the letter, too.
  for (let index = lines.length - 1; index >= first; index--) {
    const line = lines[index]?.trim() ?? ''
    if ((isClosing(line) || SENT_FROM.test(line.slice(0, LONGEST_LINE))) && !lines.slice(index + 1).some(isSentence)) return index
  }
  // No closing: the last paragraph, when it holds a number and no sentence.
  const blank = lines.findLastIndex((line) => line.trim() === '')
  const last = lines.slice(blank + 1)
  const isContact = blank > 0 && last.length <= MOST_LINES_ALONE && last.some((line) => phonesIn(line).length > 0)
  return isContact && last.every((line) => line.trim().length <= 80 && !/[.!?]$/.test(line.trim())) ? blank + 1 : lines.length
}

function isSentence(line: string): boolean {
  return line.length > LONGEST_LINE || (line.trim().split(/\s+/, 9).length > 8 && phonesIn(line).length === 0)
}

function isClosing(line: string): boolean {
  return line.length <= 60 && line !== '' && line.split('/').every((part) => CLOSING.has(squash(part)))
}

function readBlock(lines: readonly string[]): Omit<Signature, 'text'> {
  const phones: { text: string; isFax: boolean }[] = []
  let company: string | null = null
  let title: string | null = null
  let website: string | null = null
  let name: string | null = null
  for (const line of lines.flatMap(piecesOf)) {
    const phone = phoneOf(line)
    if (phone !== null) phones.push({ text: phone, isFax: FAX.test(line) })
    else if (line.includes('@')) continue
    else if (isWebsite(line)) website ??= line
    else if (FIRM.test(line)) company ??= line
    // `Managing director: Hans Maier` stands in every letter of the firm, and is another person.
    else if (ROLE.test(line) && line.length <= 60) title ??= line.includes(':') ? null : line
    else if (looksLike.name(line)) name ??= line
  }
  return { name, phones, company, title, website }
}

const piecesOf = (line: string): string[] => line.split(/\s[|•·]\s|\t/).map((piece) => piece.trim())

const phonesIn = (line: string): string[] =>
  line.length > LONGEST_LINE ? [] : piecesOf(line).flatMap((piece) => phoneOf(piece) ?? [])

/** A number one dials, alone or behind a short label. */
function phoneOf(piece: string): string | null {
  const text = piece.replace(/^[\p{L}][\p{L} .()-]{0,20}[:.]\s*/u, '')
  return looksLike.phone(text) ? text : null
}

function isWebsite(line: string): boolean {
  return /^(?:https?:\/\/|www\.)\S+$/i.test(line)
}
