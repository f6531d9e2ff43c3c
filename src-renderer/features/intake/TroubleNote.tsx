import { Alert, Button, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { intakeText } from '../../text/intake.ts'
import { say } from '../../text/say.ts'
import type { Trouble } from './use-wizard.ts'

interface TroubleNoteProps {
  trouble: Trouble | null
  /** Absent where a file is chosen anyway. */
  onOtherFile?: () => void
}

/** What keeps a step from going on, as a sentence; where it is the file, with the way to another. */
export function TroubleNote({ trouble, onOtherFile }: TroubleNoteProps) {
  if (trouble === null) return null
  return (
    <Alert
      color="red"
      role="alert"
      mb="md"
      icon={<IconAlertTriangle size={18} color="var(--desk-trouble)" />}
      styles={{ root: { background: 'var(--desk-trouble-soft)' }, message: { color: 'var(--mantine-color-text)' } }}
    >
      <Stack gap="xs" align="start">
        {'said' in trouble ? trouble.said : say(trouble.fault)}
        {onOtherFile === undefined || !isOfFile(trouble) ? null : (
          <Button size="compact-sm" variant="default" onClick={onOtherFile}>
            {intakeText.wizard.otherFile}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

const isOfFile = (trouble: Trouble): boolean => 'fault' in trouble && /^(file|upload)-/.test(trouble.fault.code)
