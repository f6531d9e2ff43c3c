import { useMe } from '../../state/seat.ts'
import { keyName, shortcutsFor, shortcutsText } from '../../text/shortcuts.ts'
import { KeyTable } from '../../ui/KeyTable.tsx'

/** Every shortcut, as the list under `?` has them. */
export function KeyList() {
  const { isManager } = useMe()
  return <KeyTable groups={shortcutsFor(isManager)} then={shortcutsText.then} nameOf={keyName} />
}
