import type { TakeInInput } from '../desk/take-in-leads.ts'
import type { TakeInMailsInput } from '../desk/take-in-mails.ts'

/** What intake hands to the desk, in the desk's own words. */
export type IncomingLead = TakeInInput['leads'][number]
export type IncomingMail = TakeInMailsInput['mails'][number]
export type StoredProblem = NonNullable<TakeInInput['progress']>['problems'][number]
