import { Group, Select, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { RepCard } from '../../../src-main/contract/index.ts'
import { isTyping } from '../../lib/keys.ts'
import { known } from '../../state/known-labels.ts'
import { isHere } from '../../state/selectors.ts'
import { repListText } from '../../text/rep-list.ts'
import { repsText } from '../../text/reps.ts'
import { type RepFilter, STANDINGS } from './find-reps.ts'

interface RepFiltersProps {
  reps: readonly RepCard[]
  filter: RepFilter
  onChange: (filter: RepFilter) => void
}

/** Search (`/`), team, and who can be given leads. */
export function RepFilters({ reps, filter, onChange }: RepFiltersProps) {
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.defaultPrevented || event.ctrlKey || event.metaKey || isTyping(event)) return
      event.preventDefault()
      search.current?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [])
  return (
    <Group px="md" pb="xs" justify="space-between">
      <Group gap="xs">
        <TextInput
          ref={search}
          aria-label={repsText.search}
          placeholder={repsText.search}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={filter.search}
          onChange={(event) => {
            onChange({ ...filter, search: event.currentTarget.value })
          }}
          w={240}
          size="sm"
        />
        <Select
          w={170}
          aria-label={repListText.team}
          placeholder={repListText.anyTeam}
          data={known(reps, (rep) => [rep.team])}
          value={filter.team}
          searchable
          clearable
          onChange={(team) => {
            onChange({ ...filter, team })
          }}
        />
        <Select
          w={170}
          aria-label={repListText.standing}
          placeholder={repListText.anyStanding}
          data={STANDINGS.map((standing) => ({ value: standing, label: repListText.standings[standing] }))}
          value={filter.standing}
          clearable
          onChange={(standing) => {
            onChange({ ...filter, standing })
          }}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {repsText.count(reps.length, reps.filter(isHere).length)}
      </Text>
    </Group>
  )
}
