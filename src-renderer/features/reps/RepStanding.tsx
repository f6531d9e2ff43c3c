import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconPlayerPause } from '@tabler/icons-react'
import type { RepCard, RepDetail } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useNow } from '../../lib/use-now.ts'
import { chooseLeadsOf } from '../../state/browser-choices.ts'
import { heldBack, repsText } from '../../text/reps.ts'
import { useResume } from './use-resume.ts'

const MINUTE = 60_000

/** What a manager may have to do something about: a pause, and leads to hand over. */
export function RepStanding({ rep, detail }: { rep: RepCard; detail: RepDetail | null }) {
  const { goTo } = usePlace()
  const now = useNow(MINUTE)
  const resume = useResume()
  const held = heldBack(rep, now)
  const { untouched = 0, touched = 0 } = detail?.toHandOver ?? {}
  if (held?.kind !== 'paused' && untouched + touched === 0) return null
  return (
    <Stack gap="xs" mb="md">
      {held?.kind === 'paused' ? (
        <Paper withBorder p="sm">
          <Group justify="space-between" wrap="nowrap">
            <Group gap="xs" wrap="nowrap">
              <IconPlayerPause size={16} aria-hidden="true" />
              <Text size="sm">{held.said}</Text>
            </Group>
            <Button
              size="xs"
              onClick={() => {
                resume(rep)
              }}
            >
              {repsText.resume}
            </Button>
          </Group>
        </Paper>
      ) : null}
      {untouched + touched === 0 ? null : (
        <Paper withBorder p="sm" component="section" aria-label={repsText.handOver.title}>
          <Group gap="xs" wrap="nowrap" align="start">
            <IconAlertTriangle size={16} color="var(--desk-busy)" aria-hidden="true" style={{ flex: 'none', marginTop: 3 }} />
            <div>
              <Text size="sm">{repsText.handOver.said(rep.name, untouched, touched)}</Text>
              <Text size="xs" c="dimmed">
                {repsText.handOver.hint}
              </Text>
              <Button
                size="compact-sm"
                variant="light"
                mt={6}
                onClick={() => {
                  chooseLeadsOf(rep.id)
                  goTo('queue')
                }}
              >
                {repsText.handOver.show}
              </Button>
            </div>
          </Group>
        </Paper>
      )}
    </Stack>
  )
}
