import { Alert, List } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { intakeText } from '../../text/intake.ts'
import classes from './intake.module.css'
import type { Unread } from './wizard-state.ts'

/** Files of several that were not taken, each with its reason. */
export function UnreadFiles({ unread }: { unread: readonly Unread[] }) {
  if (unread.length === 0) return null
  return (
    <Alert
      color="orange"
      icon={<IconAlertTriangle size={18} />}
      title={intakeText.file.unread(unread.length)}
      className={classes.once}
      role="status"
    >
      <List size="sm" spacing={2}>
        {unread.map(({ name, said }, at) => (
          <List.Item key={`${at} ${name}`}>{said}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
