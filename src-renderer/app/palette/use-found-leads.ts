import { useDebouncedValue } from '@mantine/hooks'
import { usePlace } from '../../lib/route.ts'
import { useDesk } from '../../state/hooks.ts'
import { useAsk } from '../../state/use-ask.ts'
import { leadsText } from '../../text/leads.ts'
import { whereIs, whoHas } from '../../text/reasons.ts'
import type { Command } from './command.ts'

/** Leads the words typed are in, asked of the desk. */
export function useFoundLeads(query: string): { commands: Command[]; isLoading: boolean } {
  const { openLead } = usePlace()
  const reps = useDesk((state) => state.reps)
  const [wanted] = useDebouncedValue(query.trim(), 120)
  const { value, isLoading } = useAsk(wanted === '' ? null : wanted, (client, signal) =>
    client.lead.page({ filter: { text: wanted.slice(0, 200) }, order: 'newest', limit: 8 }, { signal }),
  )
  const found = query.trim() === '' ? [] : (value?.leads ?? [])
  return {
    isLoading,
    commands: found.map((lead) => {
      const where = whereIs(
        lead,
        whoHas(lead, (id) => reps.get(id)?.name ?? null),
      )
      return {
        id: `lead-${lead.id}`,
        label: leadsText.nameOf(lead),
        description: [lead.company, where].filter((part) => part !== null).join(' · '),
        run: () => openLead(lead.id),
      }
    }),
  }
}
