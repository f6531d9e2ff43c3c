import type { LeadFilter, LeadOrder, SavedView, ViewId } from '../../../src-main/contract/index.ts'
import type { DeskStore } from '../../state/desk-store.ts'
import { useCommand, useDeskParts } from '../../state/hooks.ts'
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
  const { store } = useDeskParts()
  const put = async (draft: ViewDraft, viewId?: ViewId): Promise<ViewId | null> => {
    const answer = await run((client) => client.view.save({ ...draft, ...(viewId === undefined ? {} : { viewId }) }))
    if (!answer.ok) return null
    await untilListed(store, answer.value.viewId)
    return answer.value.viewId
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

/** The answer may be here before the event: until then there is no such list to go to. */
function untilListed(store: DeskStore, viewId: ViewId): Promise<void> {
  const isListed = (): boolean => store.getState().views.some(({ id }) => id === viewId)
  return new Promise((resolve) => {
    if (isListed()) return resolve()
    const stop = store.subscribe(() => {
      if (!isListed()) return
      stop()
      resolve()
    })
  })
}

export const draftOf = ({ name, filter, order, repId }: SavedView): ViewDraft => ({
  name,
  filter,
  order,
  isShared: repId === null,
})
