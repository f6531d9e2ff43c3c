import type { LeadId, RepId, SimulationReport, SimulationSide } from '../contract/index.ts'

/** Leads a report names among those that would be elsewhere. */
const MOST_EXAMPLES = 50

/** One ruleset's part of a report: its numbers, and who has each lead in the end. */
export interface SideRun {
  side: SimulationSide
  repOf: readonly (RepId | null)[]
}

/** What a report says of each lead, in the order in which both sides were shown them. */
export interface LeadLabel {
  leadId: LeadId | null
  name: string
  value: number
}

/** Sets the two sides beside each other: who would have what instead, by e-mail address. */
export function compareRuns(
  published: SideRun,
  draft: SideRun,
  leads: readonly LeadLabel[],
): Pick<SimulationReport, 'published' | 'draft' | 'moved' | 'moves' | 'examples'> {
  const emails = new Map([...published.side.byRep, ...draft.side.byRep].map(({ repId, rep }) => [repId, rep]))
  const emailOf = (repId: RepId | null | undefined): string | null => (repId ? (emails.get(repId) ?? null) : null)
  const moves = new Map<string, SimulationReport['moves'][number]>()
  const examples: SimulationReport['examples'] = []
  let moved = 0
  leads.forEach(({ leadId, name, value }, i) => {
    const [from, to] = [emailOf(published.repOf[i]), emailOf(draft.repOf[i])]
    if (from === to) return
    moved++
    const key = `${from ?? ''}\n${to ?? ''}`
    const move = moves.get(key) ?? { from, to, leads: 0, value: 0 }
    moves.set(key, move)
    move.leads++
    move.value += value
    if (examples.length < MOST_EXAMPLES) examples.push({ leadId, name, from, to })
  })
  const byLeads = [...moves].sort(([aKey, a], [bKey, b]) => b.leads - a.leads || (aKey < bKey ? -1 : 1))
  return { published: published.side, draft: draft.side, moved, moves: byLeads.map(([, move]) => move), examples }
}
