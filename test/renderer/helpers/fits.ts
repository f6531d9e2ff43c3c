import type { LeadCard, LeadFilter } from '../../../src-main/contract/index.ts'
import { belongs } from '../../../src-renderer/state/lead-query.ts'

/** Whether the fake desk lists a lead, by what its card shows. */
export function fits(lead: LeadCard, filter: LeadFilter): boolean {
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const text = [lead.name, lead.company, lead.email, lead.phone].join(' ').toLowerCase()
  return (
    belongs(lead, { filter, order: 'newest' }) &&
    words.every((word) => text.split(/[\s@.]+/).some((part) => part.startsWith(word)))
  )
}
