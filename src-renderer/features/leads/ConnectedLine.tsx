import { memo } from 'react'
import type { LeadId } from '../../../src-main/contract/index.ts'
import { useDesk } from '../../state/hooks.ts'
import { repOf } from '../../state/selectors.ts'
import { formatMoment } from '../../text/formats.ts'
import { leadsText } from '../../text/leads.ts'
import { whereIs } from '../../text/reasons.ts'
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
      where={whereIs(lead, rep?.name ?? null)}
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
