/** The mark that parts whole from fraction in a column, where its values tell. */
export type DecimalMark = '.' | ','

export interface ReadNumber {
  value: number
  /** ISO 4217, when a sign or code stood beside it. */
  currency: string | null
}

const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
  '₺': 'TRY',
  zł: 'PLN',
  r$: 'BRL',
  us$: 'USD',
  c$: 'CAD',
  ca$: 'CAD',
  a$: 'AUD',
  au$: 'AUD',
  kč: 'CZK',
  fr: 'CHF',
  'fr.': 'CHF',
  sfr: 'CHF',
  euro: 'EUR',
  euros: 'EUR',
  dollars: 'USD',
  rs: 'INR',
  'rs.': 'INR',
}
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  thousand: 1e3,
  tausend: 1e3,
  mil: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mio: 1e6,
  mln: 1e6,
  million: 1e6,
  millions: 1e6,
  millionen: 1e6,
  millones: 1e6,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
  milliarden: 1e9,
  milliards: 1e9,
  billion: 1e9,
  billions: 1e9,
  lakh: 1e5,
  lakhs: 1e5,
  lac: 1e5,
  crore: 1e7,
  crores: 1e7,
  cr: 1e7,
}

const PLAIN = /^-?\d{1,15}$/
const ONE =
  /^(?<before>[^\d.,+-]*)(?<minus>[-−]?)\s*(?<before2>[^\d.,\s+-]*)\s*(?<digits>(?:\d|[.,]\d)[\d.,'’ \u00a0\u202f]*)(?<after>.*)$/su
const RANGE = /^(.*?\d.*?)\s*(?:-|–|—|\bto\b|\bbis\b|\bà\b|\.\.+)\s*(\D{0,4}\d.*)$/s

/**
 * Reads amounts as people write them: `1,200`, `1.200,50 €`, `$5k`, `USD 1.5 million`, `(300)`, `500+`, `>1000`. Of a range
 * (`1-10 employees`, `$5k to $10k`) the lower end: a rule that asks for "at least" must not take who may be smaller.
 */
export function readNumber(text: string, mark: DecimalMark | null): ReadNumber | null {
  if (PLAIN.test(text)) return { value: Number(text), currency: null }
  const trimmed = text.trim()
  if (trimmed.length > 60) return null
  const range = RANGE.exec(trimmed)
  if (range) {
    const from = readOne(range[1] ?? '', mark)
    const to = readOne(range[2] ?? '', mark)
    if (from && to && to.value >= 0) {
      // "5-10k" is five thousand to ten thousand.
      const value = from.scale === 1 && to.scale > 1 && from.value < to.value / to.scale ? from.value * to.scale : from.value
      return value <= to.value ? { value, currency: from.currency ?? to.currency } : null
    }
  }
  const one = readOne(trimmed, mark)
  return one && { value: one.value, currency: one.currency }
}

function readOne(text: string, mark: DecimalMark | null): (ReadNumber & { scale: number }) | null {
  let rest = text.trim()
  const isNegative = /^\(.*\)$/.test(rest)
  if (isNegative) rest = rest.slice(1, -1)
  rest = rest.replace(
    /^(?:[<>~≈≥≤]=?|ca\.?|about|over|under|up to|über|rund|mehr als|bis zu|more than|less than|approx\.?)\s*/i,
    '',
  )
  const groups = ONE.exec(rest)?.groups
  if (!groups) return null
  const value = toNumber(groups['digits'] ?? '', mark)
  if (value === null) return null
  const words = [groups['before'], groups['before2'], ...(groups['after'] ?? '').split(/[\s/]+/)]
    .map((word) => word?.trim().toLowerCase() ?? '')
    .filter((word) => word !== '')
  let currency: string | null = null
  let scale = 1
  for (const raw of words) {
    const word = raw.replace(/^\+|[+.,]+$/g, '') || raw
    if (word in SCALES) scale *= SCALES[word] ?? 1
    else if (word in SIGNS) currency = SIGNS[word] ?? null
    else if (raw in SIGNS) currency = SIGNS[raw] ?? null
    else if (/^[a-z]{3}$/.test(word) && CODES.has(word)) currency = word.toUpperCase()
    else if (/^[km]€|^[km]\$$/.test(word)) scale *= word.startsWith('k') ? 1e3 : 1e6
    else if (!UNITS.has(word)) return null
  }
  const signed = value * scale * (isNegative || groups['minus'] ? -1 : 1)
  return Number.isFinite(signed) ? { value: signed, currency, scale } : null
}

const CODES = new Set(
  'eur usd gbp chf jpy inr cad aud nzd sek nok dkk pln czk huf ron bgn try rub uah brl mxn ars clp cop cny hkd sgd krw zar aed sar ils thb idr myr php vnd'.split(
    ' ',
  ),
)
/** Words that may stand beside a number and change nothing. */
const UNITS = new Set(
  '+ - -- – — % p.a p.a. pa employees employee people staff mitarbeiter mitarbeiterinnen ma beschäftigte employés salariés empleados personen persons fte users seats year yr jahr annum per and more und mehr plus or et more. points pts of out'.split(
    ' ',
  ),
)

/** `1.200,50`, `1 200.5`, `12,00,000`: what marks thousands and what the fraction. Null when it is no number at all. */
function toNumber(written: string, mark: DecimalMark | null): number | null {
  const digits = written.replaceAll(/['’\s\u00a0\u202f]/g, '').replace(/[.,]+$/, '')
  const dots = digits.split('.').length - 1
  const commas = digits.split(',').length - 1
  if (dots === 0 && commas === 0) return Number(digits)
  const last: DecimalMark = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ','
  if (dots > 0 && commas > 0)
    return last === '.' && dots === 1 ? grouped(digits, ',', '.') : commas === 1 ? grouped(digits, '.', ',') : null
  if (dots + commas > 1) return grouped(digits, last, null)
  const [whole = '', fraction = ''] = digits.split(last)
  // "1.200" alone: thousands, unless the column's other values say that this mark begins a fraction.
  const isThousands = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && mark !== last
  return Number(isThousands ? whole + fraction : `${whole || '0'}.${fraction}`)
}

function grouped(digits: string, thousands: string, decimal: string | null): number | null {
  const [whole = '', fraction = ''] = decimal === null ? [digits] : digits.split(decimal)
  const groups = whole.split(thousands)
  // Two digits in the middle are Indian: 12,00,000.
  const isSound = groups.every((group, index) =>
    (index === 0 ? /^\d{1,3}$/ : index === groups.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(group),
  )
  return isSound ? Number(`${groups.join('')}.${fraction || '0'}`) : null
}

/** What one value says about its column's decimal mark: `either` when it has a mark that may mean both, null when it has none. */
export function markOf(value: string): DecimalMark | 'either' | null {
  const digits = /\d[\d.,]*/.exec(value)?.[0].replace(/[.,]+$/, '') ?? ''
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (last < 0) return null
  const mark = digits[last] === '.' ? '.' : ','
  const other = mark === '.' ? ',' : '.'
  if (digits.includes(other)) return mark
  if (digits.indexOf(mark) !== last) return other
  return digits.length - last - 1 === 3 && /^[1-9]\d{0,2}[.,]/.test(digits) ? 'either' : mark
}

/** What a column's values say about its decimal mark; null when none of them tells. */
export function findDecimalMark(values: readonly string[]): DecimalMark | null {
  const marks = values.map(markOf)
  const dots = marks.filter((mark) => mark === '.').length
  const commas = marks.filter((mark) => mark === ',').length
  return dots === commas ? null : dots > commas ? '.' : ','
}
