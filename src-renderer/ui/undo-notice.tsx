import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'

const SHOWN_MS = 8_000

/** Says what was just done, with a way back for a few seconds. A newer notice takes the place of the older one. */
export function showUndoNotice({ message, undoLabel, onUndo }: { message: string; undoLabel: string; onUndo: () => void }): void {
  const id = 'undo'
  notifications.hide(id)
  notifications.show({
    id,
    withBorder: true,
    autoClose: SHOWN_MS,
    color: 'gray',
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id)
            onUndo()
          }}
        >
          {undoLabel}
        </Button>
      </Group>
    ),
  })
}

export function showNotice(message: string): void {
  notifications.show({ message, withBorder: true, color: 'gray', autoClose: 4_000 })
}

export function showTrouble(message: string): void {
  notifications.show({ message, withBorder: true, color: 'red', autoClose: 10_000, role: 'alert' })
}
