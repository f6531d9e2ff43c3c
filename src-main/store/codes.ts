import type {
  EventType,
  Grade,
  IneligibleReason,
  LeadStatus,
  MailReason,
  MailVerdict,
  MethodUsed,
  Source,
  Stage,
  WaitCode,
} from '../contract/index.ts'

/**
 * Words of the contract as the small numbers they are saved as: a million leads and their indexes are a third smaller so. The
 * place in each list is the number. Only ever add at the end.
 */
class Code<Word extends string> {
  readonly #words: readonly Word[]
  readonly #numbers: ReadonlyMap<string, number>
  constructor(words: readonly Word[]) {
    this.#words = words
    this.#numbers = new Map(words.map((word, number) => [word, number]))
  }
  number(word: Word): number {
    const number = this.#numbers.get(word)
    if (number === undefined) throw new Error(`no number for ${word}`)
    return number
  }
  word(number: number): Word {
    const word = this.#words[number]
    if (word === undefined) throw new Error(`no word for ${number}`)
    return word
  }
  has(word: string): boolean {
    return this.#numbers.has(word)
  }
  numberOrNull(word: Word | null): number | null {
    return word === null ? null : this.number(word)
  }
  wordOrNull(number: number | null): Word | null {
    return number === null ? null : this.word(number)
  }
}

export const statusCode = new Code<LeadStatus>(['waiting', 'offered', 'assigned', 'partner', 'nurture', 'duplicate', 'discarded'])
export const WAITING = 0
export const OFFERED = 1
export const ASSIGNED = 2
export const DISCARDED = 6

/** Stages from `FIRST_CLOSED_STAGE` on are closed. */
export const stageCode = new Code<Stage>(['new', 'contacted', 'qualified', 'won', 'lost'])
export const FIRST_CLOSED_STAGE = 3
export const WON = 3
export const LOST = 4

const gradeCode = new Code<Grade>(['hot', 'warm', 'cold'])
/** The rank in the queue: best first, and leads without a grade last. */
export const NO_GRADE = 3
export const rankOf = (grade: Grade | null): number => (grade === null ? NO_GRADE : gradeCode.number(grade))
export const gradeOf = (rank: number): Grade | null => (rank === NO_GRADE ? null : gradeCode.word(rank))

export const waitCodes = new Code<WaitCode>([
  'nobody-eligible',
  'no-rule-matched',
  'held-by-rule',
  'held-by-hand',
  'held-by-import',
  'unknown-owner',
  'pool-empty',
  'waiting-for-owner',
  'waiting-for-share',
  'nobody-accepted',
  'trickling',
])

export const methodCode = new Code<MethodUsed>([
  'round-robin',
  'weighted',
  'least-loaded',
  'named',
  'owner-first',
  'longest-idle',
  'top-performer',
  'tiers',
  'claim',
  'share',
])
export const outcomeCode = new Code(['assigned', 'waiting', 'discarded', 'nurture', 'partners', 'offered'] as const)
export const rawKindCode = new Code(['csv', 'mail', 'form', 'hand'] as const)
export const verdictCode = new Code<MailVerdict>(['lead', 'review', 'ignored'])
export const mailReasonCode = new Code<MailReason>([
  'bounce',
  'auto-reply',
  'auto-generated',
  'newsletter',
  'list',
  'calendar',
  'receipt',
  'abuse-report',
  'spam',
  'own-mail',
  'digest',
  'reply',
  'by-hand',
  'no-contact',
  'unsure',
  'person',
  'forwarded',
  'several-leads',
  'empty-form',
  'unreadable',
  'too-large',
  'wanted',
])
export const customerCode = new Code(['new', 'existing', 'former'] as const)
export const sourceKindCode = new Code<Source['kind']>(['file', 'mail', 'form', 'hand', 'sample'])

/** The order in which bits stand for reasons; not the order in which they are told. */
export const reasonCode = new Code<IneligibleReason>([
  'inactive',
  'draining',
  'paused',
  'away',
  'busy',
  'time-off',
  'outside-hours',
  'missing-skill',
  'missing-language',
  'missing-product',
  'outside-territory',
  'outside-tier',
  'at-capacity',
  'at-daily-cap',
  'at-hourly-cap',
  'at-rule-cap',
  'already-offered',
  'weight-zero',
])

export const eventCode = new Code<EventType>([
  'lead-received',
  'lead-matched',
  'lead-assigned',
  'lead-waiting',
  'lead-held',
  'lead-discarded',
  'lead-edited',
  'lead-pinned',
  'lead-unpinned',
  'lead-noted',
  'lead-attempted',
  'lead-contacted',
  'lead-stage-changed',
  'step-undone',
  'rep-added',
  'rep-changed',
  'rep-availability-changed',
  'rules-published',
  'account-changed',
  'import-started',
  'import-finished',
  'import-undone',
  'settings-changed',
  'lead-offered',
  'offer-accepted',
  'offer-declined',
  'offer-expired',
  'contact-due-soon',
  'contact-breached',
  'lead-taken-back',
  'lead-released',
  'lead-merged',
  'rep-paused',
  'leads-rescored',
  'mail-held',
  'mail-settled',
  'inbox-saved',
  'inbox-removed',
  'inbox-troubled',
  'inbox-recovered',
  'form-saved',
  'form-removed',
  'template-saved',
  'template-removed',
  'lead-told-apart',
  'view-saved',
  'view-removed',
  'pin-changed',
])

/** What falls due for a lead, as `clocks` and `leads.due_kind` have it. */
export const clockCode = new Code(['accept', 'contact', 'remind', 'release', 'retry'] as const)
/** How an offer ended. `withdrawn`: a person or another rep's yes took it away. */
export const endingCode = new Code(['accepted', 'declined', 'expired', 'withdrawn'] as const)
export const DUE_ACCEPT = 0
export const DUE_CONTACT = 1

/** Bits of `leads.flags`. */
export const FREE_MAIL = 1
/** The lead brought a source of its own, and not only its intake source's name. */
export const OWN_SOURCE = 2
/** The lead brought the time it was received. */
export const OWN_DATE = 4
/** Its own date lay far back when it arrived: it starts no clocks. */
export const BACKLOG = 8
/** A clock for the first contact was started for it. */
export const CONTACT_CLOCK = 16
/** It was offered or given more than once. */
export const REROUTED = 32
/** It was offered or given. */
export const ROUTED = 64

/**
 * 52 bits of a key, so that an index holds small integers and not the texts once more. Whoever looks up by it compares the text
 * too, so two keys with one hash do no harm. (The well-known cyrb53 mix.)
 */
export function hashOf(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 1048576 * (low >>> 0) + (high >>> 12)
}
