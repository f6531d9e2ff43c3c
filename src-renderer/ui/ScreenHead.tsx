import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './ScreenHead.module.css'

/** The head of a screen: its name, and what can be done on the whole of it. */
export function ScreenHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Group justify="space-between" px="md" pt="sm" pb="xs" gap="sm" mih={52} className={classes.head}>
      <Title order={1} size="h3">
        {title}
      </Title>
      <Group gap="xs">{children}</Group>
    </Group>
  )
}
