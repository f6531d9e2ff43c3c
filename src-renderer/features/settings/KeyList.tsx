import { keyName, shortcuts, shortcutsText } from '../../text/shortcuts.ts'
import { KeyTable } from '../../ui/KeyTable.tsx'

/** Every shortcut, as the list under `?` has them. */
export function KeyList() {
  return <KeyTable groups={shortcuts} then={shortcutsText.then} nameOf={keyName} />
}
