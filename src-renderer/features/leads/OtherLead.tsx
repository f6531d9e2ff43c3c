import { Text, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { LeadCard, LeadId } from '../../../src-main/contract/index.ts'
import { useDesk } from '../../state/hooks.ts'
import { useAsk } from '../../state/use-ask.ts'
import { panelText } from '../../text/lead-panel.ts'
import { leadsText } from '../../text/leads.ts'
import { whereIs, whoHas } from '../../text/reasons.ts'
import { say } from '../../text/say.ts'
import classes from './LeadPanel.module.css'

const text = panelText.merge
const SHOWN = 8

/** Finds the lead to merge with. What has gone into another already is left out. */
export function OtherLead({ leadId, onPick }: { leadId: LeadId; onPick: (id: LeadId) => void }) {
  const [search, setSearch] = useState('')
  const [wanted] = useDebouncedValue(search.trim(), 120)
  const { value, fault, isLoading } = useAsk(wanted === '' ? null : wanted, (client, signal) =>
    client.lead.page({ filter: { text: wanted.slice(0, 200) }, order: 'newest', limit: SHOWN + 1 }, { signal }),
  )
  const found =
    wanted === '' ? [] : (value?.leads ?? []).filter((lead) => lead.id !== leadId && lead.status !== 'duplicate').slice(0, SHOWN)
  return (
    <>
      <TextInput
        data-autofocus
        label={text.search}
        description={text.searchHint}
        leftSection={<IconSearch size={15} aria-hidden="true" />}
        value={search}
        maxLength={200}
        onChange={(event) => {
          setSearch(event.currentTarget.value)
        }}
      />
      <div className={classes.found} role="status">
        {fault !== null ? say(fault) : wanted !== '' && !isLoading && found.length === 0 ? text.nothing : null}
      </div>
      {found.map((lead) => (
        <Found key={lead.id} lead={lead} onPick={onPick} />
      ))}
    </>
  )
}

function Found({ lead, onPick }: { lead: LeadCard; onPick: (id: LeadId) => void }) {
  const who = useDesk((state) => whoHas(lead, (id) => state.reps.get(id)?.name ?? null))
  const parts = [lead.company, lead.email, lead.phone, whereIs(lead, who)].filter((part) => part !== null)
  return (
    <UnstyledButton
      className={classes.foundLead}
      onClick={() => {
        onPick(lead.id)
      }}
    >
      <Text size="sm" fw={500}>
        {leadsText.nameOf(lead)}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {parts.join(' · ')}
      </Text>
    </UnstyledButton>
  )
}
