import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** The head of a screen: its name, and what can be done on the whole of it. */
export function ScreenHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Group justify="space-between" px="md" pt="sm" pb="xs" gap="sm" mih={52}>
      <Title order={1} size="h3">
        {title}
      </Title>
      <Group gap="xs">{children}</Group>
    </Group>
  )
}
