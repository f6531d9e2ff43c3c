import { Group, Kbd, Stack, Text } from '@mantine/core'
import { modKey } from '../lib/keys.ts'
import classes from './KeyTable.module.css'

interface KeyWords {
  /** What stands between keys pressed one after the other. */
  then: string
  /** As it is written on the key. */
  nameOf: (key: string) => string
}

interface KeyTableProps extends KeyWords {
  groups: readonly { group: string; keys: readonly { id: string; keys: readonly string[]; does: string }[] }[]
}

/** Shortcuts by where they work. */
export function KeyTable({ groups, then, nameOf }: KeyTableProps) {
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
              <Keys keys={shortcut.keys} then={then} nameOf={nameOf} />
            </Group>
          ))}
        </Stack>
      ))}
    </div>
  )
}

export function Keys({ keys, then, nameOf }: KeyWords & { keys: readonly string[] }) {
  return (
    <Group gap={4} wrap="nowrap">
      {keys.map((key, at) =>
        key === 'then' || key === '–' ? (
          <Text key={at} span size="xs" c="dimmed">
            {key === 'then' ? then : key}
          </Text>
        ) : (
          <Kbd key={at} size="xs">
            {nameOf(key === 'mod' ? modKey() : key)}
          </Kbd>
        ),
      )}
    </Group>
  )
}
