import type { Parser } from '../parsers.ts'
import { lessSure } from './field.ts'
import { followUpBoss } from './lead-alert.ts'
import { isAnswer } from './own-text.ts'
import { isOf, type Profile } from './profile.ts'
import { realtor } from './realtor.ts'
import { zillow } from './zillow.ts'

const PROFILES: readonly Profile[] = [realtor, zillow, followUpBoss]

/** Portals whose mails are known. An answer under their name is not what they send. */
export const senderProfiles: Parser = (mail) => {
  for (const profile of PROFILES) {
    if (!isOf(profile, mail)) continue
    const found = profile.read(mail)
    if (!found) continue
    const parsed = { parser: profile.name, version: profile.version }
    if (!isAnswer(mail.subject)) return { ...parsed, ...found }
    return { ...parsed, leads: found.leads.map((fields) => lessSure(fields, 0.7)), doubt: found.doubt ?? 'unsure' }
  }
  return null
}
