import type { LeadCard, LeadId } from '../../../src-main/contract/index.ts'
import type { DeskState } from '../../state/desk-state.ts'
import { formatClock } from '../../text/formats.ts'
import { inboxTroubles } from '../../text/inbox-troubles.ts'
import { leadsText } from '../../text/leads.ts'
import { noticesText as text } from '../../text/notices.ts'
import { waits } from '../../text/reasons.ts'
import { gradeWords } from '../../text/words.ts'
import type { Me, Telling } from './decide-notices.ts'

export interface SaidNotice {
  title: string
  body: string
  leadId: LeadId | null
  /** Where a click leads when there is no one lead to open. */
  screen: string
  isUrgent: boolean
}

const SCREENS = { offer: 'my-desk', breach: 'queue', hot: 'queue', inbox: 'intake' } as const

/** The words of a notice. */
export function sayNotice({ kind, occasions }: Telling, state: Pick<DeskState, 'leads' | 'reps'>, me: Me): SaidNotice {
  const [only, another] = occasions
  const shared = { screen: SCREENS[kind], isUrgent: kind === 'offer' || kind === 'hot' }
  if (only === undefined || another !== undefined)
    return { ...shared, title: text[kind].many(occasions.length), body: text[kind].manyHint, leadId: null }
  if (only.inbox !== null) {
    const { name, code } = only.inbox
    return { ...shared, title: text.inbox.title(name), body: inboxTroubles[code].short, leadId: null }
  }
  const lead = only.leadId === null ? undefined : state.leads.get(only.leadId)
  const name = lead === undefined ? '' : leadsText.nameOf(lead)
  return { ...shared, ...wordsOf(kind, name, lead, state, me), leadId: only.leadId }
}

function wordsOf(
  kind: Telling['kind'],
  name: string,
  lead: LeadCard | undefined,
  { reps }: Pick<DeskState, 'reps'>,
  me: Me,
): { title: string; body: string } {
  switch (kind) {
    case 'offer': {
      const parts = [
        lead?.grade === undefined || lead.grade === null ? null : gradeWords[lead.grade],
        lead?.company ?? null,
        lead?.source,
      ]
      const until = lead?.dueAt === undefined || lead.dueAt === null ? null : formatClock(lead.dueAt)
      return { title: text.offer.title(name), body: text.offer.body(parts.filter(isSaid), until) }
    }
    case 'breach': {
      const repId = lead?.repId ?? null
      const isMine = repId !== null && repId === me.repId
      return {
        title: text.breach.title(name),
        body: isMine ? text.breach.mine : text.breach.body(repId === null ? null : (reps.get(repId)?.name ?? null)),
      }
    }
    default:
      return { title: text.hot.title(name), body: text.hot.body(waits(lead?.waitCode ?? null, lead?.waitDetail ?? null)) }
  }
}

const isSaid = (part: string | null | undefined): part is string => part !== null && part !== undefined && part !== ''
