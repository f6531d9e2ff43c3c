import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { boundsOf } from '../../lib/period.ts'
import { useDesk } from '../../state/hooks.ts'
import { leadListsText } from '../../text/lead-lists.ts'
import { receivedValue } from './filter-fields.ts'

const text = leadListsText.received

/** Days of one's own choice, both included. */
export function ReceivedDays({ onPick }: { onPick: (value: string) => void }) {
  const timeZone = useDesk((state) => state.settings.timeZone)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const bounds = from === '' || to === '' ? null : boundsOf({ kind: 'custom', from, to }, Date.now(), timeZone)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (bounds !== null) onPick(receivedValue(bounds.from, bounds.to))
      }}
    >
      <Group gap={6} mt={6} grow wrap="nowrap">
        <TextInput
          size="xs"
          type="date"
          label={text.from}
          value={from}
          max={to}
          onChange={(event) => {
            setFrom(event.currentTarget.value)
          }}
        />
        <TextInput
          size="xs"
          type="date"
          label={text.to}
          value={to}
          min={from}
          onChange={(event) => {
            setTo(event.currentTarget.value)
          }}
        />
      </Group>
      <Button type="submit" size="xs" variant="default" fullWidth mt={6} disabled={bounds === null}>
        {text.apply}
      </Button>
    </form>
  )
}
