import { useEffect, useEffectEvent } from 'react'
import { isTyping } from './keys.ts'

/** A letter or digit from anywhere on the screen, unless a person writes. `keys` are all that mean it: "123" is any of the three. */
export function useLetter(keys: string, onPress: (key: string) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    if (key.length !== 1 || !keys.includes(key)) return
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
    event.preventDefault()
    onPress(key)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      press(event)
    }
    window.addEventListener('keydown', listener)
    return () => {
      window.removeEventListener('keydown', listener)
    }
  }, [])
}
