import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core'
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCircleCheck,
  IconPencil,
} from '@tabler/icons-react'
import { useState } from 'react'
import { modKey } from '../../lib/keys.ts'
import { rulesText } from '../../text/rules.ts'
import { keyName } from '../../text/shortcuts.ts'
import { Confirm } from './Confirm.tsx'
import classes from './rules.module.css'
import type { RuleDraft } from './use-rule-draft.ts'

const text = rulesText.bar

interface DraftBarProps {
  rules: RuleDraft
  onPublish: () => void
  onShowVersions: () => void
}

/** Says whether what is seen is at work and kept, and holds the way there and back. */
export function DraftBar({ rules, onPublish, onShowVersions }: DraftBarProps) {
  const [asksDiscard, setAsksDiscard] = useState(false)
  const close = (): void => {
    setAsksDiscard(false)
  }
  return (
    <div className={classes.bar} data-changed={rules.isChanged || undefined} role="region" aria-label={rulesText.title}>
      <Group gap="sm">
        {rules.isChanged && <IconPencil size={16} aria-hidden="true" />}
        <Text size="sm" fw={rules.isChanged ? 600 : 400} role="status">
          {rules.isChanged ? text.unpublished : rules.version === 0 ? text.none : text.published(rules.version)}
        </Text>
        {rules.isChanged && <Saving rules={rules} />}
        <Marks rules={rules} />
        {rules.overtakenBy !== null && (
          <Text size="sm">
            {text.behind(rules.overtakenBy)}{' '}
            <button type="button" className={classes.link} onClick={onShowVersions}>
              {text.behindMore}
            </button>
          </Text>
        )}
      </Group>
      <Group gap="xs" wrap="nowrap">
        <HistoryButton label={text.undo} keys={`${keyName(modKey())} Z`} isOff={!rules.canUndo} onClick={rules.undo}>
          <IconArrowBackUp size={16} />
        </HistoryButton>
        <HistoryButton
          label={text.redo}
          keys={`${keyName(modKey())} ${keyName('Shift')} Z`}
          isOff={!rules.canRedo}
          onClick={rules.redo}
        >
          <IconArrowForwardUp size={16} />
        </HistoryButton>
        {rules.isChanged && (
          <>
            <Button variant="default" size="xs" onClick={() => setAsksDiscard(true)}>
              {text.discard}
            </Button>
            <Button size="xs" onClick={onPublish}>
              {text.publish}
            </Button>
          </>
        )}
      </Group>
      <Confirm
        isOpen={asksDiscard}
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

function Saving({ rules }: { rules: RuleDraft }) {
  if (rules.saving === 'failed')
    return (
      <Text size="sm" role="alert" className={classes.mark} data-level="error">
        <span aria-hidden="true" className={classes.markIcon}>
          <IconAlertCircle size={15} />
        </span>
        {text.unsaved}{' '}
        <button type="button" className={classes.link} onClick={rules.saveAgain}>
          {text.saveAgain}
        </button>
      </Text>
    )
  return (
    <Text size="sm" c="dimmed">
      {rules.saving === 'saved' ? text.saved : text.saving}
    </Text>
  )
}

function Marks({ rules }: { rules: RuleDraft }) {
  if (!rules.isChecked) return null
  const errors = rules.findings.filter((finding) => finding.level === 'error').length
  const warnings = rules.findings.length - errors
  return (
    <Group gap={10}>
      {errors > 0 && <Mark icon={<IconAlertCircle size={15} />} level="error" said={text.errors(errors)} />}
      {warnings > 0 && <Mark icon={<IconAlertTriangle size={15} />} level="warning" said={text.warnings(warnings)} />}
      {rules.findings.length === 0 && rules.draft.rules.length > 0 && (
        <Mark icon={<IconCircleCheck size={15} />} said={text.fine} />
      )}
    </Group>
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

interface HistoryButtonProps {
  label: string
  keys: string
  isOff: boolean
  onClick: () => void
  children: React.ReactNode
}

function HistoryButton({ label, keys, isOff, onClick, children }: HistoryButtonProps) {
  return (
    <Tooltip label={`${label} (${keys})`} openDelay={400}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={isOff} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
