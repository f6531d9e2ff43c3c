import { Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useUiWords } from './words.tsx'

interface ErrorStateProps {
  sentence: string
  /** The place in the page where it can be mended. */
  way?: { label: string; href: string } | null
  /** No other try will help: none is offered. */
  isFinal?: boolean
  onTryAgain?: () => void
  /** Where what is shown can be left. Offered when no other try will help. */
  onClose?: () => void
}

/** A fault where a screen's content would be, with a way out. */
export function ErrorState({ sentence, way = null, isFinal = false, onTryAgain, onClose }: ErrorStateProps) {
  const words = useUiWords()
  return (
    <Stack align="center" justify="center" gap="sm" p="xl" mih={180} role="alert">
      <IconAlertTriangle size={28} color="var(--desk-trouble)" aria-hidden="true" />
      <Text ta="center" maw={480}>
        {sentence}
      </Text>
      <Group justify="center" gap="xs">
        {isFinal || onTryAgain === undefined ? null : (
          <Button variant="default" onClick={onTryAgain}>
            {words.tryAgain}
          </Button>
        )}
        {way === null ? null : (
          <Button variant="default" component="a" href={way.href}>
            {way.label}
          </Button>
        )}
        {isFinal && onClose !== undefined ? (
          <Button variant="default" onClick={onClose}>
            {words.close}
          </Button>
        ) : null}
      </Group>
    </Stack>
  )
}
