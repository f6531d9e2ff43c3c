import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'

const UNDO_SHOWN_MS = 8_000
const SHOWN_MS = 4_000
const TROUBLE_SHOWN_MS = 10_000
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
          flex="none"
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

/** What went wrong, with a link to where it can be mended, unless that is where the page is. */
export function showTrouble(message: string, way: { label: string; href: string } | null = null): void {
  const id = notifications.show({
    withBorder: true,
    color: 'red',
    autoClose: TROUBLE_SHOWN_MS,
    role: 'alert',
    message:
      way === null || way.href === window.location.hash ? (
        message
      ) : (
        <Stack gap={6} align="start">
          <Text size="sm">{message}</Text>
          <Button size="compact-sm" variant="default" component="a" href={way.href} onClick={() => notifications.hide(id)}>
            {way.label}
          </Button>
        </Stack>
      ),
  })
}
