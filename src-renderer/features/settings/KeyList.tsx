import { Group, Kbd, Stack, Text } from '@mantine/core'
import { appText } from '../../text/app.ts'
import { settingsText } from '../../text/settings.ts'

/** Every shortcut, as the list under `?` has them. */
export function KeyList() {
  return (
    <Stack gap="md">
      {appText.shortcuts.map(({ group, keys }) => (
        <Stack key={group} gap={4}>
          <Text size="sm" fw={600}>
            {group}
          </Text>
          {keys.map(([pressed, meaning]) => (
            <Group key={meaning} justify="space-between" wrap="nowrap" gap="sm">
              <Text size="sm">{meaning}</Text>
              <Group gap={4} wrap="nowrap">
                {pressed.map((key) =>
                  key === 'then' ? (
                    <Text key={key} span size="xs" c="dimmed">
                      {settingsText.then}
                    </Text>
                  ) : (
                    <Kbd key={key} size="xs">
                      {key}
                    </Kbd>
                  ),
                )}
              </Group>
            </Group>
          ))}
        </Stack>
      ))}
    </Stack>
  )
}
