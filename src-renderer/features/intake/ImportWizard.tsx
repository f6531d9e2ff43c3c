import { Button, Group, Stepper, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { intakeText } from '../../text/intake.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { CheckStep } from './CheckStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { FileStep } from './FileStep.tsx'
import classes from './intake.module.css'
import { LeadsStep } from './LeadsStep.tsx'
import { MailRunStep } from './MailRunStep.tsx'
import { MailsStep } from './MailsStep.tsx'
import { ReadingStep } from './ReadingStep.tsx'
import { RunStep } from './RunStep.tsx'
import { TroubleNote } from './TroubleNote.tsx'
import { useWizard, type Wizard } from './use-wizard.ts'
import { canGoTo, nextStep, stepsOf } from './wizard-state.ts'

const text = intakeText.wizard

interface ImportWizardProps {
  /** Dropped on the screen before the wizard opened. */
  first: readonly File[]
  onLeave: () => void
  onQueue: () => void
  onReview: () => void
}

/** The road of a file, or of several with mails, into the desk, a page a step. */
export function ImportWizard({ first, onLeave, onQueue, onReview }: ImportWizardProps) {
  const wizard = useWizard(first)
  const { state } = wizard
  const steps = stepsOf(state)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [state.step])

  const next = nextOf(wizard)
  useHotkeys(
    [
      ['mod+Enter', () => next?.run()],
      ['alt+ArrowLeft', () => wizard.go(-1)],
      ['alt+ArrowRight', () => wizard.go(1)],
    ],
    [],
  )
  return (
    <FileDrop
      label={intakeText.dropHint}
      className={classes.wizard}
      onFile={(file) => {
        wizard.take([file])
      }}
      onMany={wizard.take}
      onRefused={(why) => {
        wizard.refuse(intakeText.file[why])
      }}
      isOff={state.step === 'import'}
    >
      <Group justify="space-between" px="md" pt="sm">
        <Title order={1} size="h3" ref={heading} tabIndex={-1} className={classes.heading}>
          {text.title}
          {state.file === null ? '' : `: ${state.file.name}`}
        </Title>
        <Button variant="subtle" color="gray" onClick={onLeave}>
          {text.leave}
        </Button>
      </Group>
      <Stepper
        size="xs"
        iconSize={26}
        active={steps.indexOf(state.step)}
        onStepClick={(at) => {
          const step = steps[at]
          if (step !== undefined) wizard.goTo(step)
        }}
        className={classes.stepper}
        aria-label={text.stepsLabel}
      >
        {steps.map((step) => (
          <Stepper.Step
            key={step}
            label={intakeText.steps[step]}
            allowStepSelect={canGoTo(state, step)}
            disabled={!canGoTo(state, step)}
            aria-current={step === state.step ? 'step' : undefined}
          />
        ))}
      </Stepper>
      <div className={classes.body}>
        {state.step !== 'import' && (
          <Title order={2} size="h4" mb="sm">
            {intakeText[state.step].title}
          </Title>
        )}
        <TroubleNote trouble={wizard.trouble} {...(state.step === 'file' ? {} : { onOtherFile: wizard.dropFile })} />
        <StepBody wizard={wizard} onQueue={onQueue} onReview={onReview} />
      </div>
      {state.step !== 'file' && state.step !== 'import' && next !== null && (
        <Group justify="space-between" className={classes.foot}>
          <Button
            variant="default"
            onClick={() => {
              if (state.step === 'reading' || state.step === 'mails') wizard.dropFile()
              else wizard.go(-1)
            }}
          >
            {text.back}
          </Button>
          <Button onClick={next.run} disabled={!next.isReady} loading={wizard.busy === 'import'}>
            {next.label}
          </Button>
        </Group>
      )}
    </FileDrop>
  )
}

function StepBody({ wizard, onQueue, onReview }: { wizard: Wizard } & Pick<ImportWizardProps, 'onQueue' | 'onReview'>) {
  const [batchId] = wizard.state.batchIds
  switch (wizard.state.step) {
    case 'file':
      return <FileStep wizard={wizard} />
    case 'reading':
      return <ReadingStep wizard={wizard} />
    case 'columns':
      return <ColumnsStep wizard={wizard} />
    case 'check':
      return <CheckStep wizard={wizard} />
    case 'leads':
      return <LeadsStep wizard={wizard} />
    case 'mails':
      return <MailsStep wizard={wizard} />
    case 'import':
      if (wizard.state.kind === 'mails') return <MailRunStep wizard={wizard} onQueue={onQueue} onReview={onReview} />
      return batchId === undefined ? null : <RunStep batchId={batchId} onQueue={onQueue} onAnother={wizard.dropFile} />
  }
}

/** What the button at the right does now. */
function nextOf(wizard: Wizard): { label: string; isReady: boolean; run: () => void } | null {
  const { state, busy } = wizard
  if (state.step === 'leads') {
    const rows = state.check === null ? null : state.check.rows - state.check.leftOut
    const label = rows === null ? intakeText.leads.import : intakeText.leads.importNow(rows)
    return { label, isReady: rows !== 0 && (busy === null || busy === 'rehearse'), run: wizard.start }
  }
  if (state.step === 'mails') {
    return { label: intakeText.mails.import, isReady: busy === null || busy === 'sample', run: wizard.start }
  }
  if (state.step === 'import' || state.step === 'file') return null
  const to = nextStep(state, 1)
  const run = (): void => {
    if (state.isCheckStale && state.step === 'check') wizard.check()
    wizard.go(1)
  }
  return { label: text.next, isReady: busy !== 'look' && canGoTo(state, to), run }
}
