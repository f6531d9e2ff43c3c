import { Stack, Text } from '@mantine/core'
import { useAsk } from '../../state/use-ask.ts'
import { settingsText } from '../../text/settings.ts'
import { told } from '../../text/ways-out.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { BackUp } from './BackUp.tsx'
import { LeaveSample } from './LeaveSample.tsx'
import { Restore } from './Restore.tsx'
import classes from './settings.module.css'

const text = settingsText.data

/** Where everything lies, how it is saved, and how it comes back. */
export function DeskData() {
  const info = useAsk('info', (client, signal) => client.desk.info(undefined, { signal }))
  if (info.fault !== null) return <ErrorState {...told(info.fault)} onTryAgain={info.again} />
  if (info.value === null) return <Loading height={80} />
  const { dataFolder, isDemo } = info.value
  return (
    <Stack gap="lg">
      <div>
        <Text size="sm" fw={500}>
          {text.folder}
        </Text>
        <Text size="sm" className={classes.path}>
          {dataFolder}
        </Text>
        <Text size="xs" c="dimmed">
          {isDemo ? text.demo : text.folderHint}
        </Text>
      </div>
      <LeaveSample isDemo={isDemo} />
      <BackUp />
      {isDemo ? (
        <Text size="xs" c="dimmed">
          {settingsText.restore.demo}
        </Text>
      ) : (
        <Restore />
      )}
    </Stack>
  )
}
