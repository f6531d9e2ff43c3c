import { useMemo } from 'react'
import type { MailId } from '../../../src-main/contract/index.ts'
import { useCommand } from '../../state/hooks.ts'
import { reviewText as text } from '../../text/review.ts'
import { words } from '../../text/words.ts'
import { showNotice, showUndoNotice } from '../../ui/undo-notice.tsx'

/** Out of the tray and back into it; each answers whether it was done. */
export function useDismissal(): { dismiss: (mailId: MailId) => Promise<boolean>; reopen: (mailId: MailId) => Promise<boolean> } {
  const run = useCommand()
  return useMemo(() => {
    const reopen = async (mailId: MailId): Promise<boolean> => {
      const answer = await run((client) => client.mail.reopen({ mailIds: [mailId] }))
      if (answer.ok) showNotice(text.reopened)
      return answer.ok
    }
    return {
      reopen,
      dismiss: async (mailId) => {
        const answer = await run((client) => client.mail.dismiss({ mailIds: [mailId] }))
        if (answer.ok) {
          showUndoNotice({
            message: text.dismissed,
            undoLabel: words.undo,
            onUndo: () => {
              void reopen(mailId)
            },
          })
        }
        return answer.ok
      },
    }
  }, [run])
}
