import { askLibrary, toE164 } from '../../../src-main/lib/phones.ts'
import { aPhone } from '../data/phones.ts'
import { quickPhone } from '../floors/phone.ts'
import { mustAgree, race, type Row } from '../measure.ts'
import { seeded } from '../random.ts'

const NUMBERS = 100_000

export async function measurePhones(): Promise<Row[]> {
  const random = seeded(20_261_122)
  const written = Array.from({ length: NUMBERS }, () => aPhone(random))
  const library = written.map(({ text, country }) => askLibrary(text, country)?.number ?? null)
  mustAgree(
    'phones',
    'the product',
    library,
    written.map(({ text, country }) => toE164(text, country)),
  )
  mustAgree(
    'phones',
    'the floor',
    library,
    written.map(({ text, country }) => quickPhone(text, country)),
  )
  const all = (read: (text: string, country: string) => unknown) => (): void => {
    for (const { text, country } of written) read(text, country)
  }
  const times = await race([
    { name: 'product', ops: NUMBERS, run: all(toE164) },
    { name: 'floor', ops: NUMBERS, run: all(quickPhone) },
    { name: 'library', ops: NUMBERS, run: all(askLibrary) },
  ])
  const [product, floor, peer] = ['product', 'floor', 'library'].map((name) => times.get(name)!)
  const about = { workload: 'phones, 22 countries', product: product!.micros, unit: 'µs' as const }
  return [
    {
      ...about,
      floor: floor!.micros,
      against: 'floor: short cut, nothing checked',
      must: 2,
      aim: 1.2,
      noise: Math.max(product!.noise, floor!.noise),
    },
    {
      ...about,
      floor: peer!.micros,
      against: 'libphonenumber-js',
      isAhead: true,
      must: 6,
      aim: null,
      noise: Math.max(product!.noise, peer!.noise),
    },
  ]
}
