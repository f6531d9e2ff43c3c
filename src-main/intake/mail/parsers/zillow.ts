import { field, fieldsOf, valueOf } from './field.ts'
import { pairsOf, readBlock } from './labels.ts'
import { ownText } from './own-text.ts'
import { between, type Profile } from './profile.ts'

const ASKS = ' is requesting information about '
const LABELS = ['Move in', 'Credit score', 'Income', 'Pets', 'Phone', 'Email', 'Occupants', 'Lease length', 'Parking', 'Smoker']

/**
 * Zillow: `NAME is requesting information about ADDRESS`, from a relay. The person's own address is often missing; the relay is kept as
 * the way to answer. The subject is well known, the body less.
 */
export const zillow: Profile = {
  name: 'zillow',
  version: 1,
  domains: ['convo.zillow.com'],
  read(mail) {
    const subject = mail.subject ?? ''
    const name = between(subject, '', ASKS)
    const property = between(subject, ASKS, null)
    if (name === null || property === null) return null
    const lines = ownText(mail.text).split('\n')
    const rest = { ...mail, text: lines.filter((line) => !line.includes(' says: ')).join('\n'), html: null, replyTo: [] }
    const fields = fieldsOf([
      field('name', name, 0.95, 'subject'),
      field('product', property, 0.95, 'subject'),
      field('message', messageIn(lines), 0.9, 'text, "says"'),
      field('custom.reply to', mail.from?.address, 0.9, 'From'),
      ...readBlock(pairsOf(rest, { known: LABELS }), rest),
    ])
    const isReachable = valueOf(fields, 'email') !== null || valueOf(fields, 'phone') !== null
    return { leads: [fields], doubt: isReachable ? null : 'no-contact' }
  },
}

/** From `NAME says:` to the first of its label lines. */
function messageIn(lines: readonly string[]): string | null {
  const from = lines.findIndex((line) => line.includes(' says: '))
  if (from < 0) return null
  const length = lines.slice(from + 1).findIndex((line) => LABELS.some((label) => line.trim().startsWith(`${label}:`)))
  const text = lines.slice(from, length < 0 ? undefined : from + 1 + length).join('\n')
  return between(text, ' says: ', null)
}
