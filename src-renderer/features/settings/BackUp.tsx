import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../state/hooks.ts'
import { formatBytes } from '../../text/formats.ts'
import { settingsText } from '../../text/settings.ts'
import classes from './settings.module.css'

const text = settingsText.data

/** One file with everything, and where it lies. */
export function BackUp() {
  const run = useCommand()
  const [isWorking, setIsWorking] = useState(false)
  const [made, setMade] = useState<{ file: string; bytes: number } | null>(null)
  const backUp = async (): Promise<void> => {
    setIsWorking(true)
    const answer = await run((client) => client.desk.backup({}))
    setIsWorking(false)
    if (answer.ok) setMade(answer.value)
  }
  return (
    <Stack gap={6} align="start">
      <Button variant="default" loading={isWorking} onClick={() => void backUp()}>
        {text.backup}
      </Button>
      <Text size="xs" c="dimmed">
        {text.backupHint} {text.noSecrets}
      </Text>
      <Text size="sm" role="status" className={classes.path}>
        {isWorking ? text.working : made === null ? '' : text.done(made.file, formatBytes(made.bytes))}
      </Text>
    </Stack>
  )
}
