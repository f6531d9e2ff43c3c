import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { usePlace } from '../../lib/route.ts'
import { intakeText } from '../../text/intake.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { ScreenHead } from '../../ui/ScreenHead.tsx'
import { showTrouble } from '../../ui/undo-notice.tsx'
import { BatchList } from './BatchList.tsx'
import { ImportWizard } from './ImportWizard.tsx'
import classes from './intake.module.css'
import { SourcesTable } from './SourcesTable.tsx'

/** Where leads come from; at `#/intake/import` the wizard that brings in a file. */
export function IntakeScreen() {
  const { part, goTo } = usePlace()
  const [dropped, setDropped] = useState<File | null>(null)
  if (part === 'import') {
    return (
      <ImportWizard
        first={dropped}
        onLeave={() => {
          setDropped(null)
          goTo('intake')
        }}
        onQueue={() => {
          setDropped(null)
          goTo('queue')
        }}
      />
    )
  }
  return (
    <FileDrop
      label={intakeText.dropHint}
      onFile={(file) => {
        setDropped(file)
        goTo('intake', 'import')
      }}
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
      <Stack gap="lg" px="md" pb="md" className={classes.page}>
        <Paper withBorder p="md" component="section">
          <Title order={2} size="h5" mb="xs">
            {intakeText.sources.title}
          </Title>
          <SourcesTable />
        </Paper>
        <Paper withBorder p="md" component="section">
          <Title order={2} size="h5" mb="xs">
            {intakeText.history.title}
          </Title>
          <BatchList />
        </Paper>
      </Stack>
    </FileDrop>
  )
}
