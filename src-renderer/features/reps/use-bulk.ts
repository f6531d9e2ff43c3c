import { useState } from 'react'
import { type Availability, type RepCard, type RepId, RepProfile } from '../../../src-main/contract/index.ts'
import type { DeskClient } from '../../bridge/create-desk-client.ts'
import { useCommand, useDeskParts } from '../../state/hooks.ts'
import { repListText } from '../../text/rep-list.ts'
import { words } from '../../text/words.ts'
import { showNotice, showUndoNotice } from '../../ui/undo-notice.tsx'

/** What is done to several reps at once: where they are, or parts of what is written down about them. */
export type BulkChange =
  | { availability: Availability; until: number | null }
  | { profile: Partial<Pick<RepProfile, 'team' | 'isPaused' | 'isDraining'>> }

export interface Bulk {
  /** While it runs. */
  progress: { done: number; all: number } | null
  run: (repIds: readonly RepId[], change: BulkChange) => Promise<void>
  stop: () => void
}

/** One rep after the other, each as the desk knows them at that moment; what was changed can be taken back. */
export function useBulk(): Bulk {
  const command = useCommand()
  const { store } = useDeskParts()
  const [progress, setProgress] = useState<Bulk['progress']>(null)
  const [stopping] = useState({ isAsked: false })

  const each = async (
    steps: readonly { repId: RepId; change: BulkChange }[],
  ): Promise<{ repId: RepId; change: BulkChange }[]> => {
    const back: { repId: RepId; change: BulkChange }[] = []
    stopping.isAsked = false
    for (const { repId, change } of steps) {
      if (stopping.isAsked) break
      const rep = store.getState().reps.get(repId)
      if (rep === undefined || isDone(rep, change)) continue
      setProgress({ done: back.length, all: steps.length })
      const before = inverseOf(rep, change)
      const answer = await command((client) => apply(client, rep, change))
      if (!answer.ok) break
      back.push({ repId, change: before })
    }
    setProgress(null)
    return back
  }
  return {
    progress,
    run: async (repIds, change) => {
      const back = await each(repIds.map((repId) => ({ repId, change })))
      if (back.length === 0) return
      showUndoNotice({
        message: repListText.changed(back.length),
        undoLabel: words.undo,
        onUndo: () => {
          void each(back).then((undone) => {
            if (undone.length > 0) showNotice(words.undone)
          })
        },
      })
    },
    stop: () => {
      stopping.isAsked = true
    },
  }
}

function apply(client: DeskClient, rep: RepCard, change: BulkChange): Promise<void> {
  if ('profile' in change) return client.rep.save({ ...RepProfile.parse(rep), ...change.profile, repId: rep.id })
  const { availability, until } = change
  // A time that has passed meanwhile is no time to come back at.
  const isAhead = until !== null && until > Date.now()
  return client.rep.setAvailability({ repId: rep.id, availability, ...(isAhead ? { until } : {}) })
}

function isDone(rep: RepCard, change: BulkChange): boolean {
  if ('availability' in change) return rep.availability === change.availability && rep.availableAgainAt === change.until
  const { team = rep.team, isPaused = rep.isPaused, isDraining = rep.isDraining } = change.profile
  return rep.team === team && rep.isPaused === isPaused && rep.isDraining === isDraining
}

/** What puts the rep back to how they are. */
function inverseOf(rep: RepCard, change: BulkChange): BulkChange {
  if ('availability' in change) return { availability: rep.availability, until: rep.availableAgainAt }
  const { team, isPaused, isDraining } = rep
  return {
    profile: {
      ...('team' in change.profile ? { team } : {}),
      ...('isPaused' in change.profile ? { isPaused } : {}),
      ...('isDraining' in change.profile ? { isDraining } : {}),
    },
  }
}
