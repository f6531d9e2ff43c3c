import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** Says what would be here and what to do next. */
export function EmptyState({
  icon,
  title,
  hint,
  children,
}: {
  icon?: ReactNode
  title: string
  hint?: string
  children?: ReactNode
}) {
  return (
    <Stack align="center" justify="center" gap="xs" p="xl" mih={220} role="status">
      <Text component="span" c="dimmed" aria-hidden="true">
        {icon}
      </Text>
      <Title order={2} size="h4" ta="center">
        {title}
      </Title>
      {hint === undefined ? null : (
        <Text c="dimmed" ta="center" maw={440}>
          {hint}
        </Text>
      )}
      {children}
    </Stack>
  )
}
