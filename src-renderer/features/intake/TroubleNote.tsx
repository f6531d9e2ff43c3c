import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { say } from '../../text/say.ts'
import type { Trouble } from './use-wizard.ts'

/** What keeps a step from going on, as a sentence. */
export function TroubleNote({ trouble }: { trouble: Trouble | null }) {
  if (trouble === null) return null
  return (
    <Alert
      color="red"
      role="alert"
      mb="md"
      icon={<IconAlertTriangle size={18} color="var(--desk-trouble)" />}
      styles={{ root: { background: 'var(--desk-trouble-soft)' }, message: { color: 'var(--mantine-color-text)' } }}
    >
      {'said' in trouble ? trouble.said : say(trouble.fault)}
    </Alert>
  )
}
