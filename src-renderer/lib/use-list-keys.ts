import { useEffect, useEffectEvent } from 'react'
import { isTyping } from './keys.ts'

interface ListKeys {
  isOn?: boolean
  /** null: nothing to move through; the keys scroll as ever. */
  onMove: ((step: number, extend: boolean) => void) | null
  onOpen: () => void
  onToggle: () => void
  onSelectAll?: () => void
  onEscape: () => void
  /** What single letters do, and `shift+e` and the like. */
  letters: Readonly<Record<string, () => void>>
}

const STEPS: Readonly<Partial<Record<string, number>>> = { j: 1, arrowdown: 1, k: -1, arrowup: -1, pagedown: 15, pageup: -15 }

/** J and K move, Enter opens, X selects, letters act: wherever the focus is, unless a person writes. */
export function useListKeys(keys: ListKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (keys.isOn === false || event.defaultPrevented || event.altKey || isTyping(event)) return
    if (act(event, keys)) event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      onKey(event)
    }
    window.addEventListener('keydown', listener)
    return () => {
      window.removeEventListener('keydown', listener)
    }
  }, [])
}

function act(event: KeyboardEvent, keys: ListKeys): boolean {
  const key = event.key.toLowerCase()
  if (event.ctrlKey || event.metaKey) {
    if (key !== 'a' || keys.onSelectAll === undefined) return false
    keys.onSelectAll()
    return true
  }
  const step = STEPS[key]
  if (step !== undefined) {
    if (keys.onMove === null) return false
    keys.onMove(step, event.shiftKey)
    return true
  }
  // A focused button keeps Enter and Space for itself.
  const isOnButton = event.target instanceof HTMLElement && event.target.closest('a, button, summary') !== null
  if ((key === 'enter' || key === ' ') && isOnButton) return false
  if (keys.onMove === null && (key === 'enter' || key === ' ' || key === 'x')) return false
  if (key === 'enter') keys.onOpen()
  else if (key === 'x' || key === ' ') keys.onToggle()
  else if (key === 'escape') keys.onEscape()
  else {
    const does = keys.letters[event.shiftKey ? `shift+${key}` : key]
    if (does === undefined) return false
    // A key held down moves on and on, but does a thing once.
    if (!event.repeat) does()
  }
  return true
}
