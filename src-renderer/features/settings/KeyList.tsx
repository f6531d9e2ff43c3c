import { Group, Kbd, Stack, Text } from '@mantine/core'
import { modKey } from '../../lib/keys.ts'
import { appText } from '../../text/app.ts'
import { settingsText } from '../../text/settings.ts'
import classes from './settings.module.css'

/** Every shortcut, as the list under `?` has them. */
export function KeyList() {
  return (
    <div className={classes.keys}>
      {appText.shortcuts.map(({ group, keys }) => (
        <Stack key={group} gap={4} className={classes.group}>
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
                      {key === 'mod' ? modKey() : key}
                    </Kbd>
                  ),
                )}
              </Group>
            </Group>
          ))}
        </Stack>
      ))}
    </div>
  )
}
