import type { LeadId } from '../../../src-main/contract/index.ts'
export function LeadPanel(_props: { leadId: LeadId; onClose: () => void }) {
  return null
}
