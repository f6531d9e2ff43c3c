import { Group, Progress, Stack, Text, VisuallyHidden } from '@mantine/core'
import type { Batch } from '../../../src-main/contract/index.ts'
import { useNow } from '../../lib/use-now.ts'
import { formatNumber, formatPercent } from '../../text/formats.ts'
import { intakeRunText } from '../../text/intake-run.ts'
import { intakeText } from '../../text/intake.ts'

const text = intakeRunText.run

/** How far a running import is, by bytes, and how fast. */
export function BatchProgress({ batch, size = 'lg' }: { batch: Batch; size?: 'sm' | 'lg' }) {
  const now = useNow()
  const share = batch.bytes === 0 ? 0 : Math.min(1, batch.bytesRead / batch.bytes)
  const seconds = Math.max(1, (now - batch.startedAt) / 1000)
  return (
    <Stack gap={4}>
      <Progress.Root size={size}>
        <Progress.Section value={share * 100} aria-label={intakeText.history.progress(batch.file)} />
      </Progress.Root>
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {text.rows(batch.rows)} · {formatPercent(share)}
        </Text>
        <Text size="xs" c="dimmed">
          {batch.rows === 0 ? text.starting : text.perSecond(Math.round(batch.rows / seconds))}
        </Text>
      </Group>
      <VisuallyHidden role="status">{formatNumber(Math.floor(share * 10) * 10)} %</VisuallyHidden>
    </Stack>
  )
}
