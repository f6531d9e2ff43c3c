import type { Destination } from '../../../src-main/contract/index.ts'

/** A destination that gives the lead to a person: what it is given under can be said of it. */
export type Given = Extract<Destination, { to: 'pool' | 'rep' }>

/**
 * Sets parts of a destination; `undefined` takes a part out, since a document says only what is set. Whatever hangs on a part that is
 * gone goes with it.
 */
export function withParts<To extends Destination>(to: To, parts: { [Key in keyof To]?: To[Key] | undefined }): To {
  const next = Object.fromEntries(Object.entries({ ...to, ...parts }).filter(([, value]) => value !== undefined)) as To
  return next
}

/** Without a contact clock there is nothing to remind of or to be late for; without an offer, none to count. */
export function withTerms(to: Given, parts: Partial<Record<keyof Given, unknown>>): Given {
  const next = withParts(to, parts as never)
  const noClock = next.contactWithinMinutes === undefined
  const isOffered = next.acceptWithinMinutes !== undefined
  return withParts(next, {
    ...(noClock ? { contactClock: undefined, remindMinutesBefore: undefined, ifNotContacted: undefined } : {}),
    ...(isOffered ? {} : { maxOffers: undefined }),
  })
}
