import type { LeadId } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useAskFor, useDesk } from '../../state/hooks.ts'
import { isOwn, useMe } from '../../state/seat.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { leadsText } from '../../text/leads.ts'
import { paletteText as text } from '../../text/palette.ts'
import { stageWords } from '../../text/words.ts'
import type { Command } from './command.ts'

const STAGES = ['new', 'contacted', 'qualified', 'won', 'lost'] as const

/** What can be done with the lead that is open. None is: nothing. */
export function useLeadCommands(): Command[] {
  const { leadId } = usePlace()
  const lead = useDesk((state) => (leadId === null ? undefined : state.leads.get(leadId as LeadId)))
  const { isManager, repId } = useMe()
  const { hold, route, log, setStage, unpin } = useLeadActions()
  const askFor = useAskFor()
  if (lead === undefined || !(isManager || isOwn(lead, repId))) return []
  const { id, stage } = lead
  const leadIds = [id]
  const of = (does: keyof typeof text.lead): Pick<Command, 'id' | 'label' | 'description'> => ({
    id: `lead-${does}`,
    label: text.lead[does],
    description: leadsText.nameOf(lead),
  })
  // Where it goes, and whether it stays, is a manager's to say.
  const placing: Command[] = [
    { ...of('hold'), shortcut: 'hold', run: () => void hold(leadIds) },
    { ...of('route'), shortcut: 'route', run: () => void route(leadIds) },
    ...(lead.isPinned ? [{ ...of('unpin'), shortcut: 'unpin' as const, run: () => void unpin(leadIds) }] : []),
    { ...of('discard'), shortcut: 'discard', run: () => askFor({ kind: 'discard', leadIds }) },
  ]
  const assign: Command = { ...of('assign'), shortcut: 'assign', run: () => askFor({ kind: 'assign', leadIds }) }
  return [
    ...(isManager ? [assign] : []),
    { ...of('attempt'), shortcut: 'attempt', run: () => void log(id, 'attempt') },
    { ...of('contact'), shortcut: 'contact', run: () => void log(id, 'contact') },
    { ...of('note'), shortcut: 'note', run: () => askFor({ kind: 'note', leadIds }) },
    ...(isManager ? placing : []),
    ...STAGES.filter((one) => one !== stage).map((one) => ({
      id: `lead-stage-${one}`,
      label: text.setStage(stageWords[one]),
      description: leadsText.nameOf(lead),
      run: () => void setStage(leadIds, one),
    })),
  ]
}
