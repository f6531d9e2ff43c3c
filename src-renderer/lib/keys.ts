/** True while a person writes, or a menu or dialogue has the keys: then single letters are not for the screen. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) {
    return !(target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio'))
  }
  return target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null
}

/** The key that goes with a letter for a command: ⌘ on a Mac, else Ctrl. */
export function modKey(): string {
  return navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl'
}
