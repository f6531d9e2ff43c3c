import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'

const UNDO_SHOWN_MS = 8_000
const SHOWN_MS = 4_000
/** One place for what was just done: a newer notice takes the place of the older one, whose step is no longer the last. */
const DONE = 'done'

/** Says what was just done, with a way back for a few seconds. */
export function showUndoNotice({ message, undoLabel, onUndo }: { message: string; undoLabel: string; onUndo: () => void }): void {
  notifications.hide(DONE)
  notifications.show({
    id: DONE,
    withBorder: true,
    role: 'status',
    autoClose: UNDO_SHOWN_MS,
    color: 'gray',
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(DONE)
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
  notifications.hide(DONE)
  notifications.show({ id: DONE, message, withBorder: true, role: 'status', color: 'gray', autoClose: SHOWN_MS })
}

export function showTrouble(message: string): void {
  notifications.show({ message, withBorder: true, color: 'red', autoClose: 10_000, role: 'alert' })
}
