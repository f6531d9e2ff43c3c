import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { appText } from '../text/app.ts'

interface ErrorBoundaryProps {
  children: ReactNode
  /** A change starts anew: another screen is not the broken one. */
  place?: string
}

/** A screen that throws stops alone, and says how to go on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true }
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.place !== this.props.place && this.state.isBroken) this.setState({ isBroken: false })
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <Stack align="center" justify="center" h="100%" p="xl" role="alert">
        <Title order={2} size="h4">
          {appText.brokenTitle}
        </Title>
        <Text c="dimmed">{appText.brokenHint}</Text>
        <Group>
          <Button
            onClick={() => {
              this.setState({ isBroken: false })
            }}
          >
            {appText.openAgain}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              window.location.reload()
            }}
          >
            {appText.reload}
          </Button>
        </Group>
      </Stack>
    )
  }
}
