import type { LeadId } from '../../../src-main/contract/index.ts'
export function LeadPanel(_: { leadId: LeadId; onClose: () => void }) {
  return null
}
