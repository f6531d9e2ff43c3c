import { Button, Group, Modal, Stack, Text } from '@mantine/core'

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
    <Modal opened={isOpen} onClose={onClose} title={title} centered>
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
    </Modal>
  )
}
