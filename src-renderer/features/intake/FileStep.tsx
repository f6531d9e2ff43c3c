import { Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { formatBytes } from '../../text/formats.ts'
import { intakeText } from '../../text/intake.ts'
import classes from './intake.module.css'
import { UnreadFiles } from './UnreadFiles.tsx'
import type { Wizard } from './use-wizard.ts'

const text = intakeText.file

/** The way in: choose or drag a file, and see it come. */
export function FileStep({ wizard }: { wizard: Wizard }) {
  const { file } = wizard.state
  if (wizard.busy === 'upload' && file !== null) {
    const share = file.bytes === 0 ? 0 : (100 * file.sent) / file.bytes
    return (
      <Stack className={classes.dropArea} align="center" justify="center">
        <Text fw={600}>{text.sending(file.name)}</Text>
        <Progress.Root w={360} size="lg">
          <Progress.Section value={share} aria-label={text.sending(file.name)} />
        </Progress.Root>
        <Text size="sm" c="dimmed">
          {formatBytes(file.sent)} / {formatBytes(file.bytes)}
        </Text>
        <Button variant="default" onClick={wizard.dropFile}>
          {text.cancel}
        </Button>
      </Stack>
    )
  }
  return (
    <Stack className={classes.dropArea} align="center" justify="center">
      <IconFileImport size={44} stroke={1.2} aria-hidden="true" />
      <Group gap="xs">
        <FileButton
          multiple
          accept=".csv,.tsv,.txt,.tab,.xlsx,.eml,.mbox,text/csv,text/plain,message/rfc822,application/mbox"
          onChange={wizard.take}
        >
          {(props) => (
            <Button {...props} size="md" data-autofocus>
              {text.choose}
            </Button>
          )}
        </FileButton>
      </Group>
      <Text size="sm">{text.drag}</Text>
      <Text size="sm" c="dimmed" maw={460} ta="center">
        {text.hint}
      </Text>
      <UnreadFiles unread={wizard.state.unread} />
    </Stack>
  )
}
