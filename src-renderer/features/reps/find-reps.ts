import type { RepCard } from '../../../src-main/contract/index.ts'

/** Reps in whom every word typed occurs somewhere: name, e-mail, team, skill, language, product, territory. */
export function findReps(reps: readonly RepCard[], search: string): readonly RepCard[] {
  const words = folded(search)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return reps
  return reps.filter((rep) => {
    const text = folded(
      [rep.name, rep.email, rep.team, rep.tier, ...rep.skills, ...rep.languages, ...rep.products, ...rep.territories].join(' '),
    )
    return words.every((word) => text.includes(word))
  })
}

/** Without case and accents: "mueller" still has to be typed as it is written, but "Zoe" finds Zoë. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
