import { useEffect, useEffectEvent } from 'react'
import { isTyping } from '../lib/keys.ts'
import { usePlace } from '../lib/route.ts'
import { useLeadActions } from '../state/use-lead-actions.ts'
import { useScreens } from './use-screens.ts'

const SECOND_KEY_MS = 1_200

/** Keys that work on every screen: `?`, Ctrl+Z unless the screen has its own, and G followed by a screen's letter. */
export function useShortcuts(onShowList: () => void): void {
  const { goTo, screen: present } = usePlace()
  const screens = useScreens()
  const { undoLast } = useLeadActions()
  const ownsUndo = screens.find((screen) => screen.id === present)?.ownsUndo === true
  const onUndo = useEffectEvent((event: KeyboardEvent) => {
    if (ownsUndo) return
    event.preventDefault()
    void undoLast()
  })
  const onList = useEffectEvent(onShowList)
  useEffect(() => {
    let goPressedAt = 0
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event)) return
      const key = event.key.toLowerCase()
      if (event.ctrlKey || event.metaKey) {
        if (key === 'z' && !event.shiftKey) onUndo(event)
        return
      }
      if (event.altKey) return
      if (event.key === '?') return onList()
      const target = Date.now() - goPressedAt < SECOND_KEY_MS ? screens.find((screen) => screen.key === key) : undefined
      goPressedAt = key === 'g' ? Date.now() : 0
      if (target === undefined) return
      event.stopPropagation()
      event.preventDefault()
      goTo(target.id)
    }
    // In the capture phase: a screen must not take the second letter for one of its own.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [goTo, screens])
}
