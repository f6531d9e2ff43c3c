import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'

interface ConfirmRemovalProps {
  words: { title: string; goes: string; stays: string; confirm: string; cancel: string }
  onConfirm: () => Promise<void>
  onClose: () => void
}

/** Asks once before something that can't be taken back: what goes, and what stays. */
export function ConfirmRemoval({ words, onConfirm, onClose }: ConfirmRemovalProps) {
  const [isWorking, setIsWorking] = useState(false)
  return (
    <Dialog isOpen onClose={onClose} title={words.title}>
      <Stack gap="sm">
        <Text size="sm">{words.goes}</Text>
        <Text size="sm">{words.stays}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={isWorking} data-autofocus>
            {words.cancel}
          </Button>
          <Button
            color="red.9"
            loading={isWorking}
            onClick={() => {
              setIsWorking(true)
              void onConfirm().finally(onClose)
            }}
          >
            {words.confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
