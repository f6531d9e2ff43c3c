import type { LeadDetail, TimelineEntry } from '../../../src-main/contract/index.ts'
import { leadEditText } from '../../text/lead-edit.ts'

/** Numbers of the steps that were taken back. */
export function takenBackIn({ timeline }: Pick<LeadDetail, 'timeline'>): ReadonlySet<number> {
  return new Set(
    timeline.flatMap(({ type, data }) => (type === 'step-undone' && typeof data['seq'] === 'number' ? [data['seq']] : [])),
  )
}

/** Notes that stand, newest first. */
export function notesOf(detail: Pick<LeadDetail, 'timeline'>): TimelineEntry[] {
  const takenBack = takenBackIn(detail)
  return detail.timeline.filter(({ type, seq }) => type === 'lead-noted' && !takenBack.has(seq))
}

interface Change {
  field: string
  from: unknown
  to: unknown
}

/** What an edit changed, each with both values. */
export function changesIn({ type, data }: Pick<TimelineEntry, 'type' | 'data'>): readonly Change[] {
  const { changes } = data
  return type === 'lead-edited' && Array.isArray(changes) ? (changes as Change[]) : []
}

/** Who did it, by name: reps act under their e-mail. */
export function actorName(actor: string, nameByEmail: ReadonlyMap<string, string>): string {
  const words: Readonly<Record<string, string>> = leadEditText.actors
  return nameByEmail.get(actor.toLowerCase()) ?? (Object.hasOwn(words, actor) ? (words[actor] ?? actor) : actor)
}
