import type { LeadDraft } from '../../../src-main/contract/index.ts'
import { emptyDraft } from '../../../src-main/desk/empty-draft.ts'
import { NOON } from '../../helpers/facts.ts'
import { seeded } from '../random.ts'
import * as rules from './rules.ts'

const FIRST =
  'Anna Jonas Marie Paul Lena Felix Clara Emil Nora Hugo Ines Luca Sofia Mateo Alice Oscar Julia Viktor Elena Tomas'.split(' ')
const SYLLABLES =
  'ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti to'.split(' ')

/** Drafts one after another, clean already, for a desk that is only to be large. The 6% of one company's word will wait. */
export function* drafts(count: number): Generator<LeadDraft> {
  const random = seeded(20_261_125)
  for (let i = 0; i < count; i++) {
    const first = random.one(FIRST)
    const last = Array.from({ length: 3 }, () => random.one(SYLLABLES)).join('')
    const company = `${random.one(rules.COMPANY_WORDS)} ${random.one(rules.COMPANY_KINDS)}`
    yield {
      ...emptyDraft(),
      firstName: first,
      lastName: last,
      name: `${first} ${last}`,
      email: `${first.toLowerCase()}.${last}${i}@${company.toLowerCase().replace(' ', '-')}.com`,
      phone: `+49151${String(10_000_000 + i)}`,
      company,
      city: random.one(rules.CITIES),
      country: random.one(rules.COUNTRIES),
      language: random.one(rules.LANGUAGES),
      product: random.one(rules.PRODUCTS),
      source: random.one(rules.SOURCES),
      score: random.int(0, 100),
      value: random.int(0, 200_000),
      currency: 'EUR',
      receivedAt: NOON - random.int(0, 90 * 24 * 60) * 60_000,
    }
  }
}
