import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { saveFile } from '../../lib/save-file.ts'
import { useAsk } from '../../state/use-ask.ts'
import { formatBytes } from '../../text/formats.ts'
import { settingsText } from '../../text/settings.ts'
import { told } from '../../text/ways-out.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import classes from './settings.module.css'

const text = settingsText.logs

/** The logs, read before they are saved: whoever sends them knows what they send. */
export function Logs() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Stack gap={6} align="start">
      <Button variant="default" onClick={() => setIsOpen(true)}>
        {text.show}
      </Button>
      <Text size="xs" c="dimmed">
        {text.hint}
      </Text>
      <Dialog isOpen={isOpen} title={text.title} size="lg" onClose={() => setIsOpen(false)}>
        <LogText />
      </Dialog>
    </Stack>
  )
}

function LogText() {
  const { value, fault, again } = useAsk('logs', (client, signal) => client.desk.logs(undefined, { signal }))
  if (fault !== null) return <ErrorState {...told(fault)} onTryAgain={again} />
  if (value === null)
    return (
      <Stack align="center" role="status">
        <Loading height={120} />
        <Text size="sm">{text.loading}</Text>
      </Stack>
    )
  return (
    <Stack gap="sm">
      <Text size="sm">{text.read}</Text>
      {/* Longer than its box, it must be reached by keys as well. */}
      <pre className={classes.logs} tabIndex={0} role="region" aria-label={text.text}>
        {value.text}
      </pre>
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {text.size(formatBytes(new Blob([value.text]).size))}
        </Text>
        <Button onClick={() => saveFile(value.name, value.text, 'text/plain;charset=utf-8')} data-autofocus>
          {text.save}
        </Button>
      </Group>
    </Stack>
  )
}
