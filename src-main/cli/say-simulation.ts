import type { SimulationReport, SimulationSide } from '../contract/index.ts'
import { count, counted, printLine, table } from './print.ts'

/** Lines of the longer lists a person reads at once. */
const SHOWN = 10

/** A simulation for people: who gets what by each ruleset, and what to look at before publishing. */
export async function tellSimulation(report: SimulationReport): Promise<void> {
  const { published, draft } = report
  const version = published.ruleset === null ? '' : ` (version ${published.ruleset})`
  await printLine(
    `${counted(report.leads, 'lead')}: ${count(report.moved)} would be elsewhere than by the published rules${version}.`,
  )
  const reps = repsOf(report)
  if (reps.length > 0) await printLine(`\n${table(['rep', 'published', 'draft', 'fair share'], reps)}`)
  await printLine(`\n${table(['', 'published', 'draft'], figures(published, draft))}`)
  if (report.moves.length > 0) {
    const rows = report.moves.slice(0, SHOWN).map(({ from, to, leads }) => [from ?? 'nobody', to ?? 'nobody', leads])
    await printLine(`\nMoves:\n${table(['from', 'to', 'leads'], rows)}${more(report.moves.length)}`)
  }
  if (draft.neverHit.length > 0) await printLine(`\nRules that decided no lead: ${draft.neverHit.join(', ')}.`)
  if (draft.uncovered.leads > 0) {
    const names = draft.uncovered.examples
      .slice(0, SHOWN)
      .map(({ leadId, name }) => (leadId === null ? name : `${name} (${leadId})`))
    await printLine(
      `\nNo rule matched ${counted(draft.uncovered.leads, 'lead')}: ${names.join(', ')}${draft.uncovered.leads > names.length ? ' …' : '.'}`,
    )
  }
  if (draft.toll.length > 0) {
    const toll = draft.toll.toSorted((a, b) => b.turnedAway - a.turnedAway)
    const rows = toll.slice(0, SHOWN).map(({ rule, condition, turnedAway }) => [turnedAway, rule, condition])
    await printLine(`\nWhat turned leads away from rules:\n${table(['leads', 'rule', 'condition'], rows)}${more(toll.length)}`)
  }
  if (report.assumptions.length > 0)
    await printLine(`\nTaken for granted:\n${report.assumptions.map((one) => `  ${one}`).join('\n')}`)
}

function repsOf({ published, draft }: SimulationReport): (string | number | null)[][] {
  const side = (reps: SimulationSide['byRep']) => new Map(reps.map((one) => [one.rep, one]))
  const [was, is] = [side(published.byRep), side(draft.byRep)]
  return [...new Set([...is.keys(), ...was.keys()])].map((rep) => [
    rep,
    was.get(rep)?.leads ?? 0,
    is.get(rep)?.leads ?? 0,
    is.get(rep)?.fairShare.toFixed(1) ?? null,
  ])
}

function figures(published: SimulationSide, draft: SimulationSide): (string | number | null)[][] {
  const both = (what: string, say: (side: SimulationSide) => string | number | null) => [what, say(published), say(draft)]
  return [
    both('given', ({ assigned }) => count(assigned)),
    both('waiting at the end', ({ waiting }) => count(waiting)),
    both('discarded', ({ discarded }) => count(discarded)),
    both('had to wait', ({ waits }) => count(waits.leads)),
    both('longest wait', ({ waits }) => (waits.longest === null ? null : `${count(Math.round(waits.longest / 60_000))} min`)),
    both('contacts overdue', ({ breaches }) => (breaches === null ? null : count(breaches))),
    both('fairness (1 is even)', ({ jain }) => jain?.toFixed(3) ?? null),
  ]
}

const more = (length: number): string => (length > SHOWN ? `\n… and ${count(length - SHOWN)} more; see all with --json.` : '')
