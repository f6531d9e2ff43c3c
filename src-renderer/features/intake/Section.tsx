import { Group, Paper, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Health } from '../../ui/Health.tsx'

interface SectionProps {
  title: string
  /** Said beside the title; null when all is well. */
  trouble?: string | null
  /** What can be done on the whole of it. */
  action?: ReactNode
  children: ReactNode
}

/** One part of the Intake page. */
export function Section({ title, trouble = null, action, children }: SectionProps) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Group justify="space-between" mb="xs" mih={30}>
        <Group gap="md">
          <Title order={2} size="h5">
            {title}
          </Title>
          {trouble !== null && <Health tone="trouble" word={trouble} />}
        </Group>
        {action}
      </Group>
      {children}
    </Paper>
  )
}
