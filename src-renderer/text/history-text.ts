import { plural } from './formats.ts'
import { inLanguage } from './language.ts'

const releases: Partial<Record<string, string>> = {
  away: 'the rep is away',
  'outside-hours': 'the rep is off shift',
  'off-shift': 'the rep is off shift',
  'time-off': 'the rep is on time off',
  inactive: 'the rep no longer works here',
}

const steps: Partial<Record<string, string>> = {
  'lead-assigned': 'the assignment',
  'lead-held': 'the hold',
  'lead-discarded': 'the discarding',
  'lead-waiting': 'the move',
  'lead-received': 'its arrival',
  'lead-merged': 'the merge',
  'lead-told-apart': 'the telling apart',
  'lead-noted': 'the note',
  'lead-attempted': 'the attempt',
  'lead-contacted': 'the contact',
  'lead-stage-changed': 'the change of stage',
  'lead-edited': 'the edit',
  'lead-unpinned': 'the unpinning',
}

/** The lines of a lead's history. What is not known is null; a rule is its name. */
export const historyText = inLanguage('historyText', {
  someRep: 'a rep',
  reps: (count: number): string => plural(count, 'rep', 'reps'),
  receivedFor: (who: string, rule: string | null): string => `Came in; given to ${who}${byRule(rule)}`,
  receivedForOwner: (who: string): string => `Came in; given to ${who} by its owner column`,
  receivedOffered: (who: string, rule: string | null, until: string | null): string =>
    `Came in; offered to ${who}${byRule(rule)}${untilThen(until)}`,
  receivedDiscarded: (rule: string | null, reason: string | null): string =>
    `Came in; discarded${byRule(rule)}${because(reason)}`,
  receivedWaits: (waits: string): string => `Came in; ${waits}`,
  matched: (as: string | null, isByPhone: boolean, brought: string | null): string =>
    `Came in again${as === null ? '' : ` as ${as}`}, known by ${isByPhone ? 'phone number' : 'e-mail'}${brought === null ? '' : `; brought ${brought}`}`,
  assigned: (who: string, from: string | null, way: 'hand' | { rule: string | null }): string => {
    const by = way === 'hand' ? ' by hand' : byRule(way.rule)
    return from === null ? `Given to ${who}${by}` : `Moved from ${from} to ${who}${by}`
  },
  held: (from: string | null, reason: string | null): string =>
    `Held${from === null ? '' : `, taken from ${from}`}${because(reason)}`,
  discarded: (isByRule: boolean, reason: string | null): string => `Discarded${isByRule ? ' by a rule' : ''}${because(reason)}`,
  edited: (fields: string): string => `Edited: ${fields}`,
  pinned: 'Pinned: routing leaves it alone',
  unpinned: 'Back under the rules',
  noted: 'Note',
  attempted: 'Contact attempted',
  contacted: 'Contact made',
  stage: (from: string, to: string): string => `Stage: ${from} → ${to}`,
  offered: (who: string, rule: string | null, until: string | null): string =>
    `Offered to ${who}${byRule(rule)}${untilThen(until)}`,
  accepted: (who: string | null): string => `${who ?? 'A rep'} accepted it`,
  declined: (who: string | null, reason: string | null): string => `${who ?? 'A rep'} declined it${because(reason)}`,
  expired: (who: string): string => `The offer to ${who} ran out`,
  dueSoon: (until: string | null): string => `First contact is due soon${untilThen(until)}`,
  breached: 'Not contacted in time',
  takenBack: (from: string | null): string => `Taken back from ${from ?? 'its rep'}: not contacted in time`,
  released: (from: string | null, reason: string | null): string => `Released by ${from ?? 'its rep'}${because(reason)}`,
  merged: (other: string, gained: string | null): string =>
    `Lead ${other} was merged into this one${gained === null ? '' : `, which gained ${gained}`}`,
  mergedInto: (lead: number): string => `Merged into lead ${lead}`,
  toldApart: (other: string): string => `Told apart from lead ${other}: two people`,
  undone: (step: string): string => `Taken back: ${step}`,
  aStep: 'a step',
  steps,
  releases,
  /** A field inside a sentence. */
  field: (name: string): string => name.toLowerCase(),
})

function byRule(rule: string | null): string {
  return rule === null ? '' : ` by rule “${rule}”`
}

function because(reason: string | null): string {
  return reason === null ? '' : `: ${reason}`
}

function untilThen(until: string | null): string {
  return until === null ? '' : `, until ${until}`
}
