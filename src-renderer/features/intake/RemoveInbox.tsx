import type { Inbox } from '../../../src-main/contract/index.ts'
import { useCommand } from '../../state/hooks.ts'
import { inboxText } from '../../text/inboxes.ts'
import { showNotice } from '../../ui/undo-notice.tsx'
import { ConfirmRemoval } from './ConfirmRemoval.tsx'

const text = inboxText.removal

/** Asks before an inbox is forgotten, and says what stays. */
export function RemoveInbox({ inbox, onClose }: { inbox: Inbox | null; onClose: () => void }) {
  const run = useCommand()
  if (inbox === null) return null
  return (
    <ConfirmRemoval
      words={{
        title: text.title(inbox.settings.name),
        goes: text.goes,
        stays: text.stays(inbox.leads, inbox.review),
        confirm: text.confirm,
        cancel: text.cancel,
      }}
      onClose={onClose}
      onConfirm={async () => {
        const { ok } = await run((client) => client.inbox.remove({ inboxId: inbox.id }))
        if (ok) showNotice(text.done(inbox.settings.name))
      }}
    />
  )
}
