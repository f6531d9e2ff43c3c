import { Button, Group, Stepper, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Inbox } from '../../../src-main/contract/index.ts'
import { inboxText, inboxWizardText } from '../../text/inboxes.ts'
import { showNotice } from '../../ui/undo-notice.tsx'
import { InboxAccount } from './InboxAccount.tsx'
import { InboxMails } from './InboxMails.tsx'
import { InboxSample } from './InboxSample.tsx'
import { InboxTroubleNote } from './InboxTroubleNote.tsx'
import classes from './intake.module.css'
import { INBOX_STEPS, type InboxWizardState, useInboxWizard } from './use-inbox-wizard.ts'

const text = inboxWizardText

/** From an address to an inbox that is read; the same pages change one. */
export function InboxWizard({ inbox, onLeave }: { inbox: Inbox | null; onLeave: () => void }) {
  const wizard = useInboxWizard(inbox, (name) => {
    showNotice(inbox === null ? inboxText.addedNow(name) : inboxText.savedNow(name))
    onLeave()
  })
  const { step } = wizard
  const heading = useRef<HTMLHeadingElement>(null)
  const isFirst = useRef(true)
  useEffect(() => {
    // The first page begins in its first field; the others at their head, or a screen reader would not know the page is another.
    if (isFirst.current) isFirst.current = false
    else heading.current?.focus()
  }, [step])
  return (
    <form
      className={classes.wizard}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        goOn(wizard)
      }}
    >
      <Group justify="space-between" px="md" pt="sm">
        <Title order={1} size="h3">
          {inbox === null ? text.add : text.edit(inbox.settings.name)}
        </Title>
        <Button variant="subtle" color="gray" onClick={onLeave}>
          {text.leave}
        </Button>
      </Group>
      <Stepper
        size="xs"
        iconSize={26}
        active={INBOX_STEPS.indexOf(step)}
        onStepClick={(at) => {
          const to = INBOX_STEPS[at]
          if (to !== undefined) wizard.goTo(to)
        }}
        className={classes.shortStepper}
        aria-label={text.stepsLabel}
      >
        {INBOX_STEPS.map((name) => (
          <Stepper.Step
            key={name}
            label={text.steps[name]}
            allowStepSelect={wizard.canGoTo(name)}
            disabled={!wizard.canGoTo(name)}
            aria-current={name === step ? 'step' : undefined}
          />
        ))}
      </Stepper>
      <div className={classes.body}>
        <Title order={2} size="h4" mb="sm" ref={heading} tabIndex={-1} className={classes.heading}>
          {text[step].title}
        </Title>
        <InboxTroubleNote fault={wizard.fault} />
        {step === 'account' && <InboxAccount wizard={wizard} />}
        {step === 'mails' && <InboxMails wizard={wizard} />}
        {step === 'sample' && <InboxSample wizard={wizard} />}
      </div>
      <Foot wizard={wizard} />
    </form>
  )
}

function goOn(wizard: InboxWizardState): void {
  if (wizard.busy !== null) return
  if (wizard.step === 'account') wizard.test()
  else if (wizard.step === 'mails') wizard.sample()
  else wizard.save()
}

function Foot({ wizard }: { wizard: InboxWizardState }) {
  const { step, busy, inbox } = wizard
  return (
    <Group justify="space-between" className={classes.foot}>
      {step === 'account' ? (
        <span />
      ) : (
        <Button
          variant="default"
          onClick={() => {
            wizard.goTo(step === 'sample' ? 'mails' : 'account')
          }}
        >
          {text.back}
        </Button>
      )}
      <Group gap="xs">
        {busy === 'test' && (
          <Button variant="default" onClick={wizard.stop}>
            {text.account.stop}
          </Button>
        )}
        {inbox !== null && step !== 'sample' && (
          <Button variant="default" onClick={wizard.save} loading={busy === 'save'} disabled={busy === 'test'}>
            {text.save}
          </Button>
        )}
        {step === 'account' && (
          <Button type="submit" loading={busy === 'test'}>
            {text.account.test}
          </Button>
        )}
        {step === 'mails' && (
          <Button type="submit" disabled={busy !== null}>
            {text.next}
          </Button>
        )}
        {step === 'sample' && (
          <Button type="submit" loading={busy === 'save'} disabled={busy === 'sample'}>
            {inbox === null ? text.saveAndRead : text.save}
          </Button>
        )}
      </Group>
    </Group>
  )
}
