import {
  type DeskEvent,
  INBOX_TROUBLES,
  type InboxTrouble,
  type LeadId,
  type RepId,
  type Role,
  type Seq,
  type WaitCode,
} from '../../../src-main/contract/index.ts'
import type { Place } from '../../lib/route.ts'
import type { DeskState } from '../../state/desk-state.ts'
import { NOTICE_KINDS, type NoticeChoices, type NoticeKind } from '../../state/notice-choices.ts'
import { PASSING_TROUBLES } from '../../state/passing-troubles.ts'

/** Who sits at this window. */
export interface Me {
  role: Role
  /** null while nobody has said who they are. */
  repId: RepId | null
}

/** One thing of which a person may want to know at once. */
export interface Occasion {
  kind: NoticeKind
  seq: Seq
  /** null for an inbox. */
  leadId: LeadId | null
  inbox: { id: number; name: string; code: InboxTrouble['code'] } | null
}

type Leads = Pick<DeskState, 'leads'>

/** Held on purpose, or waiting for somebody by a rule: nobody is asked to act. */
const WAITS_ON_PURPOSE: ReadonlySet<WaitCode> = new Set([
  'held-by-rule',
  'held-by-hand',
  'held-by-import',
  'trickling',
  'waiting-for-owner',
  'waiting-for-share',
])
const MAY_OFFER: ReadonlySet<string> = new Set(['lead-offered', 'lead-received'])
const MAY_WAIT: ReadonlySet<string> = new Set(['lead-received', 'lead-waiting', 'leads-rescored', 'lead-edited', 'lead-unpinned'])

/** What of these events concerns this person, as the desk stands after them. Whether it is told is another question. */
export function occasionsIn(events: readonly DeskEvent[], state: Leads, me: Me): Occasion[] {
  return events.flatMap((event) => {
    const kind = kindOf(event)
    const occasion = kind === null ? null : occasionOf(kind, event)
    return occasion !== null && isStillSo(occasion, state, me) ? [occasion] : []
  })

  function kindOf({ type, leadId }: DeskEvent): NoticeKind | null {
    if (type === 'inbox-troubled') return 'inbox'
    if (type === 'contact-breached') return 'breach'
    if (leadId === null) return null
    const lead = state.leads.get(leadId)
    if (MAY_OFFER.has(type) && lead?.status === 'offered') return 'offer'
    return MAY_WAIT.has(type) ? 'hot' : null
  }
}

function occasionOf(kind: NoticeKind, { seq, leadId, data }: DeskEvent): Occasion | null {
  if (kind !== 'inbox') return leadId === null ? null : { kind, seq, leadId, inbox: null }
  const code = INBOX_TROUBLES.find((known) => known === data['code'])
  if (code === undefined || PASSING_TROUBLES.has(code)) return null
  return { kind, seq, leadId: null, inbox: { id: Number(data['inboxId']), name: String(data['name']), code } }
}

/** Asked again before it is told: meanwhile somebody may have taken the lead. */
export function isStillSo({ kind, leadId }: Occasion, { leads }: Leads, { role, repId }: Me): boolean {
  const isManager = role === 'manager'
  if (kind === 'inbox') return isManager
  const lead = leadId === null ? undefined : leads.get(leadId)
  if (lead === undefined) return false
  switch (kind) {
    case 'offer':
      return repId !== null && lead.status === 'offered' && lead.offeredTo.includes(repId)
    case 'breach':
      return lead.breachedAt !== null && lead.touchedAt === null && (isManager || lead.repId === repId)
    case 'hot':
      return (
        isManager &&
        lead.grade === 'hot' &&
        lead.status === 'waiting' &&
        !lead.isHeld &&
        !(lead.waitCode !== null && WAITS_ON_PURPOSE.has(lead.waitCode))
      )
  }
}

/** Where each kind is seen without being told. */
const SEEN_ON: Readonly<Record<NoticeKind, ReadonlySet<string>>> = {
  offer: new Set(['my-desk']),
  breach: new Set(['my-desk']),
  hot: new Set(['queue']),
  inbox: new Set(['intake']),
}

/** True while the window has the person's eyes and the thing is in front of them. */
export function isOnScreen({ kind, leadId }: Occasion, place: Pick<Place, 'screen' | 'leadId'>, isFocused: boolean): boolean {
  return isFocused && ((leadId !== null && place.leadId === leadId) || SEEN_ON[kind].has(place.screen))
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** By the clock of this machine. */
export function isQuiet({ quiet, isQuietAtWeekends }: NoticeChoices, now: Date): boolean {
  if (isQuietAtWeekends && (now.getDay() === 0 || now.getDay() === 6)) return true
  if (quiet === null) return false
  const [from, to] = [minuteOf(quiet.from), minuteOf(quiet.to)]
  const minute = now.getHours() * 60 + now.getMinutes()
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to
}

/** What the person chose to hear now. */
export function isWanted(kind: NoticeKind, choices: NoticeChoices, now: Date): boolean {
  if (!choices.kinds[kind]) return false
  return !isQuiet(choices, now) || (kind === 'offer' && choices.offersBreakThrough)
}

/** So many of a kind are told one by one; more are one notice. */
const ONE_BY_ONE = 2

/** One thing, or many of a kind. */
export interface Telling {
  kind: NoticeKind
  /** The same lead twice is told once. */
  occasions: readonly Occasion[]
}

export function grouped(occasions: readonly Occasion[]): Telling[] {
  return NOTICE_KINDS.flatMap((kind) => {
    const known = new Map<string, Occasion>()
    for (const occasion of occasions)
      if (occasion.kind === kind) known.set(`${occasion.leadId ?? ''}/${occasion.inbox?.id ?? ''}`, occasion)
    const all = [...known.values()]
    if (all.length === 0) return []
    return all.length > ONE_BY_ONE ? [{ kind, occasions: all }] : all.map((one) => ({ kind, occasions: [one] }))
  })
}

/** After one of a kind, others are gathered for so long: an import must not ring a thousand times. An offer has a clock running. */
const REST_MS: Readonly<Record<NoticeKind, number>> = { offer: 5_000, breach: 30_000, hot: 30_000, inbox: 30_000 }
/** What happens within one breath is told together. */
export const GATHER_MS = 800

/** When what happened now is to be told. */
export function tellAt(kind: NoticeKind, lastToldAt: number | undefined, now: number): number {
  return Math.max(now + GATHER_MS, (lastToldAt ?? -Infinity) + REST_MS[kind])
}
