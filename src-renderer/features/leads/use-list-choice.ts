import { useSessionStorage } from '@mantine/hooks'
import { useEffect } from 'react'
import { usePlace } from '../../lib/route.ts'
import { choiceKeys, type ListChoice, NO_CHOICE } from '../../state/browser-choices.ts'
import { isViewList, type LeadSegment } from '../../state/lead-query.ts'
import { isSameNarrowing, type Narrowing, ownNarrowing } from '../../state/narrowing.ts'
import { leadListsText } from '../../text/lead-lists.ts'
import { showNotice } from '../../ui/undo-notice.tsx'

export interface ChosenList {
  segment: LeadSegment
  narrowing: Narrowing
  /** Narrowed otherwise than the list is by itself. */
  isChanged: boolean
  /** null: the first. */
  choose: (id: string | null) => void
  narrow: (narrowing: Narrowing) => void
  /** As the list is by itself. */
  reset: () => void
}

/**
 * Which of a screen's lists is shown, and what it is narrowed by. The address names the list; without one it is the list looked at last.
 * Filters go along from one of the program's own lists to another, and stay behind where a list has its own.
 */
export function useListChoice(screen: string, segments: readonly LeadSegment[]): ChosenList | null {
  const { part, goTo, leavePart } = usePlace()
  const [choice, setChoice] = useSessionStorage<ListChoice>({
    key: choiceKeys(screen).choice,
    defaultValue: NO_CHOICE,
    getInitialValueInEffect: false,
  })
  const [first] = segments
  const wanted = part ?? choice.listId
  const found = segments.find(({ id }) => id === wanted)
  const isRemoved = found === undefined && isViewList(wanted)
  useEffect(() => {
    if (!isRemoved) return
    setChoice(NO_CHOICE)
    leavePart()
    showNotice(leadListsText.view.gone)
  }, [isRemoved, setChoice, leavePart])
  const segment = found ?? first
  if (segment === undefined || first === undefined) return null
  const own = ownNarrowing(segment)
  const isOwn = (id: string | null): boolean => segments.some((one) => one.id === id && (one.view ?? one.isLink) !== undefined)
  const goesAlong = choice.listId === segment.id || (!isOwn(choice.listId) && !isOwn(segment.id))
  const kept = goesAlong ? choice.narrowing : null
  const narrowing = kept ?? own
  return {
    segment,
    narrowing,
    isChanged: !isSameNarrowing(narrowing, own),
    choose: (id) => {
      setChoice({ listId: id, narrowing: !isOwn(segment.id) && !isOwn(id) ? kept : null })
      // The first list needs no name in the address.
      goTo(screen, id === null || id === first.id ? undefined : id)
    },
    narrow: (next) => {
      setChoice({ listId: segment.id, narrowing: next })
    },
    reset: () => {
      setChoice({ listId: segment.id, narrowing: null })
    },
  }
}
