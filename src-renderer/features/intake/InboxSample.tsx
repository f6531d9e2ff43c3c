import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { inboxWizardText } from '../../text/inboxes.ts'
import { MailSamples } from './MailSamples.tsx'
import type { InboxWizardState } from './use-inbox-wizard.ts'

const text = inboxWizardText.sample

/** The newest mails as they would be read, before any is. */
export function InboxSample({ wizard }: { wizard: InboxWizardState }) {
  if (wizard.busy === 'sample') {
    return (
      <Group gap="sm" role="status" py="xl">
        <Loader size="sm" />
        <Text size="sm">{text.reading}</Text>
        <Button size="xs" variant="default" onClick={wizard.stop}>
          {inboxWizardText.account.stop}
        </Button>
      </Group>
    )
  }
  return (
    <Stack gap="sm" maw={980}>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {text.hint}
        </Text>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={wizard.sample}>
          {text.again}
        </Button>
      </Group>
      {wizard.mails !== null &&
        (wizard.mails.length === 0 ? <Text size="sm">{text.none}</Text> : <MailSamples mails={wizard.mails} />)}
    </Stack>
  )
}
