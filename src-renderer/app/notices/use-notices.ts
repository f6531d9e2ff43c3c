import { useEffect, useEffectEvent, useRef } from 'react'
import type { DeskEvent } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useDeskParts } from '../../state/hooks.ts'
import { noticeChoices, type NoticeKind } from '../../state/notice-choices.ts'
import { grouped, isOnScreen, isStillSo, isWanted, type Me, type Occasion, occasionsIn, tellAt } from './decide-notices.ts'
import { type SaidNotice, sayNotice } from './say-notice.ts'

/** Tells this person what concerns them, as they chose it, gathered so that much at once is one notice. */
export function useNotices(me: Me, tell: (notice: SaidNotice, isSilent: boolean) => void): void {
  const { store } = useDeskParts()
  const { screen, leadId } = usePlace()
  const pending = useRef<Occasion[]>([])
  const toldAt = useRef(new Map<NoticeKind, number>())
  const timers = useRef(new Map<NoticeKind, ReturnType<typeof setTimeout>>())

  const tellKind = useEffectEvent((kind: NoticeKind) => {
    timers.current.delete(kind)
    const state = store.getState()
    const choices = noticeChoices()
    const due = pending.current.filter((occasion) => occasion.kind === kind)
    pending.current = pending.current.filter((occasion) => occasion.kind !== kind)
    const now = new Date()
    const isFocused = document.hasFocus() && !document.hidden
    const told = due.filter((one) => isStillSo(one, state, me) && !isOnScreen(one, { screen, leadId }, isFocused))
    if (told.length === 0 || !isWanted(kind, choices, now)) return
    toldAt.current.set(kind, now.getTime())
    for (const telling of grouped(told)) tell(sayNotice(telling, state, me), choices.isSilent)
  })
  const onEvents = useEffectEvent((events: readonly DeskEvent[]) => {
    const occasions = occasionsIn(events, store.getState(), me)
    pending.current.push(...occasions)
    const now = Date.now()
    for (const { kind } of occasions) {
      if (timers.current.has(kind)) continue
      const wait = tellAt(kind, toldAt.current.get(kind), now) - now
      timers.current.set(
        kind,
        setTimeout(() => tellKind(kind), wait),
      )
    }
  })
  useEffect(() => store.onEvents((events) => onEvents(events)), [store])
  useEffect(() => {
    const running = timers.current
    return () => {
      for (const timer of running.values()) clearTimeout(timer)
      running.clear()
    }
  }, [])
}
