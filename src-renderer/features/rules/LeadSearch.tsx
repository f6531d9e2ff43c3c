import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { LeadCard, LeadId } from '../../../src-main/contract/index.ts'
import { useAsk } from '../../state/use-ask.ts'
import { rulesText } from '../../text/rules.ts'
import { words } from '../../text/words.ts'

const text = rulesText.bench
const SHOWN = 20
const SEARCH_AFTER_MS = 200

/** Finds a lead of the desk, the newest first. */
export function LeadSearch({ onPick }: { onPick: (leadId: LeadId, name: string) => void }) {
  const [search, setSearch] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const [settled] = useDebouncedValue(search, SEARCH_AFTER_MS)
  const found = useAsk(isOpen ? `leads ${settled}` : null, (client, signal) =>
    client.lead.page(
      { filter: settled.trim() === '' ? {} : { text: settled.trim() }, order: 'newest', limit: SHOWN },
      { signal },
    ),
  )
  const leads = found.value?.leads ?? []
  return (
    <Select
      size="xs"
      aria-label={text.find}
      placeholder={text.findPlaceholder}
      leftSection={<IconSearch size={14} aria-hidden="true" />}
      searchable
      data={leads.map((lead) => ({ value: String(lead.id), label: nameOf(lead) }))}
      // The desk has searched already, in more than the name.
      filter={({ options }) => options}
      value={null}
      searchValue={search}
      onSearchChange={setSearch}
      onDropdownOpen={() => {
        setIsOpen(true)
      }}
      nothingFoundMessage={found.isLoading ? words.loading : text.findNone}
      onChange={(value) => {
        const lead = leads.find((each) => String(each.id) === value)
        if (lead === undefined) return
        onPick(lead.id, nameOf(lead))
        setSearch('')
      }}
    />
  )
}

function nameOf(lead: LeadCard): string {
  const parts = [lead.name, lead.company].filter((part) => part !== null && part !== '')
  return parts.length > 0 ? parts.join(', ') : (lead.email ?? lead.phone ?? words.unnamed)
}
