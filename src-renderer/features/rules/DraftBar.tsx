import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand } from '../../state/hooks.ts'
import { rulesText } from '../../text/rules.ts'
import { showNotice } from '../../ui/undo-notice.tsx'
import { Confirm } from './Confirm.tsx'
import { FindingList } from './FindingList.tsx'
import classes from './rules.module.css'
import type { RuleDraft } from './use-rule-draft.ts'
import { Dialog } from '../../ui/Dialog.tsx'

const text = rulesText.bar

/** Says whether what is seen is at work, and holds the way there and back. */
export function DraftBar({ rules }: { rules: RuleDraft }) {
  const [asks, setAsks] = useState<'publish' | 'discard' | null>(null)
  const errors = rules.findings.filter((finding) => finding.level === 'error').length
  const warnings = rules.findings.length - errors
  const close = (): void => {
    setAsks(null)
  }
  return (
    <div className={classes.bar} data-changed={rules.isChanged || undefined} role="region" aria-label={rulesText.title}>
      <Group gap="sm">
        {rules.isChanged && <IconPencil size={16} aria-hidden="true" />}
        <Text size="sm" fw={rules.isChanged ? 600 : 400} role="status">
          {rules.isChanged ? text.unpublished : rules.version === 0 ? text.none : text.published(rules.version)}
        </Text>
        {rules.isChecked && (
          <Group gap={10}>
            {errors > 0 && <Mark icon={<IconAlertCircle size={15} />} level="error" said={text.errors(errors)} />}
            {warnings > 0 && <Mark icon={<IconAlertTriangle size={15} />} level="warning" said={text.warnings(warnings)} />}
            {rules.findings.length === 0 && rules.draft.rules.length > 0 && (
              <Mark icon={<IconCircleCheck size={15} />} said={text.fine} />
            )}
          </Group>
        )}
        {rules.isChanged && rules.overtakenBy !== null && <Text size="sm">{text.behind(rules.overtakenBy)}</Text>}
      </Group>
      {rules.isChanged && (
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={() => setAsks('discard')}>
            {text.discard}
          </Button>
          <Button size="xs" onClick={() => setAsks('publish')}>
            {text.publish}
          </Button>
        </Group>
      )}
      <PublishDialog rules={rules} isOpen={asks === 'publish'} onClose={close} />
      <Confirm
        isOpen={asks === 'discard'}
        title={rulesText.discard.title}
        body={rulesText.discard.body}
        confirm={rulesText.discard.confirm}
        cancel={rulesText.discard.cancel}
        isDanger
        onConfirm={() => {
          rules.discard()
          close()
        }}
        onClose={close}
      />
    </div>
  )
}

function Mark({ icon, level, said }: { icon: React.ReactNode; level?: 'error' | 'warning'; said: string }) {
  return (
    <span className={classes.mark} data-level={level}>
      <span aria-hidden="true" className={classes.markIcon}>
        {icon}
      </span>
      {said}
    </span>
  )
}

function PublishDialog({ rules, isOpen, onClose }: { rules: RuleDraft; isOpen: boolean; onClose: () => void }) {
  const run = useCommand()
  const [note, setNote] = useState('')
  const [isWorking, setIsWorking] = useState(false)
  const hasErrors = rules.findings.some((finding) => finding.level === 'error')
  const publish = async (): Promise<void> => {
    setIsWorking(true)
    const said = note.trim()
    const answer = await run((client) => client.rule.publish({ document: rules.draft, ...(said === '' ? {} : { note: said }) }))
    setIsWorking(false)
    if (!answer.ok) return
    rules.published(answer.value.ruleset)
    showNotice(rulesText.publish.done(answer.value.ruleset))
    setNote('')
    onClose()
  }
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={rulesText.publish.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!hasErrors) void publish()
        }}
      >
        <Stack>
          <Text size="sm">{hasErrors ? rulesText.publish.blocked : rulesText.publish.body}</Text>
          <FindingList findings={rules.findings} />
          <TextInput
            label={rulesText.publish.note}
            description={rulesText.publish.noteHint}
            value={note}
            maxLength={500}
            data-autofocus
            onChange={(event) => {
              setNote(event.currentTarget.value)
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {rulesText.publish.cancel}
            </Button>
            <Button type="submit" loading={isWorking} disabled={hasErrors}>
              {rulesText.publish.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
