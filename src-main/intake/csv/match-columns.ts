import { LEAD_FIELDS, type LeadField, DeskError } from '../../contract/index.ts'
import { fold, squash } from '../../lib/fold.ts'
import { parseEmail } from '../../lib/emails.ts'
import { ALIASES, COMPANY_IDS, COMPANY_SIGNS, HOUSE_NUMBERS } from './aliases.ts'
import { type Join, type PlannedColumn, type Target, targetOf } from './column.ts'
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
for (const field of LEAD_FIELDS) ALIASES[field].forEach((alias, rank) => byAlias.set(squash(alias), { field, rank }))
const companySigns = new Set(COMPANY_SIGNS.map(squash))
const companyIds = new Set(COMPANY_IDS.map(squash))
const IS_TIME = /\btime\b|uhrzeit|\bzeit\b|\bheure|\bhora\b/i
const isTimeOfDay = (value: string): boolean => /^\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?(?: uhr)?$/i.test(value)
const houseNumbers = new Set(HOUSE_NUMBERS.map(squash))
/** Words for a name: beside which other half they are the half named last. */
const HALF_NAMES = [
  ['nom', 'firstName', 'lastName'],
  ['nombre', 'lastName', 'firstName'],
  ['nome', 'lastName', 'firstName'],
  ['naam', 'firstName', 'lastName'],
] as const
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
  for (const key of aliasKeys(header)) {
    const found = byAlias.get(key)
    if (found) return found
  }
  return null
}

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
  findJoins()
  return columns

  function matchByName(): void {
    const found = headers.map((header, index) => (isFree[index] ? aliasOf(header) : null))
    // Best alias first; among equals the leftmost column.
    const order = found
      .map((alias, index) => ({ alias, index }))
      .filter((one): one is { alias: { field: LeadField; rank: number }; index: number } => one.alias !== null)
      .sort((a, b) => a.alias.rank - b.alias.rank || a.index - b.index)
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
    const hasOwn = headers.some((header, other) => isFree[other] && other !== index && aliasOf(header)?.field === second)
    if (!taken.has(second) && !hasOwn) take(index, second, 'alias')
    else spare(index, field)
  }

  function spare(index: number, field: 'phone' | 'email'): void {
    const column = columns[index]
    if (column) column.spareFor = field
  }

  /** Whether what stands below contradicts the header. */
  function fits(field: LeadField, index: number): boolean {
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

  /** Columns that hold a part of another: a calling code, a time, a house number. */
  function findJoins(): void {
    findCallingCodes()
    const hasTime = (value: string): boolean => /\d:\d\d/.test(value)
    const date = columns.findIndex(({ target }) => target === 'receivedAt')
    if (date >= 0 && share(valuesOf(date), hasTime) === 0)
      join('time', 'receivedAt', (header, values) => IS_TIME.test(header) && share(values, isTimeOfDay) === 1)
    if (taken.has('address'))
      join(
        'house-number',
        'address',
        (header, values) => houseNumbers.has(squash(header)) && share(values, (value) => /^\d/.test(value)) > 0.5,
      )
  }

  function join(joins: Join, target: LeadField, isIt: (header: string, values: string[]) => boolean): void {
    const index = headers.findIndex((header, at) => isFree[at] && valuesOf(at).length > 0 && isIt(header, valuesOf(at)))
    const column = columns[index]
    if (!column) return
    take(index, target, 'alias')
    column.joins = joins
  }

  /** `country_code` +91 beside a number without it. */
  function findCallingCodes(): void {
    if (!taken.has('phone')) return
    headers.forEach((header, index) => {
      const column = columns[index]
      if (!column || column.matchedBy === 'memory' || !(isFree[index] || column.target === 'country')) return
      if (
        !/country|calling|dial|isd|landesvorwahl|vorwahl|indicatif|prefijo|prefix/i.test(header) ||
        !isCallingCodes(valuesOf(index))
      )
        return
      column.joins = 'calling-code'
      column.target = 'phone'
      column.matchedBy = 'alias'
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
