import { Group, Kbd, Stack, Text } from '@mantine/core'
import { modKey } from '../lib/keys.ts'
import { keyName } from '../text/shortcuts.ts'
import classes from './KeyTable.module.css'

interface KeyTableProps {
  /** What stands between keys pressed one after the other. */
  then: string
  groups: readonly { group: string; keys: readonly { id: string; keys: readonly string[]; does: string }[] }[]
}

/** Shortcuts by where they work. */
export function KeyTable({ groups, then }: KeyTableProps) {
  return (
    <div className={classes.columns}>
      {groups.map(({ group, keys }) => (
        <Stack key={group} gap={4} className={classes.group}>
          <Text size="sm" fw={600}>
            {group}
          </Text>
          {keys.map((shortcut) => (
            <Group key={shortcut.id} justify="space-between" wrap="nowrap" gap="sm">
              <Text size="sm">{shortcut.does}</Text>
              <Keys keys={shortcut.keys} then={then} />
            </Group>
          ))}
        </Stack>
      ))}
    </div>
  )
}

export function Keys({ keys, then }: { keys: readonly string[]; then: string }) {
  return (
    <Group gap={4} wrap="nowrap">
      {keys.map((key, at) =>
        key === 'then' || key === '–' ? (
          <Text key={at} span size="xs" c="dimmed">
            {key === 'then' ? then : key}
          </Text>
        ) : (
          <Kbd key={at} size="xs">
            {keyName(key === 'mod' ? modKey() : key)}
          </Kbd>
        ),
      )}
    </Group>
  )
}
