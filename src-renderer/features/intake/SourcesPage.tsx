import { Button, Stack, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { usePlace } from '../../lib/route.ts'
import { useFresh } from '../../state/use-fresh.ts'
import { intakeText } from '../../text/intake.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { ScreenHead } from '../../ui/ScreenHead.tsx'
import { showTrouble } from '../../ui/undo-notice.tsx'
import { BatchList } from './BatchList.tsx'
import { FormSection } from './FormSection.tsx'
import { InboxSection } from './InboxSection.tsx'
import { Section } from './Section.tsx'
import { SourcesTable } from './SourcesTable.tsx'
import { SuspicionSection } from './SuspicionSection.tsx'

/** Every way in: how it does, what came by it, and what to do where one is ill. */
export function SourcesPage({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { goTo } = usePlace()
  const inboxes = useFresh(
    (client, signal) => client.inbox.list(undefined, { signal }),
    (type) => type.startsWith('inbox-') || type.startsWith('mail-'),
  )
  const forms = useFresh(
    (client, signal) => client.form.list(undefined, { signal }),
    (type) => type.startsWith('form-'),
  )
  const door = useFresh(
    (client, signal) => client.form.door(undefined, { signal }),
    (type) => type.startsWith('form-'),
  )
  const listed = new Set([...(inboxes.value ?? []), ...(forms.value ?? [])].map(({ sourceId }) => sourceId))
  return (
    <FileDrop
      label={intakeText.dropHint}
      onFile={(file) => {
        onFiles([file])
      }}
      onMany={onFiles}
      onRefused={(why) => {
        showTrouble(intakeText.file[why])
      }}
    >
      <ScreenHead title={intakeText.title}>
        <Text size="sm" c="dimmed">
          {intakeText.orDrop}
        </Text>
        <Button
          leftSection={<IconUpload size={16} aria-hidden="true" />}
          onClick={() => {
            goTo('intake', 'import')
          }}
        >
          {intakeText.importLeads}
        </Button>
      </ScreenHead>
      <Stack gap="md" px="md" pb="md">
        <InboxSection inboxes={inboxes} />
        <FormSection forms={forms} door={door} />
        <Section title={intakeText.sources.title}>
          <SourcesTable listed={listed} />
        </Section>
        <Section title={intakeText.history.title}>
          <BatchList />
        </Section>
        <SuspicionSection />
      </Stack>
    </FileDrop>
  )
}
