import type { LeadId } from '../../../src-main/contract/index.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useAskFor } from '../../state/hooks.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'

const nothing = (): void => undefined

/** The letters for the open lead, on screens that have no list to take them. */
export function usePanelKeys(leadId: LeadId, onClose: () => void, onMerge: () => void): void {
  const { hold, route, log } = useLeadActions()
  const askFor = useAskFor()
  const leadIds = [leadId]
  useListKeys({
    onMove: null,
    onOpen: nothing,
    onToggle: nothing,
    onEscape: onClose,
    letters: {
      a: () => {
        askFor({ kind: 'assign', leadIds })
      },
      d: () => {
        askFor({ kind: 'discard', leadIds })
      },
      m: onMerge,
      n: () => {
        askFor({ kind: 'note', leadIds })
      },
      h: () => void hold(leadIds),
      r: () => void route(leadIds),
      e: () => void log(leadId, 'attempt'),
      c: () => void log(leadId, 'contact'),
    },
  })
}
