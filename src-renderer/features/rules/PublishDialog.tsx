import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { boundsOf } from '../../lib/period.ts'
import { useCommand, useDesk } from '../../state/hooks.ts'
import { useAsk } from '../../state/use-ask.ts'
import { rulesText } from '../../text/rules.ts'
import { say } from '../../text/say.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { showNotice } from '../../ui/undo-notice.tsx'
import { ChangeList } from './ChangeList.tsx'
import type { Draft } from './draft.ts'
import { FindingList } from './FindingList.tsx'
import classes from './rules.module.css'
import { Headline, SideBySide } from './SideBySide.tsx'
import { SimulationProgress } from './SimulationProgress.tsx'
import { thirtyDays } from './SimulationSource.tsx'
import { useFindings } from './use-rule-draft.ts'
import { type SimulationState, useSimulation } from './use-simulation.ts'

const text = rulesText.publish

interface PublishProps {
  title: string
  /** What would be at work. */
  document: Draft
  /** What is at work now. */
  published: Draft
  firstNote?: string
  onPublished: (version: number) => void
  onClose: () => void
}

/** Shows what publishing would change, first in the rules and then in who gets past leads (R36), and publishes. */
export function PublishDialog({
  isOpen,
  document,
  ...props
}: Omit<PublishProps, 'document'> & { isOpen: boolean; document: Draft | null }) {
  return (
    <Dialog isOpen={isOpen} onClose={props.onClose} title={props.title} size="lg">
      {document !== null && <PublishForm document={document} {...props} />}
    </Dialog>
  )
}

const CHANGES_HEIGHT = 220

function PublishForm({ document, published, firstNote = '', onPublished, onClose }: PublishProps) {
  const run = useCommand()
  const [note, setNote] = useState(firstNote)
  const [isWorking, setIsWorking] = useState(false)
  const { findings, isChecked } = useFindings(document)
  const hasErrors = findings.some((finding) => finding.level === 'error')
  const trial = useTrial(document, isChecked && !hasErrors)
  const publish = async (): Promise<void> => {
    setIsWorking(true)
    const said = note.trim()
    const answer = await run((client) => client.rule.publish({ document, ...(said === '' ? {} : { note: said }) }))
    setIsWorking(false)
    if (!answer.ok) return
    onPublished(answer.value.ruleset)
    showNotice(rulesText.publish.done(answer.value.ruleset))
    onClose()
  }
  const canPublish = isChecked && !hasErrors
  // Also in the moment before it begins: a click that falls into it would be lost.
  const isTrying = trial.kind === 'running' || (canPublish && trial.kind === 'idle')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (canPublish && !isTrying) void publish()
      }}
    >
      <Stack>
        <Text size="sm">{hasErrors ? text.blocked : text.body}</Text>
        <FindingList findings={findings} label={text.warnings} />
        {!hasErrors && (
          // As high before as after: the button to publish must not move under the mouse when the answers come.
          <Stack mih={CHANGES_HEIGHT}>
            <Part title={text.changes}>
              <Changes published={published} document={document} isReady={canPublish} />
            </Part>
            <Part title={text.trial}>
              <TrialOutcome state={trial} />
            </Part>
          </Stack>
        )}
        <TextInput
          label={text.note}
          description={text.noteHint}
          value={note}
          maxLength={500}
          data-autofocus
          onChange={(event) => {
            setNote(event.currentTarget.value)
          }}
        />
        <Group justify="flex-end" className={classes.dialogFoot}>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          {isTrying && (
            <Button variant="default" disabled={!canPublish} loading={isWorking} onClick={() => void publish()}>
              {text.untried}
            </Button>
          )}
          <Button type="submit" loading={isWorking && !isTrying} disabled={!canPublish || isTrying}>
            {text.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Tries the rules on the last 30 days as soon as they can be. */
function useTrial(document: Draft, isReady: boolean): SimulationState {
  const timeZone = useDesk((state) => state.settings.timeZone)
  const { state, run } = useSimulation()
  useEffect(() => {
    const now = Date.now()
    const bounds = boundsOf(thirtyDays(now, timeZone), now, timeZone)
    if (isReady && bounds !== null) run(document, { kind: 'past', ...bounds })
  }, [document, isReady, run, timeZone])
  return state
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={3} size="h6" mb={4}>
        {title}
      </Title>
      {children}
    </section>
  )
}

function Changes({ published, document, isReady }: { published: Draft; document: Draft; isReady: boolean }) {
  const key = isReady ? `compare ${JSON.stringify([published, document])}` : null
  const { value, fault } = useAsk(key, (client, signal) => client.rule.compare({ from: published, to: document }, { signal }))
  if (fault !== null) return <Text size="sm">{say(fault)}</Text>
  if (value === null) return <Loading height={40} />
  return <ChangeList changes={value} none={text.noChanges} label={text.changes} />
}

function TrialOutcome({ state }: { state: SimulationState }) {
  switch (state.kind) {
    case 'idle':
      return <Loading height={40} />
    case 'running':
      return <SimulationProgress done={state.done} total={state.total} />
    case 'failed':
      return <Text size="sm">{text.trialFailed(say(state.fault))}</Text>
    case 'done':
      if (state.report.leads === 0) return <Text size="sm">{text.noPast}</Text>
      return (
        <Stack gap="xs">
          <Headline report={state.report} />
          <SideBySide report={state.report} />
        </Stack>
      )
  }
}
