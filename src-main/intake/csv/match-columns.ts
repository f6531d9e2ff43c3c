import { LEAD_FIELDS, type LeadField, DeskError } from '../../contract/index.ts'
import { fold, squash } from '../../lib/fold.ts'
import { parseEmail } from '../../lib/emails.ts'
import { ALIASES, COMPANY_IDS, COMPANY_SIGNS } from './aliases.ts'
import { type PlannedColumn, type Target, targetOf } from './column.ts'
import { findJoins } from './find-joins.ts'
import { fieldByContent, isCallingCodes, looksLike, share } from './read-content.ts'

export interface ColumnChoice {
  headers: readonly string[]
  /** Cells of the first rows, for what headers don't say. */
  samples: readonly (readonly string[])[]
  hasHeader: boolean
  /** By header: what the person chose. */
  map?: Readonly<Record<string, string | null>> | undefined
  /** By folded header: what was chosen before. */
  remembered?: ReadonlyMap<string, string | null> | undefined
  file: string
}

const byAlias = new Map<string, { field: LeadField; rank: number }>()
for (const field of LEAD_FIELDS)
  ALIASES[field].forEach((alias, rank) => {
    if (!byAlias.has(squash(alias))) byAlias.set(squash(alias), { field, rank })
  })
const companySigns = new Set(COMPANY_SIGNS.map(squash))
const companyIds = new Set(COMPANY_IDS.map(squash))
/** Words for a name: beside which other half they are the half named last. */
const HALF_NAMES = [
  ['nom', 'firstName', 'lastName'],
  ['nombre', 'lastName', 'firstName'],
  ['nome', 'lastName', 'firstName'],
  ['naam', 'firstName', 'lastName'],
] as const
const AT_HOME = /\bhome\b|priva|domicile|particular|personal|personnel|\bother\b|weitere|autre|\botro\b/i
/** `Lead - Owner`, `Contact: Email`, `person.name`: whose field it is says nothing more. */
const WHOSE = /^(?:lead|contact|person|prospect|deal|customer|client|kontakt|partner[_ ]id)\s*(?:-|:|\.|\/|\u203a|>)\s*(?=\S)/i
/** Headers about an e-mail or a call, not with one: opt-outs, counts, dates, states. */
const NOT_CONTACT =
  /opt|not |consent|valid|verified|status|bounce|count|sent|open|click|date|time|last|type|label|pager|fax|mum|dad's|format|updates|preferred|campaign/i

/** The squashed forms of a header that may be an alias, the whole one first. */
export function aliasKeys(header: string): string[] {
  const bare = header.replace(/__c$/i, '')
  const forms = [bare, bare.replace(WHOSE, ''), bare.replace(/\s*[([].*[)\]]\s*$/, ''), bare.replace(/[?*:]+\s*$/, '')]
  return [...new Set(forms.map(squash))]
}

export function aliasOf(header: string): { field: LeadField; rank: number } | null {
  for (const [form, key] of aliasKeys(header).entries()) {
    const found = byAlias.get(key)
    // What had to be left out may say whose it is: "Telefon (privat 2)" gives way to any telephone called so.
    if (found) return form === 0 ? found : { field: found.field, rank: found.rank + WEAKER * form }
  }
  return null
}
/** More than any field has aliases. */
const WEAKER = 1_000

