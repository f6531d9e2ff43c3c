import type { LeadDraft, LeadId } from '../../../src-main/contract/index.ts'
import { openAddress } from '../../lib/open-address.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useAskFor } from '../../state/hooks.ts'
import { useMe } from '../../state/seat.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { words } from '../../text/words.ts'
import { showNotice } from '../../ui/undo-notice.tsx'
import { firstOf } from './reach-address.ts'

const nothing = (): void => undefined

interface PanelKeys {
  leadId: LeadId
  /** null until the lead is read. */
  fields: LeadDraft | null
  isPinned: boolean
  /** Else it may only be read. */
  mayWork: boolean
  onClose: () => void
  onMerge: () => void
  onEdit: () => void
  onNote: () => void
  onStage: () => void
}

/** The letters for the open lead. A list beside it takes those it has itself. */
export function usePanelKeys({ leadId, fields, isPinned, mayWork, onClose, onMerge, onEdit, onNote, onStage }: PanelKeys): void {
  const { hold, route, log, unpin } = useLeadActions()
  const askFor = useAskFor()
  const { isManager } = useMe()
  const leadIds = [leadId]
  const reach = (kind: 'phone' | 'email') => () => {
    const way = fields === null ? null : firstOf(fields, kind)
    if (way !== null) openAddress(way.address)
  }
  const copy = (): void => {
    const way = fields === null ? null : (firstOf(fields, 'email') ?? firstOf(fields, 'phone'))
    if (way === null) return
    void navigator.clipboard.writeText(way.value).then(() => {
      showNotice(`${words.copied}: ${way.value}`)
    })
  }
  // Where it goes, and whether it stays, is a manager's to say.
  const placing = {
    a: () => {
      askFor({ kind: 'assign', leadIds })
    },
    d: () => {
      askFor({ kind: 'discard', leadIds })
    },
    m: onMerge,
    h: () => void hold(leadIds),
    r: () => void route(leadIds),
    ...(isPinned ? { u: () => void unpin(leadIds) } : {}),
  }
  const working = {
    n: onNote,
    i: onEdit,
    s: onStage,
    e: () => void log(leadId, 'attempt'),
    c: () => void log(leadId, 'contact'),
  }
  useListKeys({
    onMove: null,
    onOpen: nothing,
    onToggle: nothing,
    onEscape: onClose,
    letters: {
      ...(isManager ? placing : {}),
      ...(mayWork ? working : {}),
      t: reach('phone'),
      w: reach('email'),
      y: copy,
    },
  })
}
