import { memo, useMemo } from 'react'
import type { LeadId } from '../../../src-main/contract/index.ts'
import { dueOf } from '../../lib/due.ts'
import { useDesk } from '../../state/hooks.ts'
import { repOf } from '../../state/selectors.ts'
import { formatMoment } from '../../text/formats.ts'
import { leadsText } from '../../text/leads.ts'
import { whereIs, whoHas } from '../../text/reasons.ts'
import { LeadLine } from '../../ui/LeadLine.tsx'
import { RepFace } from '../../ui/RepFace.tsx'

interface ConnectedLineProps {
  leadId: LeadId
  isSelected: boolean
  onSelect: (leadId: LeadId, isRange: boolean) => void
}

/** A lead's line, rendered again only when this lead or its rep changes. */
export const ConnectedLine = memo(function ConnectedLine({ leadId, isSelected, onSelect }: ConnectedLineProps) {
  const lead = useDesk((state) => state.leads.get(leadId))
  const rep = useDesk((state) => repOf(state, lead))
  const who = useDesk((state) => (lead === undefined ? null : whoHas(lead, (id) => state.reps.get(id)?.name ?? null)))
  // The same object as long as the lead is the same: the line below renders by its props.
  const due = useMemo(() => (lead === undefined ? null : dueOf(lead)), [lead])
  if (lead === undefined) return null
  const name = leadsText.nameOf(lead)
  return (
    <LeadLine
      grade={lead.grade}
      name={name}
      company={lead.company === name ? null : lead.company}
      source={lead.source}
      since={lead.receivedAt}
      received={formatMoment(lead.receivedAt)}
      where={whereIs(lead, who)}
      due={due}
      face={rep === undefined ? undefined : <RepFace name={rep.name} size={22} />}
      isWaiting={lead.status !== 'assigned'}
      isPinned={lead.isPinned}
      pinnedLabel={leadsText.pinned}
      rule={lead.rule}
      isSelected={isSelected}
      selectLabel={leadsText.select(name)}
      onSelect={(isRange) => {
        onSelect(leadId, isRange)
      }}
    />
  )
})
