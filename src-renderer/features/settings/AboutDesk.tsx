import { Stack, Text } from '@mantine/core'
import { settingsText } from '../../text/settings.ts'

const text = settingsText.about

interface AboutDeskProps {
  info: { version: string; runsIn: 'window' | 'browser' } | null
}

export function AboutDesk({ info }: AboutDeskProps) {
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
    </Stack>
  )
}
