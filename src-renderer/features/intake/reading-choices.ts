import { intakeText } from '../../text/intake.ts'

export interface Choice {
  value: string
  label: string
}

const { encodings } = intakeText.reading

export const ENCODINGS: readonly Choice[] = [
  ['utf-8', 'UTF-8'],
  ['windows-1252', encodings['windows-1252']],
  ['iso-8859-1', 'ISO 8859-1'],
  ['iso-8859-15', 'ISO 8859-15'],
  ['windows-1250', encodings['windows-1250']],
  ['windows-1251', encodings['windows-1251']],
  ['windows-1254', encodings['windows-1254']],
  ['macintosh', 'Macintosh'],
  ['utf-16le', 'UTF-16 LE'],
  ['utf-16be', 'UTF-16 BE'],
  ['shift_jis', 'Shift JIS'],
  ['euc-jp', 'EUC-JP'],
  ['euc-kr', 'EUC-KR'],
  ['gb18030', 'GB 18030'],
  ['big5', 'Big5'],
].map(([value = '', label = '']) => ({ value, label }))

export const DELIMITERS: readonly Choice[] = Object.entries(intakeText.reading.delimiters).map(([value, label]) => ({
  value,
  label,
}))

/** The choices, and the one that was found if it is not among them. */
export function choicesWith(choices: readonly Choice[], found: string): Choice[] {
  const value = found.toLowerCase()
  return choices.some((choice) => choice.value === value) ? [...choices] : [{ value, label: found }, ...choices]
}
