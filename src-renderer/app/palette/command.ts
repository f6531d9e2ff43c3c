import type { ReactNode } from 'react'
import type { ShortcutId } from '../../text/shortcuts.ts'

/** Something the palette can do. */
export interface Command {
  /** The same from one day to the next: by it the palette remembers what was used. */
  id: string
  label: string
  description?: string
  /** Other words a person may type for it. */
  also?: string
  icon?: ReactNode
  /** The key that does it too. */
  shortcut?: ShortcutId
  run: () => void
}
