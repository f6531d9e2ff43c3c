import {
  type Changes,
  type DeskEvent,
  type EventType,
  type LeadCard,
  type LeadDetail,
  type LeadDraft,
  type LeadFilter,
  type LeadOrder,
  type LeadPage,
  LeadStatus,
  type RepId,
  type Snapshot,
  type Why,
} from '../contract/index.ts'
import type { Desk } from '../desk/context.ts'
import { isOffered, isOwn } from './allowed.ts'

/**
 * What a rep sees of the desk: the leads it has, and those it is offered. Of an offer it sees enough to say yes or no, and not how to reach
 * them: who declines must not have called already.
 */
const MOST_OFFERS = 200
type DeskStore = Desk['store']

const sees = (card: LeadCard, me: RepId): boolean => isOwn(card, me) || isOffered(card, me)

export const cardFor = (card: LeadCard, me: RepId): LeadCard =>
  isOwn(card, me) ? card : { ...card, email: maskedEmail(card.email), phone: maskedPhone(card.phone) }

/** `j…@acme.com` */
function maskedEmail(email: string | null): string | null {
  if (email === null) return null
  const at = email.lastIndexOf('@')
  return `${email.slice(0, at > 0 ? 1 : 0)}…${at > 0 ? email.slice(at) : ''}`
}

/** `+49 … 12` */
function maskedPhone(phone: string | null): string | null {
  if (phone === null) return null
  if (phone.length < 8) return '…'
  return `${phone.startsWith('+') ? phone.slice(0, 3) : ''} … ${phone.slice(-2)}`.trim()
}

/**
 * Leads offered to all come first, then the rep's own in the order wanted; claims have no owner yet. A search finds no offer by what is
 * masked: of its offers a page may list fewer than there is room for.
 */
export async function pageFor(
  store: DeskStore,
  me: RepId,
  { filter, order, after, limit }: { filter: LeadFilter; order: LeadOrder; after: string | null; limit: number },
  signal?: AbortSignal,
): Promise<LeadPage> {
  const { own, offers } = halves(filter, me)
  const [half = '', place = ''] = after === null ? [] : [after.slice(0, 1), after.slice(1)]
  const leads: LeadCard[] = []
  if (offers !== null && half !== OWN) {
    const page = await store.leadPage(offers, order === 'due' ? 'queue' : order, place === '' ? null : place, limit, signal)
    leads.push(...page.leads.filter((card) => saysWords(card, wordsOf(filter))))
    if (page.next !== null) return told(leads, me, OFFERS + page.next)
    if (leads.length === limit) return told(leads, me, own === null ? null : OWN)
  }
  if (own === null) return told(leads, me, null)
  const page = await store.leadPage(own, order, half === OWN && place !== '' ? place : null, limit - leads.length, signal)
  return told([...leads, ...page.leads], me, page.next === null ? null : OWN + page.next)
}
const [OWN, OFFERS] = ['m', 'c']

const told = (leads: readonly LeadCard[], me: RepId, next: string | null): LeadPage => ({
  leads: leads.map((card) => cardFor(card, me)),
  next,
})

export async function countFor(store: DeskStore, me: RepId, filter: LeadFilter, most: number): Promise<number> {
  const { own, offers } = halves(filter, me)
  const count = (half: LeadFilter | null): Promise<number> | 0 => (half === null ? 0 : store.leadCount(half, most))
  return (await count(own)) + (await (wordsOf(filter) === '' ? count(offers) : countSaid(store, offers, wordsOf(filter))))
}

async function countSaid(store: DeskStore, offers: LeadFilter | null, words: string): Promise<number> {
  let [count, after]: [number, string | null] = [0, null]
  if (offers === null) return count
  do {
    const page: LeadPage = await store.leadPage(offers, 'newest', after, MOST_OFFERS)
    count += page.leads.filter((card) => saysWords(card, words)).length
    after = page.next
  } while (after !== null)
  return count
}

/**
 * The filter of its own leads (with those offered to it alone) and that of claims; null where the filter leaves nothing. Of a search, the leads
 * it has, and all it is offered: those are searched by what the rep sees of them, or it could spell out what is masked.
 */
function halves(filter: LeadFilter, me: RepId): { own: LeadFilter | null; offers: LeadFilter | null } {
  const isOthers = [filter.repId, filter.offeredTo].some((repId) => repId !== undefined && repId !== me)
  if (isOthers) return { own: null, offers: null }
  const isForOwner = filter.hasOwner === true || filter.repId !== undefined
  const own = filter.hasOwner === false ? null : { ...filter, repId: me }
  if (wordsOf(filter) === '') return { own, offers: isForOwner ? null : { ...filter, offeredTo: me, hasOwner: false } }
  const { text: _, ...rest } = filter
  const had = (filter.status ?? LeadStatus.options).filter((status) => status !== 'offered')
  return { own: own === null ? null : { ...own, status: had }, offers: { ...rest, offeredTo: me } }
}

const wordsOf = ({ text = '' }: LeadFilter): string => text.trim()

