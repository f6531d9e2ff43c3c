import { Button, Group, Menu, Stack, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { AvailabilityDot } from './AvailabilityDot.tsx'
import classes from './AvailabilitySwitch.module.css'
import { type Availability, useUiWords } from './words.tsx'

const MINUTE = 60_000

interface AvailabilitySwitchProps {
  name: string
  availability: Availability
  until: number | null
  /** Only the dot and the arrow, for narrow places. */
  isCompact?: boolean
  onChange: (availability: Availability, until: number | undefined) => void
}

/** Where a rep is, and a menu to change it: available, busy for a while, away. */
export function AvailabilitySwitch({ name, availability, until, isCompact = false, onChange }: AvailabilitySwitchProps) {
  const words = useUiWords()
  const [asksUntil, setAsksUntil] = useState<Availability | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const change = (next: Availability, at?: number): void => {
    setIsOpen(false)
    onChange(next, at)
  }
  return (
    <Menu
      opened={isOpen}
      onChange={(opened) => {
        setIsOpen(opened)
        if (opened) setAsksUntil(null)
      }}
      position="bottom-start"
      width={240}
      withinPortal
    >
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={words.changeAvailability(name, availability)}>
          <AvailabilityDot availability={availability} />
          {isCompact ? null : (
            <span className={classes.word}>
              {words.availability[availability]}
              {until === null || availability === 'available' ? null : ` ${words.until(until)}`}
            </span>
          )}
          <IconChevronDown size={12} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {asksUntil === null ? (
          <>
            <Menu.Item leftSection={<AvailabilityDot availability="available" />} onClick={() => change('available')}>
              {words.availability.available}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item leftSection={<AvailabilityDot availability="busy" />} onClick={() => change('busy')}>
              {words.availability.busy}
            </Menu.Item>
            <Menu.Item leftSection={<span />} onClick={() => change('busy', Date.now() + 15 * MINUTE)}>
              {words.busyFor15}
            </Menu.Item>
            <Menu.Item leftSection={<span />} onClick={() => change('busy', Date.now() + 60 * MINUTE)}>
              {words.busyFor60}
            </Menu.Item>
            <Menu.Item leftSection={<span />} closeMenuOnClick={false} onClick={() => setAsksUntil('busy')}>
              {words.busyUntil}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item leftSection={<AvailabilityDot availability="away" />} onClick={() => change('away')}>
              {words.availability.away}
            </Menu.Item>
            <Menu.Item leftSection={<span />} closeMenuOnClick={false} onClick={() => setAsksUntil('away')}>
              {words.awayUntil}
            </Menu.Item>
          </>
        ) : (
          <UntilForm
            onSet={(at) => change(asksUntil, at)}
            onCancel={() => {
              setAsksUntil(null)
            }}
          />
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function UntilForm({ onSet, onCancel }: { onSet: (at: number) => void; onCancel: () => void }) {
  const words = useUiWords()
  const [clock, setClock] = useState(() => clockOf(Date.now() + 2 * 60 * MINUTE))
  const at = nextClock(clock, Date.now())
  const isTomorrow = at !== null && new Date(at).getDate() !== new Date().getDate()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (at !== null) onSet(at)
      }}
    >
      <Stack gap="xs" p="xs">
        <TextInput
          type="time"
          label={words.untilTime}
          description={isTomorrow ? words.untilTomorrow : undefined}
          value={clock}
          data-autofocus
          autoFocus
          onChange={(event) => {
            setClock(event.currentTarget.value)
          }}
          onKeyDown={(event) => {
            // The menu would take arrows and letters for its own.
            event.stopPropagation()
            if (event.key === 'Escape') onCancel()
          }}
        />
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
          <Button size="xs" type="submit" disabled={at === null}>
            {words.set}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function clockOf(at: number): string {
  const date = new Date(at)
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}

/** The next time the clock shows this. */
export function nextClock(clock: string, now: number): number | null {
  const match = /^(\d{2}):(\d{2})/.exec(clock)
  if (match === null) return null
  const date = new Date(now)
  date.setHours(Number(match[1]), Number(match[2]), 0, 0)
  if (date.getTime() <= now) date.setDate(date.getDate() + 1)
  return date.getTime()
}
