import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Batch, ImportCounts } from '../../../src-main/contract/index.ts'
import { useDesk, useDeskShallow } from '../../state/hooks.ts'
import { intakeRunText } from '../../text/intake-run.ts'
import { intakeText } from '../../text/intake.ts'
import { BatchProgress } from './BatchProgress.tsx'
import { IgnoredMails } from './IgnoredMails.tsx'
import { Outcome } from './Outcome.tsx'
import { titleOf } from './run-title.ts'
import { UndoImport } from './UndoImport.tsx'
import { UnreadFiles } from './UnreadFiles.tsx'
import { useBatchActions } from './use-batch-actions.ts'
import type { Wizard } from './use-wizard.ts'

const text = intakeRunText.run

interface MailRunStepProps {
  wizard: Wizard
  onQueue: () => void
  onReview: () => void
}

/** Files of mails as they come in, one after another, and what came of all of them. */
export function MailRunStep({ wizard, onQueue, onReview }: MailRunStepProps) {
  const { state, busy } = wizard
  const actions = useBatchActions()
  const batches = useDeskShallow((desk) => state.batchIds.flatMap((id) => desk.batches.get(id) ?? []))
  const last = batches.at(-1)
  const isRunning = busy === 'import' || last?.status === 'running'
  if (!isRunning && last !== undefined) return <Result wizard={wizard} batches={batches} onQueue={onQueue} onReview={onReview} />
  const of = state.mailFiles.length
  return (
    <Stack maw={640} gap="md">
      <Title order={2} size="h4">
        {text.title(state.file?.name ?? '')}
      </Title>
      {of > 1 && (
        <Text size="sm" role="status">
          {intakeText.mails.running(state.batchIds.length, of)}
        </Text>
      )}
      {last === undefined ? <Progress value={0} aria-label={text.starting} /> : <BatchProgress batch={last} />}
      <Group>
        <Button
          variant="default"
          onClick={() => {
            wizard.stopWork()
            if (last !== undefined) void actions.stop(last.id)
          }}
        >
          {text.stop}
        </Button>
      </Group>
    </Stack>
  )
}

function Result({ wizard, batches, onQueue, onReview }: MailRunStepProps & { batches: readonly Batch[] }) {
  const reviewNow = useDesk((state) => state.counts.review)
  const [undoing, setUndoing] = useState(false)
  const sum = sumOf(batches)
  const [only] = batches.length === 1 ? batches : []
  const canUndo = only !== undefined && only.added + only.review > 0 && !['undone', 'undoing'].includes(only.status)
  return (
    <Stack gap="lg" maw={760}>
      <div role="status">
        <Title order={2} size="h4">
          {titleOf({ ...sum, status: statusOf(batches) })}
        </Title>
      </div>
      <UnreadFiles unread={wizard.state.unread} />
      <Outcome counts={sum} byRep={null} title={intakeRunText.outcome.byRepDone} isMails />
      <Group>
        <Button onClick={onQueue} variant={sum.review > 0 ? 'default' : 'filled'}>
          {text.toQueue}
        </Button>
        {sum.review > 0 && reviewNow > 0 && <Button onClick={onReview}>{intakeRunText.outcome.toReview}</Button>}
        <Button variant="default" onClick={wizard.dropFile}>
          {text.another}
        </Button>
        {canUndo && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              setUndoing(true)
            }}
          >
            {text.undo}
          </Button>
        )}
      </Group>
      {sum.ignored > 0 && <IgnoredMails batches={batches} />}
      <UndoImport
        batch={undoing ? (only ?? null) : null}
        onClose={() => {
          setUndoing(false)
        }}
      />
    </Stack>
  )
}

function sumOf(batches: readonly ImportCounts[]): ImportCounts {
  const total = (count: keyof ImportCounts): number => batches.reduce((sum, batch) => sum + batch[count], 0)
  return {
    rows: total('rows'),
    added: total('added'),
    matched: total('matched'),
    leftOut: total('leftOut'),
    review: total('review'),
    ignored: total('ignored'),
    assigned: total('assigned'),
    waiting: total('waiting'),
  }
}

/** Of several: done when all are; else what became of the first that is not. */
function statusOf(batches: readonly Batch[]): Batch['status'] {
  return batches.find(({ status }) => status !== 'finished')?.status ?? 'finished'
}
