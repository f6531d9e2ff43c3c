import { Button, Group, Text } from '@mantine/core'
import type { RepCard } from '../../../src-main/contract/index.ts'
import { useCommand } from '../../state/hooks.ts'
import { rolesText as text } from '../../text/people.ts'
import { words } from '../../text/words.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { showNotice } from '../../ui/undo-notice.tsx'

interface RemovePinProps {
  person: RepCard
  managers: readonly RepCard[]
  onClose: () => void
}

export function RemovePin({ person, managers, onClose }: RemovePinProps) {
  const run = useCommand()
  const isOnlyOne = managers.every(({ id, hasPin }) => !hasPin || id === person.id)
  const hint = person.role !== 'manager' ? text.removeHint : isOnlyOne ? text.removeLastHint : text.removeManagerHint
  const remove = async (): Promise<void> => {
    const { ok } = await run((client) => client.person.setPin({ repId: person.id, pin: null }))
    if (!ok) return
    onClose()
    showNotice(text.wasRemoved(person.name))
  }
  return (
    <Dialog isOpen title={text.removeTitle(person.name)} onClose={onClose}>
      <Text size="sm" mb="md">
        {hint}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onClose}>
          {words.cancel}
        </Button>
        <Button color="red" onClick={() => void remove()}>
          {text.removeNow}
        </Button>
      </Group>
    </Dialog>
  )
}
