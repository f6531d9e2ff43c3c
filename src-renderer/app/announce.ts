import type { DeskStore } from '../state/desk-store.ts'
import type { Desk } from '../state/hooks.ts'
import type { Done } from '../state/use-lead-actions.ts'
import { doneText } from '../text/app.ts'
import { words } from '../text/words.ts'
import { showNotice, showUndoNotice } from '../ui/undo-notice.tsx'

/** Says what was done, with a way back where the desk gave one. */
export function announceWith(store: DeskStore): Desk['announce'] {
  return (done, undo) => {
    const message = sentenceOf(done, store)
    if ('seqs' in done && done.seqs.length > 0) {
      showUndoNotice({
        message,
        undoLabel: words.undo,
        onUndo: () => {
          undo(done.seqs)
        },
      })
    } else showNotice(message)
  }
}

function sentenceOf(done: Done, store: DeskStore): string {
  switch (done.kind) {
    case 'assigned':
      return doneText.assigned(done.leadIds.length, store.getState().reps.get(done.repId)?.name ?? '')
    case 'routed':
      return doneText.routed(done.assigned, done.waiting)
    case 'held':
    case 'discarded':
    case 'unpinned':
    case 'stage-set':
      return doneText[done.kind](done.leadIds.length)
    case 'accepted':
    case 'declined': {
      const { reps, seat } = store.getState()
      // Nobody is told their own name.
      return done.repId === seat?.repId ? doneText.own[done.kind] : doneText[done.kind](reps.get(done.repId)?.name ?? '')
    }
    case 'merged':
      return doneText.merged(done.leadId)
    case 'told-apart':
    case 'not-undoable':
    case 'undone':
    case 'attempt':
    case 'contact':
    case 'noted':
    case 'edited':
      return doneText[done.kind]
  }
}
