import type { Database, Statement } from 'better-sqlite3'
import type { LeadId } from '../../contract/index.ts'
import { eventCode } from '../codes.ts'
import type { LeadRow } from './lead-rows.ts'

/** A long mail is found by its beginning; more would make the index larger than the leads. */
const LONGEST_MESSAGE = 2_000
const MOST_WORDS = 12

type Searched = Pick<LeadRow, 'name' | 'company' | 'email' | 'email2' | 'phone' | 'phone2' | 'message'>

/**
 * Words of leads by their beginnings. Filled by a statement a lead: by a trigger it costs five times as much (PERFORMANCE.md).
 * The tokenizer cuts at everything but letters and digits, e-mail addresses too.
 */
export class Search {
  readonly #add: Statement<[number, string], unknown>
  readonly #remove: Statement<[number], unknown>
  readonly #lead: Statement<[number], Searched>
  readonly #notes: Statement<[number, number], string>

  constructor(db: Database) {
    this.#add = db.prepare('insert into leads_words (rowid, words) values (?, ?)')
    this.#remove = db.prepare('delete from leads_words where rowid = ?')
    this.#lead = db.prepare('select name, company, email, email2, phone, phone2, message from leads where id = ?')
    this.#notes = db
      .prepare<[number, number], string>(
        "select data ->> '$.text' from events where lead_id = ? and type = ? and undone_by is null",
      )
      .pluck()
  }

  add(id: LeadId, lead: Searched): void {
    this.#add.run(id, wordsOf(lead))
  }

  /** After a note or an edit. */
  refresh(id: LeadId): void {
    const lead = this.#lead.get(id)
    if (lead === undefined) return
    this.#remove.run(id)
    this.#add.run(id, [wordsOf(lead), ...this.#notes.all(id, eventCode.number('lead-noted'))].join(' '))
  }

  remove(id: LeadId): void {
    this.#remove.run(id)
  }
}

function wordsOf(lead: Searched): string {
  let words = lead.name ?? ''
  for (const text of [lead.company, lead.email, lead.email2]) if (text !== null) words += ` ${text}`
  for (const phone of [lead.phone, lead.phone2]) if (phone !== null) words += phoneWords(phone)
  if (lead.message !== null) words += ` ${lead.message.slice(0, LONGEST_MESSAGE)}`
  return words
}

/** Prefixes of two digits; 1 and 7 are of one, all others of three (ITU-T E.164). */
const TWO_DIGIT_PREFIXES = new Set(
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
)

/** A number is looked for with or without its country's prefix. */
function phoneWords(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '')
  if (!phone.startsWith('+')) return ` ${digits}`
  const prefix = digits.startsWith('1') || digits.startsWith('7') ? 1 : TWO_DIGIT_PREFIXES.has(digits.slice(0, 2)) ? 2 : 3
  return ` ${digits} ${digits.slice(prefix)}`
}

/**
 * What a person typed as an FTS5 query: every word, or what it begins, must occur. Null when nothing in it can be looked for. A
 * telephone number as people write it is one word, without its leading zeros.
 */
export function searchQuery(text: string): string | null {
  const asPhone = /^[+\d][\d\s()/.-]{4,}$/.test(text.trim()) ? text.replaceAll(/\D/g, '').replace(/^0+/, '') : null
  const words = asPhone === null ? (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) : [asPhone]
  const asked = words.filter((word) => word !== '').slice(0, MOST_WORDS)
  return asked.length === 0 ? null : asked.map((word) => `"${word}"*`).join(' AND ')
}
