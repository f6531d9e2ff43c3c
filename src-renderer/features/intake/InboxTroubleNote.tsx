import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Fault } from '../../bridge/fault.ts'
import { inboxTroubles } from '../../text/inbox-troubles.ts'
import { inboxWizardText } from '../../text/inboxes.ts'
import { say } from '../../text/say.ts'
import classes from './intake.module.css'

/** Why an inbox could not be reached: what is wrong, what to do, and the server's own words for whoever knows them. */
export function InboxTroubleNote({ fault }: { fault: Fault | null }) {
  if (fault === null) return null
  const trouble = fault.code === 'inbox-failed' ? fault.data : null
  return (
    <Alert
      color="red"
      role="alert"
      mb="md"
      maw={980}
      icon={<IconAlertTriangle size={18} color="var(--desk-trouble)" />}
      className={classes.trouble}
    >
      {trouble === null ? (
        say(fault)
      ) : (
        <>
          <Text size="sm" fw={600}>
            {inboxTroubles[trouble.code].said}
          </Text>
          <Text size="sm">{inboxTroubles[trouble.code].todo}</Text>
          {trouble.detail !== '' && (
            <Text size="xs" mt={4} className={classes.serverWords}>
              {inboxWizardText.inDetail} {trouble.detail}
            </Text>
          )}
        </>
      )}
    </Alert>
  )
}
