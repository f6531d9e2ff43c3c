import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useDesk } from '../../state/hooks.ts'
import { isSample } from '../../state/selectors.ts'
import { settingsText } from '../../text/settings.ts'
import { leaveSampleText as text } from '../../text/what-next.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import classes from './settings.module.css'

/** From the sample to a desk of one's own: says what happens, asks once. */
export function LeaveSample({ isDemo }: { isDemo: boolean }) {
  const run = useCommand()
  const isSampleDesk = useDesk(isSample)
  const [isAsking, setIsAsking] = useState(false)
  const [isLeaving, setIsLeaving] = useState(false)
  const [left, setLeft] = useState<{ kept: string; isRestarting: boolean } | null>(null)
  if (!isSampleDesk) return null
  const leave = async (): Promise<void> => {
    setIsLeaving(true)
    const answer = await run((client) => client.desk.leaveSample(undefined))
    setIsLeaving(false)
    setIsAsking(false)
    if (answer.ok) setLeft(answer.value)
  }
  return (
    <Stack gap={6} align="start">
      <Text size="sm" fw={500}>
        {text.title}
      </Text>
      <Text size="xs" c="dimmed">
        {isDemo ? text.demo : text.hint}
      </Text>
      {left !== null && (
        <Alert color="teal" role="status" p="xs">
          <Text size="sm">{left.isRestarting ? text.restarting : text.startAgain}</Text>
          <Text size="xs" className={classes.path}>
            {settingsText.restore.kept(left.kept)}
          </Text>
        </Alert>
      )}
      {left === null && !isDemo && (
        <Button
          variant="default"
          onClick={() => {
            setIsAsking(true)
          }}
        >
          {text.go}
        </Button>
      )}
      <Dialog
        isOpen={isAsking}
        title={text.askTitle}
        onClose={() => {
          setIsAsking(false)
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{text.ask}</Text>
          <Group justify="flex-end">
            <Button
              variant="default"
              data-autofocus
              onClick={() => {
                setIsAsking(false)
              }}
            >
              {text.no}
            </Button>
            <Button loading={isLeaving} onClick={() => void leave()}>
              {text.yes}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </Stack>
  )
}
