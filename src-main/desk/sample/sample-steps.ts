import type { EpochMs, Language, LeadId } from '../../contract/index.ts'
import type { IncomingMail } from '../../store/port-arrivals.ts'
import { acceptOffer } from '../accept-offer.ts'
import { setAvailability } from '../change-reps.ts'
import type { Desk } from '../context.ts'
import { declineOffer } from '../decline-offer.ts'
import { emptyDraft } from '../empty-draft.ts'
import { cleanTyped, identifyLead } from '../identify-lead.ts'
import { logTouch } from '../log-touch.ts'
import { noteLead } from '../note-lead.ts'
import { setStage } from '../set-stage.ts'
import { takeInLeads } from '../take-in-leads.ts'
import { takeInMails } from '../take-in-mails.ts'
import type { Deed, Sample } from './read-sample.ts'

const MINUTE_MS = 60_000

/** One thing that happened, at its time. */
export interface SampleStep {
  at: EpochMs
  take(): Promise<unknown>
}

/** All that happened before `now`, in order. `desk` stands at the time of a step when it is taken. */
export async function sampleSteps(
  desk: Desk,
  { leads, presence, mails, language, say }: Sample,
  { now, actor }: { now: EpochMs; actor: string },
): Promise<SampleStep[]> {
  const { country } = await desk.store.settings()
  const repIds = new Map((await desk.store.reps(desk.clock.now())).map(({ id, email }) => [email, id]))
  const steps: SampleStep[] = []
  for (const [i, { minutesAgo, did, ...draft }] of leads.entries()) {
    const at = now - minutesAgo * MINUTE_MS
    const arrival = { key: `sample-${i}`, raw: null, rawKind: 'hand', line: null, owner: null } as const
    const lead = identifyLead(cleanTyped({ ...emptyDraft(), ...draft, receivedAt: at }, country), arrival)
    let leadId: LeadId | null = null
    steps.push({
      at,
      async take() {
        const sourceId = await desk.store.openSource(draft.source ?? 'Sample', 'sample', at)
        const [taken] = await takeInLeads(desk, { sourceId, batchId: null, actor, route: 'now', leads: [lead] })
        leadId = taken?.leadId ?? null
      },
    })
    for (const deed of did)
      steps.push({ at: at + deed.after * MINUTE_MS, take: async () => leadId !== null && doDeed(desk, leadId, deed, say) })
  }
  for (const { minutesAgo, rep, to, minutes, reason } of presence) {
    const at = now - minutesAgo * MINUTE_MS
    const repId = repIds.get(rep)
    if (repId === undefined) continue
    const until = at + minutes * MINUTE_MS
    steps.push({ at, take: () => setAvailability(desk, { repId, availability: to, until, reason, actor: rep }) })
  }
  for (const mail of mails) {
    const at = now - mail.minutesAgo * MINUTE_MS
    steps.push({
      at,
      async take() {
        const sourceId = await desk.store.openSource(say('Sample inbox'), 'sample', at)
        const common = { sourceId, inboxId: null, batchId: null, actor, route: 'now' } as const
        await takeInMails(desk, { ...common, mails: [mailOf(mail, at, language)] })
      },
    })
  }
  return steps.filter(({ at }) => at < now).sort((a, b) => a.at - b.at)
}

/** A lead that waits has nobody who could do anything. */
async function doDeed(desk: Desk, leadId: LeadId, deed: Deed, say: Sample['say']): Promise<void> {
  const [lead] = await desk.store.leadCards([leadId])
  const repId = lead?.repId ?? lead?.offeredTo[0]
  if (lead === undefined || repId === undefined) return
  const actor = (await desk.store.people()).find((person) => person.repId === repId)?.email ?? 'desk'
  const isOffered = lead.status === 'offered'
  switch (deed.do) {
    case 'accept':
      if (isOffered) await acceptOffer(desk, { leadId, repId, actor })
      break
    case 'decline':
      if (isOffered) await declineOffer(desk, { leadId, repId, reason: say('no time before tomorrow'), actor })
      break
    case 'attempt':
    case 'contact':
      await logTouch(desk, { leadId, kind: deed.do, actor })
      break
    case 'note':
      await noteLead(desk, { leadId, text: deed.text ?? '', actor })
      break
    default:
      await setStage(desk, { leadIds: [leadId], stage: deed.do, actor })
  }
}

function mailOf({ from, subject, text, reason, fields }: Sample['mails'][number], at: EpochMs, language: Language): IncomingMail {
  const head = [
    `From: ${from.name} <${from.address}>`,
    'To: sales@sample.example',
    `Subject: ${subject}`,
    `Date: ${new Date(at).toUTCString()}`,
    'Content-Type: text/plain; charset=utf-8',
  ]
  return {
    key: `sample-${from.address}`,
    uid: null,
    place: null,
    messageId: null,
    sentAt: at,
    from,
    subject,
    verdict: 'review',
    reason,
    reading: { parser: 'person', version: 1, language, leads: [fields] },
    templateId: null,
    raw: Buffer.from(`${head.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}`),
    leads: [],
  }
}
