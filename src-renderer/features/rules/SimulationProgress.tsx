import { Button, Group, Progress, Stack, Text, VisuallyHidden } from '@mantine/core'
import { formatPercent } from '../../text/formats.ts'
import { simulationText as text } from '../../text/rule-simulation.ts'

interface SimulationProgressProps {
  done: number
  /** null until the leads are gathered. */
  total: number | null
  onCancel?: () => void
}

/** How far a run is, with the way to stop it. */
export function SimulationProgress({ done, total, onCancel }: SimulationProgressProps) {
  const share = total === null || total === 0 ? 0 : Math.min(1, done / total)
  return (
    <Stack gap={6}>
      <Progress.Root size="lg">
        <Progress.Section value={100 * share} aria-label={text.progress} />
      </Progress.Root>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {total === null ? text.starting : text.done(done, total)}
        </Text>
        {onCancel !== undefined && (
          <Button size="compact-sm" variant="default" onClick={onCancel}>
            {text.cancel}
          </Button>
        )}
      </Group>
      <VisuallyHidden role="status">{formatPercent(Math.floor(share * 10) / 10)}</VisuallyHidden>
    </Stack>
  )
}
