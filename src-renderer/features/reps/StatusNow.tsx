import { Button, Group, Text } from '@mantine/core'
import { IconCalendarOff, IconMoon, IconPlayerPause, IconUserOff, type Icon } from '@tabler/icons-react'
import type { RepCard } from '../../../src-main/contract/index.ts'
import { useNow } from '../../lib/use-now.ts'
import { useCommand } from '../../state/hooks.ts'
import { useAsk } from '../../state/use-ask.ts'
import { heldBack, repsText } from '../../text/reps.ts'
import { AvailabilitySwitch } from '../../ui/AvailabilitySwitch.tsx'
import classes from './reps.module.css'
import { useResume } from './use-resume.ts'

const MINUTE = 60_000

/** The switch, and above it what keeps a rep from getting leads whatever the switch says. */
export function StatusNow({ rep }: { rep: RepCard }) {
  const run = useCommand()
  const resume = useResume()
  const now = useNow(MINUTE)
  const held = heldBack(rep, now)
  const off = useOffNow(rep, now)
  const HeldIcon: Icon = { out: IconUserOff, paused: IconPlayerPause, off: rep.isOnTimeOff ? IconCalendarOff : IconMoon }[
    held?.kind ?? 'out'
  ]
  return (
    <>
      {held === null ? null : (
        <Group gap={6} wrap="nowrap" className={classes.held}>
          <HeldIcon size={14} aria-hidden="true" style={{ flex: 'none' }} />
          <Text size="sm">{held.kind === 'off' && off !== null ? off : held.said}</Text>
          {held.kind === 'paused' ? (
            <Button
              size="compact-xs"
              variant="light"
              style={{ flex: 'none' }}
              aria-label={repsText.resumeLabel(rep.name)}
              onClick={() => {
                resume(rep)
              }}
            >
              {repsText.resume}
            </Button>
          ) : null}
        </Group>
      )}
      <AvailabilitySwitch
        name={rep.name}
        availability={rep.availability}
        until={rep.availableAgainAt}
        onChange={(availability, until) =>
          void run((client) =>
            client.rep.setAvailability({ repId: rep.id, availability, ...(until === undefined ? {} : { until }) }),
          )
        }
      />
    </>
  )
}

/** The name of the holiday, or the reason of the time off, that a rep is on. The card says only that there is one. */
function useOffNow(rep: RepCard, now: number): string | null {
  const { value } = useAsk(rep.isOnTimeOff ? `${rep.id}-${rep.hoursChangeAt ?? ''}` : null, (client, signal) =>
    client.rep.read({ repId: rep.id }, { signal }),
  )
  if (!rep.isOnTimeOff || value === null) return null
  const isNow = (spell: { from: number; to: number }): boolean => spell.from <= now && now < spell.to
  const holiday = value.spells.find((spell) => spell.kind === 'holiday' && isNow(spell))
  const name = holiday?.name ?? value.timeOff.find(isNow)?.reason ?? value.spells.find(isNow)?.name
  return name === undefined || name === null ? null : repsText.status.holiday(name, rep.hoursChangeAt, now)
}
