import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Batch } from '../../../src-main/contract/index.ts'
import { intakeText } from '../../text/intake.ts'
import { useBatchActions } from './use-batch-actions.ts'
import { Dialog } from '../../ui/Dialog.tsx'

const text = intakeText.undo

/** Asks before a whole import is taken back, and stays open while it is. */
export function UndoImport({ batch, onClose }: { batch: Batch | null; onClose: () => void }) {
  const { undo } = useBatchActions()
  const [isWorking, setIsWorking] = useState(false)
  return (
    <Dialog isOpen={batch !== null} onClose={onClose} title={text.title}>
      {batch !== null && (
        <Stack>
          <Text>{text.body(batch.added, batch.review, batch.file)}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={isWorking}>
              {text.cancel}
            </Button>
            <Button
              color="red.9"
              loading={isWorking}
              data-autofocus
              onClick={() => {
                setIsWorking(true)
                void undo(batch.id).then(() => {
                  setIsWorking(false)
                  onClose()
                })
              }}
            >
              {text.confirm}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  )
}
