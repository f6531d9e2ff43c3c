import { useMe } from '../state/seat.ts'
import { appText } from '../text/app.ts'
import { keyName, shortcutsFor, shortcutsText } from '../text/shortcuts.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { KeyTable } from '../ui/KeyTable.tsx'

export function ShortcutList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { isManager } = useMe()
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={appText.shortcutsTitle} size="lg">
      <KeyTable groups={shortcutsFor(isManager)} then={shortcutsText.then} nameOf={keyName} />
    </Dialog>
  )
}