/** Matches columns: the person's own choice, then what was chosen before, then names, then content. */
export function matchColumns(choice: ColumnChoice): PlannedColumn[] {
  const { headers, samples } = choice
  const columns = headers.map((header): PlannedColumn => ({
    header,
    target: 'custom',
    matchedBy: 'none',
    joins: null,
    spareFor: null,
  }))
  const valuesOf = (index: number): string[] => samples.map((row) => row[index]?.trim() ?? '').filter((value) => value !== '')
  const isFree = columns.map(() => true)
  const taken = new Set<Target>()
  const take = (index: number, target: Target, matchedBy: PlannedColumn['matchedBy']): void => {
    const column = columns[index]
    if (!column) return
    column.target = target
    column.matchedBy = matchedBy
    isFree[index] = false
    taken.add(target)
  }

  applyMap(choice, take)
  headers.forEach((header, index) => {
    const chosen = choice.remembered?.get(fold(header))
    if (chosen === undefined || !isFree[index]) return
    const target = targetOf(chosen)
    if (target !== undefined && (target === 'custom' || target === null || !taken.has(target))) take(index, target, 'memory')
  })
  if (choice.hasHeader) matchByName()
  matchByContent()
  findJoins({ headers, columns, isFree, taken, valuesOf, take })
  return columns

  function matchByName(): void {
    const found = headers.map((header, index) => (isFree[index] ? aliasOf(header) : null))
    // Best alias first; among equals the leftmost column. A number at home, or any other, comes last: who sells rings at work, then the mobile.
    const rankOf = ({ field, rank }: { field: LeadField; rank: number }, index: number): number =>
      field === 'phone2' && AT_HOME.test(headers[index] ?? '') ? rank + 5 * WEAKER : rank
    const order = found
      .map((alias, index) => ({ alias, index }))
      .filter((one): one is { alias: { field: LeadField; rank: number }; index: number } => one.alias !== null)
      .sort((a, b) => rankOf(a.alias, a.index) - rankOf(b.alias, b.index) || a.index - b.index)
    const company = isCompanyList()
    for (const { alias, index } of order) {
      const field = alias.field === 'name' && company && isBareName(index) ? 'company' : alias.field
      if (!fits(field, index)) continue
      if (!taken.has(field)) take(index, field, 'alias')
      else if (field === 'phone' || field === 'email') takeSecond(field, index)
      else if (field === 'phone2' || field === 'email2') spare(index, field === 'phone2' ? 'phone' : 'email')
    }
    if (company)
      take2(
        headers.findIndex((header, index) => isFree[index] && companyIds.has(squash(header))),
        'externalId',
      )
    settleNames()
    weakContacts()
  }

  function take2(index: number, field: LeadField): void {
    if (index >= 0 && !taken.has(field)) take(index, field, 'alias')
  }

  /** A second number or mailbox: office first, then mobile, whichever order the file has them in. */
  function takeSecond(field: 'phone' | 'email', index: number): void {
    const second = `${field}2` as const
    const hasOwn = headers.some(
      (header, other) => isFree[other] && other !== index && aliasOf(header)?.field === second && !AT_HOME.test(header),
    )
    if (!taken.has(second) && !hasOwn) take(index, second, 'alias')
    else spare(index, field)
  }

  function spare(index: number, field: 'phone' | 'email'): void {
    const column = columns[index]
    if (column) column.spareFor = field
  }

  /** Whether what stands below contradicts the header. */
  function fits(field: LeadField, index: number): boolean {
    // What a deal is called, and the department in a French Outlook.
    if (field === 'title' && /^(?:lead|deal)\W/i.test(headers[index] ?? '')) return false
    if (
      field === 'product' &&
      squash(headers[index] ?? '') === 'service' &&
      headers.some((header) => squash(header) === 'prenom')
    )
      return false
    const values = valuesOf(index)
    if (values.length === 0) return true
    if (field === 'country' && isCallingCodes(values)) return false
    // "Contact: cellular", "Title: Mr.", "E-mail: yes".
    if (field === 'email' || field === 'email2')
      return share(values, (value) => /^(?:yes|no|true|false|[01]|y|n)$/i.test(value)) < 0.5
    if (field === 'title')
      return share(values, (value) => /^(?:mr|mrs|ms|miss|dr|prof|herr|frau|m|mme|mlle|sr|sra)\.?$/i.test(value)) < 0.5
    if (field === 'receivedAt') return share(values, (value) => /\d/.test(value)) >= 0.5
    if (field === 'score') return share(values, (value) => /\d/.test(value)) >= 0.5
    return true
  }

  function isCompanyList(): boolean {
    const keys = headers.flatMap(aliasKeys)
    const hasPerson = headers.some((header) =>
      ['firstName', 'lastName', 'email', 'title', 'company'].includes(aliasOf(header)?.field ?? ''),
    )
    return !hasPerson && keys.some((key) => companySigns.has(key))
  }
  function isBareName(index: number): boolean {
    return ['name', 'displayname', 'fullname'].includes(squash(headers[index] ?? ''))
  }

  /** "Name" beside "Vorname", "Nom" beside "Prénom", "Nombre" beside "Apellidos", "Nome" beside "Cognome" are half a name; alone they are a whole one. */
  function settleNames(): void {
    for (const [word, other, half] of HALF_NAMES) {
      const index = headers.findIndex((header, at) => squash(header) === word && isFree[at])
      if (index >= 0) take2(index, taken.has(other) ? half : 'name')
    }
    const bare = columns.findIndex(
      (column) => column.matchedBy === 'alias' && column.target === 'name' && squash(column.header) === 'name',
    )
    const column = columns[bare]
    if (column && taken.has('firstName') && !taken.has('lastName') && !samplesHaveBlanks(bare)) {
      column.target = 'lastName'
      taken.add('lastName')
      taken.delete('name')
    }
  }
  function samplesHaveBlanks(index: number): boolean {
    return share(valuesOf(index), (value) => /\S\s+\S/.test(value)) > 0.5
  }

  /** "Dads email", "What is your phone number?": by a word of the header, when nothing better is there. */
  function weakContacts(): void {
    const weak: [field: 'email' | 'phone', pattern: RegExp][] = [
      ['email', /e-?mail\b|courriel|correo/i],
      ['phone', /phone|mobile|\btel\b|telefon|téléphone|teléfono|handy|whats ?app/i],
    ]
    for (const [field, pattern] of weak) {
      if (taken.has(field)) continue
      const index = headers.findIndex((header, at) => {
        const words = header.replaceAll(/[_.]/g, ' ')
        return isFree[at] && !columns[at]?.spareFor && pattern.test(words) && !NOT_CONTACT.test(words) && fits('email', at)
      })
      if (index >= 0) take(index, field, 'alias')
    }
  }

  function matchByContent(): void {
    headers.forEach((_, index) => {
      if (!isFree[index] || columns[index]?.spareFor) return
      const values = valuesOf(index)
      const field = fieldByContent(values, choice.hasHeader)
      if (field === null) return
      // A header that names something else is believed, unless it hides the only address.
      if (choice.hasHeader && (taken.has(field) || !['email', 'phone'].includes(field))) return
      if (!taken.has(field)) take(index, field, 'content')
      else if (field === 'email' && !taken.has('email2')) take(index, 'email2', 'content')
      else if (field === 'phone' && !taken.has('phone2')) take(index, 'phone2', 'content')
    })
  }
}

function applyMap(choice: ColumnChoice, take: (index: number, target: Target, by: PlannedColumn['matchedBy']) => void): void {
  for (const [header, chosen] of Object.entries(choice.map ?? {})) {
    const exact = choice.headers.indexOf(header)
    const index = exact >= 0 ? exact : choice.headers.findIndex((one) => squash(one) === squash(header))
    if (index < 0) throw new DeskError('map-unknown-header', { file: choice.file, header })
    const target = targetOf(chosen)
    if (target === undefined) throw new DeskError('map-unknown-field', { header, field: chosen ?? '' })
    take(index, target, 'memory')
  }
}

/** Whether a row reads like headers: how many of its cells are names of fields, and that none of them is a value. */
export function headerHits(cells: readonly string[]): number {
  if (cells.some((cell) => parseEmail(cell) !== null || looksLike.phone(cell) || looksLike.date(cell) || looksLike.url(cell)))
    return 0
  return cells.filter((cell) => cell.trim() !== '' && aliasOf(cell) !== null).length
}
