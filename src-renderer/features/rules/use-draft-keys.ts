import { useEffect } from 'react'
import { isTyping } from '../../lib/keys.ts'
import { useStable } from '../../lib/use-stable.ts'

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) go through the history of the draft, except in a field, which has its own. */
export function useDraftKeys({ undo, redo }: { undo: () => void; redo: () => void }): void {
  const onKey = useStable((event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented || isTyping(event)) return
    const key = event.key.toLowerCase()
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
    if (!isRedo && key !== 'z') return
    event.preventDefault()
    if (isRedo) redo()
    else undo()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [onKey])
}
