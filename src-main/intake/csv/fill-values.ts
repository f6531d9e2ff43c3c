import type { LeadDraft, NumberField } from '../../contract/index.ts'
import { detached, fold } from '../../lib/fold.ts'
import { languageCode } from '../../lib/languages.ts'
import { countryCode, hasRegions, regionCode, regionOfCountry } from '../../lib/places.ts'
import { keepAsCustom, tell, type Work } from './cleaning.ts'
import { shown } from './file-problem.ts'
import { fullTime, readDate } from './read-date.ts'
import { readNumber } from './read-number.ts'
import { readStage } from './read-stage.ts'

const ONE_LINE = /\s*[\r\n]+\s*/g
const NUMBERS: readonly NumberField[] = ['employees', 'revenue', 'value', 'score']
const TEXTS = [
  'name',
  'firstName',
  'lastName',
  'company',
  'title',
  'website',
  'industry',
  'city',
  'postalCode',
  'product',
  'source',
  'owner',
  'externalId',
] as const satisfies readonly (keyof LeadDraft)[]

export function fillTexts(work: Work): void {
  const { draft, texts } = work
  for (const field of TEXTS) {
    const cell = texts.get(field)
    if (cell) draft[field] = cell.text.replace(ONE_LINE, ' ')
  }
  // The store remembers names of sources for long.
  if (draft.source !== null) draft.source = detached(draft.source)
  draft.message = texts.get('message')?.text ?? null
  draft.address = addressOf(work)
  const language = texts.get('language')?.text
  if (language !== undefined) draft.language = languageCode(fold(language)) ?? language
  // Facebook writes z:12345, so that spreadsheets keep the zero.
  if (draft.postalCode !== null) draft.postalCode = draft.postalCode.replace(/^z:/, '')
}

/** Street and number, in the order of their columns: "Hauptstraße 5", "12 rue de la Paix". */
function addressOf(work: Work): string | null {
  const street = work.texts.get('address')
  const number = work.joined['house-number']
  if (number && !street) keepAsCustom(work, number.index, number.text)
  if (!street) return null
  const whole = !number
    ? street.text
    : number.index < street.index
      ? `${number.text} ${street.text}`
      : `${street.text} ${number.text}`
  return whole.replace(ONE_LINE, ', ')
}

/** Country and region as codes; a region is looked up in the row's country, else in the desk's. */
export function fillPlace(work: Work): void {
  const { draft, texts, by } = work
  const country = texts.get('country')?.text
  if (country !== undefined) {
    const code = countryCode(country)
    draft.country = code ?? country
    if (code === null) tell(work, 'country', 'unknown-country', `${shown(country)} is no country the desk knows`)
  }
  const region = texts.get('region')?.text
  if (region === undefined) {
    if (country !== undefined) draft.region = regionOfCountry(country)
    return
  }
  const known = country === undefined ? by.country : countryCode(country)
  const code = known === null ? null : regionCode(region, known)
  draft.region = code ?? region
  if (code === null && known !== null && country !== undefined && hasRegions(known))
    tell(work, 'region', 'unknown-region', `${shown(region)} is no region of ${known} the desk knows`)
}

export function fillNumbers(work: Work): void {
  const { draft, texts, by } = work
  for (const field of NUMBERS) {
    const cell = texts.get(field)
    if (!cell) continue
    const text = field === 'score' ? cell.text.replace(/\s*\/\s*100$/, '') : cell.text
    const read = readNumber(text, by.decimalMarks.get(cell.index) ?? null)
    if (read !== null && isWithin(field, read.value)) {
      draft[field] = read.value
      if (field !== 'employees') draft.currency ??= read.currency
    } else {
      keepAsCustom(work, cell.index, cell.text)
      const wanted = field === 'score' ? 'a number from 0 to 100' : 'a number'
      tell(work, field, 'bad-number', `${shown(cell.text)} is not ${wanted}; it is kept as written`)
    }
  }
  const currency = texts.get('currency')?.text
  if (currency === undefined) return
  draft.currency = /^[a-z]{3}$/i.test(currency)
    ? currency.toUpperCase()
    : (readNumber(`1 ${currency}`, null)?.currency ?? currency)
}

function isWithin(field: NumberField, value: number): boolean {
  if (field === 'score') return value >= 0 && value <= 100
  return field !== 'employees' || value >= 0
}

export function fillTags({ draft, texts }: Work): void {
  const tags = texts.get('tags')?.text
  if (tags === undefined) return
  // Google's own groups begin with an asterisk.
  const list = tags.split(/[;,|\r\n]| ::: /).map((tag) => tag.replace(/^\s*\*\s*/, '').trim())
  draft.tags = [...new Set(list)].filter((tag) => tag !== '')
}

export function fillStage(work: Work): void {
  const cell = work.texts.get('stage')
  if (!cell) return
  const stage = readStage(cell.text)
  if (stage) work.draft.stage = stage
  else tell(work, 'stage', 'unknown-stage', `${shown(cell.text)} is no stage the desk knows; the lead begins as new`)
  // The desk has five stages; what the other program called it stays readable.
  keepAsCustom(work, cell.index, cell.text)
}

export function fillDate(work: Work): void {
  const { draft, texts, by, joined } = work
  const cell = texts.get('receivedAt')
  if (joined.time && !cell) keepAsCustom(work, joined.time.index, joined.time.text)
  if (!cell) return
  const written = joined.time && !cell.text.includes(':') ? `${cell.text} ${fullTime(joined.time.text)}` : cell.text
  draft.receivedAt = readDate(written, { order: by.dateOrders.get(cell.index) ?? 'dmy', zone: by.timeZone }, by.now)
  if (draft.receivedAt !== null) return
  keepAsCustom(work, cell.index, written)
  tell(work, 'receivedAt', 'bad-date', `${shown(written)} is no date of the past the desk can read; it is kept as written`)
}
