import { Stack, Text } from '@mantine/core'
import { useMe } from '../../state/seat.ts'
import { useAsk } from '../../state/use-ask.ts'
import { settingsText } from '../../text/settings.ts'
import { Logs } from './Logs.tsx'
import classes from './settings.module.css'

const text = settingsText.about

export function AboutDesk() {
  const { isManager } = useMe()
  const { value: info } = useAsk('info', (client, signal) => client.desk.info(undefined, { signal }))
  return (
    <Stack gap={4}>
      {info !== null && (
        <>
          <Text size="sm">
            {text.version} {info.version}
          </Text>
          <Text size="sm">
            {text.runsIn} {text.where[info.runsIn]}
          </Text>
        </>
      )}
      <Text size="sm" c="dimmed">
        {text.license}
      </Text>
      <div className={classes.below}>
        {isManager ? (
          <Logs />
        ) : (
          <Text size="sm" c="dimmed">
            {text.logsOfManager}
          </Text>
        )}
      </div>
    </Stack>
  )
}
