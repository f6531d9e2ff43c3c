import type { LeadFilter, LeadOrder, SavedView, ViewId } from '../../../src-main/contract/index.ts'
import { useCommand } from '../../state/hooks.ts'
import { leadListsText } from '../../text/lead-lists.ts'
import { words } from '../../text/words.ts'
import { showNotice, showUndoNotice } from '../../ui/undo-notice.tsx'

export interface ViewDraft {
  name: string
  filter: LeadFilter
  order: LeadOrder
  isShared: boolean
}

export interface ViewActions {
  /** Answers the view's id; null when it was not saved, which has been told. */
  save: (draft: ViewDraft, viewId?: ViewId) => Promise<ViewId | null>
  remove: (view: SavedView) => Promise<boolean>
}

/** Keeping lists under a name. */
export function useViews(): ViewActions {
  const run = useCommand()
  const put = async (draft: ViewDraft, viewId?: ViewId): Promise<ViewId | null> => {
    const answer = await run((client) => client.view.save({ ...draft, ...(viewId === undefined ? {} : { viewId }) }))
    return answer.ok ? answer.value.viewId : null
  }
  return {
    save: async (draft, viewId) => {
      const saved = await put(draft, viewId)
      if (saved !== null) showNotice(leadListsText.view.saved(draft.name))
      return saved
    },
    remove: async (view) => {
      const answer = await run((client) => client.view.remove({ viewId: view.id }))
      if (answer.ok) {
        showUndoNotice({
          message: leadListsText.view.removed(view.name),
          undoLabel: words.undo,
          onUndo: () => void put(draftOf(view)),
        })
      }
      return answer.ok
    },
  }
}

export const draftOf = ({ name, filter, order, repId }: SavedView): ViewDraft => ({
  name,
  filter,
  order,
  isShared: repId === null,
})
