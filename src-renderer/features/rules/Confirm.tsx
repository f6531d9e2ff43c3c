import { Button, Group, Stack, Text } from '@mantine/core'
import { Dialog } from '../../ui/Dialog.tsx'

interface ConfirmProps {
  isOpen: boolean
  title: string
  body: string
  confirm: string
  cancel: string
  isDanger?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** A question with two answers; the quiet one is the way out. */
export function Confirm({ isOpen, title, body, confirm, cancel, isDanger = false, onConfirm, onClose }: ConfirmProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <Stack>
        <Text>{body}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {cancel}
          </Button>
          <Button data-autofocus {...(isDanger ? { color: 'red' } : {})} onClick={onConfirm}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
