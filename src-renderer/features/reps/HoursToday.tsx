import { Text, Tooltip } from '@mantine/core'
import type { RepCard } from '../../../src-main/contract/index.ts'
import { useDesk } from '../../state/hooks.ts'
import { useNow } from '../../lib/use-now.ts'
import { formatTime } from '../../text/formats.ts'
import { repsText, weekWords } from '../../text/reps.ts'
import { hoursSaid, weekdayIn, weekOf } from '../../lib/week-hours.ts'

const MINUTE = 60_000

/** The rep's hours on what is today at their place; the whole week on hover. */
export function HoursToday({ rep }: { rep: RepCard }) {
  const deskZone = useDesk((state) => state.settings.timeZone)
  const now = useNow(MINUTE)
  if (rep.hours === null)
    return (
      <Text size="sm" c="dimmed">
        {repsText.alwaysOn}
      </Text>
    )
  const today = weekOf(rep.hours)[weekdayIn(now, rep.timeZone ?? deskZone) - 1] ?? []
  const said =
    today.length === 0 ? repsText.offToday : today.map((span) => `${formatTime(span.from)}–${formatTime(span.to)}`).join(', ')
  const zone = rep.timeZone === null || rep.timeZone === deskZone ? '' : ` (${rep.timeZone})`
  return (
    <Tooltip label={`${hoursSaid(rep.hours, weekWords)}${zone}`} multiline>
      <Text size="sm" c={rep.isInHours ? undefined : 'dimmed'} tabIndex={0} component="span">
        {said}
      </Text>
    </Tooltip>
  )
}
