const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Codes the browser has a name for that are no country. */
const NO_COUNTRY = new Set([
  'EU',
  'EZ',
  'UN',
  'XA',
  'XB',
  'ZZ',
  'QO',
  'AN',
  'CS',
  'SU',
  'YU',
  'DD',
  'FX',
  'BU',
  'TP',
  'ZR',
  'NT',
  'HV',
  'DY',
  'RH',
  'VD',
  'YD',
  'NH',
  'UK',
  'CP',
  'DG',
  'EA',
  'IC',
  'TA',
  'AC',
  'CQ',
])

/** Every country as ISO alpha-2 with its name, in order of names. */
export function countries(locale?: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
  const found: { value: string; label: string }[] = []
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      const value = first + second
      const label = NO_COUNTRY.has(value) ? undefined : names.of(value)
      if (label !== undefined) found.push({ value, label })
    }
  }
  return found.sort((a, b) => a.label.localeCompare(b.label, locale))
}
