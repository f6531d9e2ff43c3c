import type { Random } from '../random.ts'

/** Telephone numbers of 22 countries as people write them: most plain, nationally or with a +, with blanks, hyphens and brackets. */
interface Shape {
  country: string
  code: string
  /** What one dials in front within the country. */
  trunk: string
  /** First digits of a number there, and how many it has. */
  starts: readonly string[]
  digits: number
}

const shape = (country: string, code: string, trunk: string, starts: string, digits: number): Shape => ({
  country,
  code,
  trunk,
  starts: starts.split(' '),
  digits,
})

const SHAPES: readonly Shape[] = [
  shape('US', '1', '', '212 310 415 512 617', 10),
  shape('CA', '1', '', '416 514 604 613', 10),
  shape('GB', '44', '0', '20 7400 7700 161', 10),
  shape('DE', '49', '0', '30 40 89 151 170', 10),
  shape('FR', '33', '0', '1 2 6 7', 9),
  shape('IT', '39', '', '02 06 320 347', 10),
  shape('ES', '34', '', '91 93 61 66', 9),
  shape('NL', '31', '0', '20 10 61 62', 9),
  shape('BE', '32', '0', '470 475 486', 9),
  shape('AT', '43', '0', '660 664 676', 10),
  shape('CH', '41', '0', '44 22 79 76', 9),
  shape('SE', '46', '0', '70 72 73', 9),
  shape('NO', '47', '', '40 41 22 90', 8),
  shape('DK', '45', '', '20 31 40 60', 8),
  shape('FI', '358', '0', '40 41 50', 9),
  shape('PL', '48', '', '50 60 22 12', 9),
  shape('PT', '351', '', '91 93 21 22', 9),
  shape('IE', '353', '0', '85 86 87', 9),
  shape('CZ', '420', '', '60 72 22 77', 9),
  shape('AU', '61', '0', '2 3 4', 9),
  shape('IN', '91', '0', '98 97 90 80', 10),
  shape('BR', '55', '', '11 21 31', 10),
]

export const PHONE_COUNTRIES = SHAPES.map(({ country }) => country)

export interface WrittenPhone {
  text: string
  country: string
}

export function aPhone(random: Random, country: string = random.one(PHONE_COUNTRIES)): WrittenPhone {
  const { code, trunk, starts, digits } = SHAPES.find((one) => one.country === country)!
  const start = random.one(starts)
  const rest = random.int(2, 9) + random.digits(digits - start.length - 1)
  const [first, second] = [rest.slice(0, 3), rest.slice(3)]
  const national = `${trunk}${start}`
  // Italy's 0 belongs to the number; elsewhere the 0 goes away behind a +.
  const text = random.one([
    `+${code} ${start} ${first} ${second}`,
    `+${code}${start}${rest}`,
    `+${code} ${start} ${first}-${second}`,
    `${national} ${first} ${second}`,
    `${national}${rest}`,
    `(${national}) ${first}-${second}`,
    `${national}-${first}-${second}`,
  ])
  return { text, country }
}
