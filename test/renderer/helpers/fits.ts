import type { LeadCard, LeadFilter } from '../../../src-main/contract/index.ts'
import { isOpen } from '../../../src-renderer/state/selectors.ts'

/** Whether the fake desk lists a lead, by what its card shows. */
export function fits(lead: LeadCard, filter: LeadFilter): boolean {
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const text = [lead.name, lead.company, lead.email, lead.phone].join(' ').toLowerCase()
  return (
    (filter.status === undefined || filter.status.includes(lead.status)) &&
    (filter.repId === undefined || filter.repId === lead.repId) &&
    (filter.repIds === undefined || (lead.repId !== null && filter.repIds.includes(lead.repId))) &&
    (filter.offeredTo === undefined || lead.offeredTo.includes(filter.offeredTo)) &&
    (filter.source === undefined || filter.source === lead.source) &&
    (filter.grade === undefined || (lead.grade !== null && filter.grade.includes(lead.grade))) &&
    (filter.stage === undefined || filter.stage.includes(lead.stage)) &&
    (filter.isHeld === undefined || filter.isHeld === lead.isHeld) &&
    (filter.isOpen === undefined || filter.isOpen === isOpen(lead)) &&
    words.every((word) => text.split(/[\s@.]+/).some((part) => part.startsWith(word)))
  )
}
