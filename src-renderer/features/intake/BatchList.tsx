import { Anchor, Badge, Button, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Batch } from '../../../src-main/contract/index.ts'
import { useDesk } from '../../state/hooks.ts'
import { formatMoment, formatWhen } from '../../text/formats.ts'
import { intakeText } from '../../text/intake.ts'
import { failureSaid } from './batch-said.ts'
import { BatchProgress } from './BatchProgress.tsx'
import classes from './intake.module.css'
import { UndoImport } from './UndoImport.tsx'
import { useBatchActions } from './use-batch-actions.ts'

const text = intakeText.history

/** Every import, newest first; the running ones with their progress. */
export function BatchList() {
  const batches = useDesk((state) => state.batches)
  const [undoing, setUndoing] = useState<Batch | null>(null)
  if (batches.size === 0)
    return (
      <Text size="sm" c="dimmed">
        {text.empty}
      </Text>
    )
  const shown = [...batches.values()].sort((a, b) => b.id - a.id)
  return (
    <>
      <Table aria-label={text.title} verticalSpacing={8}>
        <Table.Tbody className={classes.numbers}>
          {shown.map((batch) => (
            <BatchRow key={batch.id} batch={batch} onUndo={setUndoing} />
          ))}
        </Table.Tbody>
      </Table>
      <UndoImport
        batch={undoing}
        onClose={() => {
          setUndoing(null)
        }}
      />
    </>
  )
}

function BatchRow({ batch, onUndo }: { batch: Batch; onUndo: (batch: Batch) => void }) {
  const actions = useBatchActions()
  const isRunning = batch.status === 'running'
  const canUndo = ['finished', 'cancelled', 'interrupted'].includes(batch.status) && batch.added + batch.review > 0
  const isTrouble = batch.status === 'failed' || batch.status === 'interrupted'
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600} size="sm">
          {batch.file}
        </Text>
        <Text size="xs" c="dimmed" title={formatMoment(batch.startedAt)}>
          {batch.source} · {formatWhen(batch.startedAt)}
        </Text>
      </Table.Td>
      <Table.Td w={130}>
        <Badge variant={isTrouble ? 'light' : 'default'} color={isTrouble ? 'red' : 'gray'} size="sm" tt="none" fw={500}>
          {text.status[batch.status]}
        </Badge>
      </Table.Td>
      <Table.Td>
        {isRunning ? (
          <BatchProgress batch={batch} size="sm" />
        ) : (
          <>
            <Text size="sm">
              {text.counts(batch)}
              {batch.review > 0 && (
                <>
                  {' · '}
                  <Anchor href="#/review" fz="inherit" aria-label={text.reviewOf(batch.review, batch.file)}>
                    {text.review(batch.review)}
                  </Anchor>
                </>
              )}
            </Text>
            <Text size="xs" c="dimmed">
              {batch.status === 'failed'
                ? failureSaid(batch)
                : batch.status === 'undone'
                  ? ''
                  : text.placed(batch.assigned, batch.waiting)}
            </Text>
          </>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          {isRunning && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={text.stopOf(batch.file)}
              onClick={() => void actions.stop(batch.id)}
            >
              {text.stop}
            </Button>
          )}
          {batch.leftOut > 0 && !isRunning && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={text.leftOutOf(batch.file)}
              onClick={() => void actions.download(batch.id)}
            >
              {text.leftOut}
            </Button>
          )}
          {canUndo && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={text.undoOf(batch.file)}
              onClick={() => {
                onUndo(batch)
              }}
            >
              {text.undo}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
