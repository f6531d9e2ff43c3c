import { appText } from '../text/app.ts'
import { keyName, shortcuts, shortcutsText } from '../text/shortcuts.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { KeyTable } from '../ui/KeyTable.tsx'

export function ShortcutList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={appText.shortcutsTitle} size="lg">
      <KeyTable groups={shortcuts} then={shortcutsText.then} nameOf={keyName} />
    </Dialog>
  )
}
