import { Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useUiWords } from './words.tsx'

/** A fault where a screen's content would be, with a way out. */
export function ErrorState({ sentence, onTryAgain }: { sentence: string; onTryAgain?: () => void }) {
  const words = useUiWords()
  return (
    <Stack align="center" justify="center" gap="sm" p="xl" mih={180} role="alert">
      <IconAlertTriangle size={28} color="var(--desk-trouble)" aria-hidden="true" />
      <Text ta="center" maw={480}>
        {sentence}
      </Text>
      {onTryAgain === undefined ? null : (
        <Button variant="default" onClick={onTryAgain}>
          {words.tryAgain}
        </Button>
      )}
    </Stack>
  )
}
