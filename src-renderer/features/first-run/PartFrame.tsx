import { Button, Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { firstRunText } from '../../text/first-run.ts'

interface PartFrameProps {
  title: string
  body: string
  isWorking?: boolean
  /** Absent: the part has its own ways on. */
  onNext?: () => void
  onSkip?: () => void
  onBack: () => void
  children: ReactNode
}

/** One step: what it is about, its fields, and the ways on. Enter goes on. */
export function PartFrame({ title, body, isWorking = false, onNext, onSkip, onBack, children }: PartFrameProps) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onNext?.()
      }}
    >
      <Stack gap="lg">
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          <Text c="dimmed">{body}</Text>
        </div>
        {children}
        <Group justify="space-between">
          <Button variant="subtle" color="gray" onClick={onBack} disabled={isWorking}>
            {firstRunText.back}
          </Button>
          <Group>
            {onSkip !== undefined && (
              <Button variant="default" onClick={onSkip} disabled={isWorking}>
                {firstRunText.skip}
              </Button>
            )}
            {onNext !== undefined && (
              <Button type="submit" loading={isWorking}>
                {firstRunText.next}
              </Button>
            )}
          </Group>
        </Group>
      </Stack>
    </form>
  )
}