/** Every word begins one of the lead's name or company. */
function saysWords({ name, company }: LeadCard, words: string): boolean {
  const said = cut(`${name ?? ''} ${company ?? ''}`)
  const asked = cut(words)
  return words === '' || (asked.length > 0 && asked.every((word) => said.some((one) => one.startsWith(word))))
}
/** As the index of the search cuts and folds. */
const cut = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** A filter of leads that a rep has. */
export const ownFilter = (filter: LeadFilter, me: RepId): LeadFilter =>
  filter.repId === undefined || filter.repId === me ? { ...filter, repId: me } : { ...filter, repId: me, leadIds: [] }

export function detailFor(detail: LeadDetail, me: RepId): LeadDetail {
  if (isOwn(detail.card, me)) return detail
  const { fields } = detail
  return {
    ...detail,
    card: cardFor(detail.card, me),
    fields: {
      ...fields,
      email: maskedEmail(fields.email),
      email2: maskedEmail(fields.email2),
      phone: maskedPhone(fields.phone),
      phone2: maskedPhone(fields.phone2),
      message: null,
      address: null,
      // Nobody knows what a source writes under headers of its own.
      custom: {},
    },
    raw: null,
    timeline: detail.timeline.map((entry) => ({ ...entry, data: dataFor(entry.type, entry.data) })),
    mails: [],
  }
}

/** Rules quote what they looked at: of an offer, how to reach them is taken out of the sentences. */
export function whyFor(why: Why, detail: LeadDetail, me: RepId): Why {
  if (isOwn(detail.card, me)) return why
  const secrets = [...SECRETS.map((field) => detail.fields[field]), ...Object.values(detail.fields.custom)]
    .filter((text) => text !== null && text.length > 2)
    // Of a long text the beginning is quoted.
    .flatMap((text) => (text === null || text.length <= LONGEST_QUOTED ? text : [text, text.slice(0, LONGEST_QUOTED)]))
  return JSON.parse(JSON.stringify(why), (_, value: unknown) =>
    typeof value === 'string' ? secrets.reduce<string>((text, secret) => without(text, secret ?? ''), value) : value,
  ) as Why
}
/** As `routing/say-condition.ts` cuts it. */
const LONGEST_QUOTED = 60
const SECRETS = ['email', 'email2', 'phone', 'phone2', 'message', 'address'] as const satisfies (keyof LeadDraft)[]

function without(text: string, secret: string): string {
  const at = text.toLowerCase().indexOf(secret.toLowerCase())
  return at < 0 ? text : `${text.slice(0, at)}…${without(text.slice(at + secret.length), secret)}`
}

export async function snapshotFor(store: DeskStore, me: RepId, snapshot: Snapshot): Promise<Snapshot> {
  const offers = await store.leadPage({ offeredTo: me }, 'queue', null, MOST_OFFERS)
  const cards = new Map([...snapshot.leads, ...offers.leads].map((card) => [card.id, card]))
  return {
    ...snapshot,
    leads: [...cards.values()].filter((card) => sees(card, me)).map((card) => cardFor(card, me)),
    batches: [],
  }
}

/** A lead that is another's now is told as gone, whether the rep knew it or not: it costs a number, and nobody has to remember. */
export function changesFor(changes: Changes, me: RepId): Changes {
  const leads = changes.leads.filter((card) => sees(card, me))
  const known = new Map(leads.map((card) => [card.id, card]))
  return {
    ...changes,
    leads: leads.map((card) => cardFor(card, me)),
    removedLeads: [...changes.removedLeads, ...changes.leads.filter(({ id }) => !known.has(id)).map(({ id }) => id)],
    events: changes.events.flatMap((event) => eventFor(event, known, me) ?? []),
    batches: [],
  }
}

/** What every rep may know of the desk; the rest without a lead is a manager's. */
const FOR_ALL: ReadonlySet<EventType> = new Set([
  'rep-added',
  'rep-changed',
  'rep-availability-changed',
  'rep-paused',
  'rules-published',
  'settings-changed',
  'view-saved',
  'view-removed',
  'pin-changed',
])

function eventFor(event: DeskEvent, known: ReadonlyMap<number, LeadCard>, me: RepId): DeskEvent | null {
  if (event.leadId === null) return FOR_ALL.has(event.type) ? event : null
  const card = known.get(event.leadId)
  if (card !== undefined) return isOwn(card, me) ? event : { ...event, data: dataFor(event.type, event.data) }
  // The lead that it lost: that it did, and no more.
  const { from, repIds } = event.data
  const wasAsked = Array.isArray(repIds) && repIds.includes(me)
  if (event.repId !== me && from !== me && !wasAsked) return null
  return { ...event, data: { ...(from === me ? { from } : {}), ...(wasAsked ? { repIds: [me] } : {}) } }
}

/** Of a lead that is only offered: a note may say how to reach them, and so may what was changed. */
function dataFor(type: string, data: DeskEvent['data']): DeskEvent['data'] {
  if (type === 'lead-noted') return { ...data, text: '…' }
  if (type === 'lead-edited') return { fields: data['fields'] }
  return data
}
