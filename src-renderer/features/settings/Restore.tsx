import { Alert, Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core'
import { formatBytes } from '../../text/formats.ts'
import { settingsText } from '../../text/settings.ts'
import { type DropRefusal, FileDrop } from '../../ui/FileDrop.tsx'
import { ConfirmRestore } from './ConfirmRestore.tsx'
import classes from './settings.module.css'
import { type Restoring, useRestore } from './use-restore.ts'

const text = settingsText.restore
const REFUSED: Record<DropRefusal, string> = { directory: text.noFolder, many: text.oneFile, nothing: text.noFile }

/** The way back: a backup is chosen or dropped, checked, shown, and put in place. */
export function Restore() {
  const restoring = useRestore()
  const { state, take, refuse } = restoring
  return (
    <FileDrop
      label={text.drop}
      isOff={state.step !== 'idle'}
      onFile={(file) => void take(file)}
      onRefused={(why) => refuse(REFUSED[why])}
    >
      <Stack gap={6} align="start">
        <Text size="sm" fw={500}>
          {text.title}
        </Text>
        <Text size="xs" c="dimmed">
          {text.hint}
        </Text>
        <Steps restoring={restoring} />
      </Stack>
      <ConfirmRestore restoring={restoring} />
    </FileDrop>
  )
}

function Steps({ restoring: { state, take, leave } }: { restoring: Restoring }) {
  if (state.step === 'done')
    return (
      <Alert color="teal" role="status" p="xs">
        <Text size="sm">{state.isRestarting ? text.restarting : text.startAgain}</Text>
        <Text size="xs" className={classes.path}>
          {text.kept(state.kept)}
        </Text>
      </Alert>
    )
  if (state.step === 'sending' || state.step === 'checking') {
    const said = state.step === 'checking' ? text.checking : text.sending(formatBytes(state.sent), formatBytes(state.bytes))
    return (
      <Group gap="sm">
        <Progress.Root w={240} size="lg">
          <Progress.Section
            value={state.step === 'checking' || state.bytes === 0 ? 100 : (100 * state.sent) / state.bytes}
            animated={state.step === 'checking'}
            aria-label={said}
          />
        </Progress.Root>
        <Text size="sm" role="status">
          {said}
        </Text>
        <Button size="xs" variant="default" onClick={leave}>
          {text.cancel}
        </Button>
      </Group>
    )
  }
  return (
    <>
      <FileButton onChange={(file) => (file === null ? undefined : void take(file))}>
        {(props) => (
          <Button {...props} variant="default">
            {text.choose}
          </Button>
        )}
      </FileButton>
      {state.step === 'idle' && state.trouble !== null && (
        <Text size="sm" c="var(--desk-trouble)" role="alert">
          {state.trouble}
        </Text>
      )}
    </>
  )
}
