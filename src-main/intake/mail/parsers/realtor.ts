import { parseEmail } from '../../../lib/emails.ts'
import type { Mail } from '../mail.ts'
import { field, fieldsOf, valueOf } from './field.ts'
import { pairsOf, readBlock } from './labels.ts'
import { isMasked, isRelay } from './no-contact.ts'
import { between, type Profile } from './profile.ts'

const LABELS = [
  'This consumer inquired about',
  'Property Address',
  'MLSID #',
  'Comment',
  'MLS ID',
  'Price',
  'Beds',
  'Baths',
  'Square Feet',
]

/**
 * Realtor.com and its Realtor Pro: `New realtor.com lead - NAME` over label lines, and `New inquiry: NAME PHONE E-MAIL.` with nothing below.
 * From public parsers with tests made of real mails.
 */
export const realtor: Profile = {
  name: 'realtor',
  version: 1,
  domains: ['realtor.com', 'realtorpro.io'],
  read(mail) {
    const subject = mail.subject ?? ''
    // An answer of somebody who is a lead already, under the same sender.
    if (/^new text reply from\b/i.test(subject)) return { leads: [], doubt: 'reply' }
    if (!/^new (?:realtor\.com lead|inquiry)\b/i.test(subject)) return null
    const fields = fieldsOf([
      ...readBlock(pairsOf(mail, { known: LABELS }), mail),
      ...inquirySubject(subject),
      nameInSubject(mail),
    ])
    const isReachable = valueOf(fields, 'email') !== null || valueOf(fields, 'phone') !== null
    return { leads: [fields], doubt: isReachable ? null : 'no-contact' }
  },
}

/** `New inquiry: Owen Marsh 206-555-0188 owen.marsh@example.com.`: read from its end, and without the full stop. */
function inquirySubject(subject: string): ReturnType<typeof field>[] {
  const rest = between(subject, 'new inquiry:', null)?.replace(/\.$/, '')
  if (!rest) return []
  const words = rest.split(/\s+/).slice(0, 30)
  const email = parseEmail(words.at(-1) ?? '')?.address ?? null
  if (email !== null) words.pop()
  const firstDigit = words.findIndex((word) => /^[+(]?\d/.test(word))
  const phone = firstDigit < 0 ? '' : words.slice(firstDigit).join(' ')
  return [
    field('name', words.slice(0, firstDigit < 0 ? undefined : firstDigit).join(' '), 0.9, 'subject'),
    field('phone', isMasked(phone) ? null : phone, 0.9, 'subject'),
    field('email', email === null || isRelay(email) || isMasked(email) ? null : email, 0.9, 'subject'),
  ]
}

function nameInSubject({ subject }: Mail): ReturnType<typeof field> {
  return field('name', between(subject ?? '', 'new realtor.com lead - ', null), 0.8, 'subject')
}
