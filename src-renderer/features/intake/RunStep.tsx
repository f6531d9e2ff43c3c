import { Button, Group, List, Progress, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Batch, BatchId } from '../../../src-main/contract/index.ts'
import { useAsk } from '../../state/use-ask.ts'
import { useDesk } from '../../state/hooks.ts'
import { openLeads } from '../../state/lead-links.ts'
import { capital } from '../../text/rule-fields.ts'
import { intakeRunText } from '../../text/intake-run.ts'
import { intakeText } from '../../text/intake.ts'
import { rowProblemText } from '../../text/row-problems.ts'
import { failureSaid } from './batch-said.ts'
import { BatchProgress } from './BatchProgress.tsx'
import { Outcome } from './Outcome.tsx'
import { titleOf } from './run-title.ts'
import { TroubleNote } from './TroubleNote.tsx'
import { UndoImport } from './UndoImport.tsx'
import { useBatchActions } from './use-batch-actions.ts'

const text = intakeRunText.run
const LISTED_PROBLEMS = 50

interface RunStepProps {
  batchId: BatchId
  onQueue: () => void
  onAnother: () => void
}

/** The import as it runs, and what came of it. */
export function RunStep({ batchId, onQueue, onAnother }: RunStepProps) {
  const batch = useDesk((state) => state.batches.get(batchId))
  const actions = useBatchActions()
  if (batch === undefined) {
    return (
      <Stack maw={640} gap="xs" role="status">
        <Text>{text.starting}</Text>
        <Progress value={0} aria-label={text.starting} />
      </Stack>
    )
  }
  if (batch.status === 'running') {
    return (
      <Stack maw={640} gap="md">
        <Title order={2} size="h4">
          {text.title(batch.file)}
        </Title>
        <BatchProgress batch={batch} />
        <Group>
          <Button variant="default" onClick={() => void actions.stop(batch.id)}>
            {text.stop}
          </Button>
        </Group>
      </Stack>
    )
  }
  return <Result batch={batch} onQueue={onQueue} onAnother={onAnother} />
}

function Result({ batch, onQueue, onAnother }: { batch: Batch; onQueue: () => void; onAnother: () => void }) {
  const actions = useBatchActions()
  const [asksUndo, setAsksUndo] = useState(false)
  const { value, fault } = useAsk(`report ${batch.id} ${batch.status}`, (client, signal) =>
    client.intake.report({ batchId: batch.id }, { signal }),
  )
  const report = value?.report ?? null
  const isUndone = batch.status === 'undone' || batch.status === 'undoing'
  const hasLeads = !isUndone && batch.added > 0
  const problems = report?.problems ?? []
  return (
    <Stack gap="lg" maw={760}>
      <div role="status">
        <Title order={2} size="h4">
          {titleOf(batch)}
        </Title>
      </div>
      {batch.status === 'failed' && <TroubleNote trouble={{ said: failureSaid(batch) }} />}
      {fault !== null && <TroubleNote trouble={{ fault }} />}
      <Outcome counts={batch} byRep={report?.byRep ?? null} title={intakeRunText.outcome.byRepDone} />
      <Group>
        {hasLeads && (
          <Button
            variant={batch.waiting > 0 ? 'default' : 'filled'}
            onClick={() => {
              // The wizard is at its beginning again for whoever comes back.
              openLeads({ batchId: batch.id }, text.leadsOf(batch.file), '#/intake')
            }}
          >
            {text.showLeads}
          </Button>
        )}
        <Button variant={hasLeads && batch.waiting === 0 ? 'default' : 'filled'} onClick={onQueue}>
          {text.toQueue}
        </Button>
        <Button variant="default" onClick={onAnother}>
          {text.another}
        </Button>
        {batch.leftOut > 0 && (
          <Button variant="default" onClick={() => void actions.download(batch.id)}>
            {text.download(batch.leftOut)}
          </Button>
        )}
        {hasLeads && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              setAsksUndo(true)
            }}
          >
            {text.undo}
          </Button>
        )}
      </Group>
      {problems.length > 0 && (
        <Stack gap="xs">
          <Title order={3} size="h5">
            {text.problems}
          </Title>
          <List size="sm" spacing={2}>
            {problems.slice(0, LISTED_PROBLEMS).map((problem, at) => (
              <List.Item key={at}>
                <Text span size="sm" c="dimmed">
                  {intakeText.check.line} {problem.line}:
                </Text>{' '}
                {capital(rowProblemText.said(problem.code, problem.message))}
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
      <UndoImport
        batch={asksUndo ? batch : null}
        onClose={() => {
          setAsksUndo(false)
        }}
      />
    </Stack>
  )
}
