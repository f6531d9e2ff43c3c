import { field, fieldsOf, valueOf } from './field.ts'
import { pairsOf, readBlock } from './labels.ts'
import { between, type Profile } from './profile.ts'

const ALERT = 'lead alert for '
/** What comes from the same sender and is about many leads, or none. */
const DIGESTS = ['hot sheet', 'weekly production', 'daily digest', 'weekly digest', 'weekly summary', 'daily summary']

/**
 * Follow Up Boss, which passes on what portals sent: `Lead alert for NAME from PORTAL interested in PROPERTY ($PRICE)`. The portal's own mail
 * of the same lead is matched by person, like any second arrival.
 */
export const followUpBoss: Profile = {
  name: 'follow-up-boss',
  version: 1,
  domains: ['followupboss.com'],
  read(mail) {
    const subject = mail.subject ?? ''
    const lower = subject.toLowerCase()
    if (DIGESTS.some((digest) => lower.includes(digest))) return { leads: [], doubt: 'digest' }
    if (!lower.includes(ALERT)) return null
    const about = between(subject, ALERT, null) ?? ''
    const [head, interest = ''] = splitAt(about, ' interested in ')
    const [name, portal] = splitAt(head, ' from ')
    const price = /\(([^()]{1,40})\)\s*$/.exec(interest)?.[1]
    const property = price === undefined ? interest : interest.slice(0, interest.lastIndexOf('('))
    const fields = fieldsOf([
      field('name', name, 0.9, 'subject'),
      field('source', portal, 0.9, 'subject'),
      field('product', property, 0.9, 'subject'),
      field('value', price, 0.7, 'subject'),
      ...readBlock(pairsOf(mail), mail),
    ])
    const isReachable = valueOf(fields, 'email') !== null || valueOf(fields, 'phone') !== null
    return { leads: [fields], doubt: isReachable ? null : 'no-contact' }
  },
}

function splitAt(text: string, mark: string): [string, string | undefined] {
  const at = text.toLowerCase().indexOf(mark)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)]
}
