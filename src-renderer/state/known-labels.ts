import type { RepCard } from '../../src-main/contract/index.ts'

/** The labels some rep already has, once each and in order, to be offered for another. */
export function known(reps: Iterable<RepCard>, labels: (rep: RepCard) => readonly (string | null)[]): string[] {
  const all = new Set<string>()
  for (const rep of reps) for (const label of labels(rep)) if (label !== null && label !== '') all.add(label)
  return [...all].sort((a, b) => a.localeCompare(b))
}
