import type { RepCard } from '../../../src-main/contract/index.ts'
import { isHere } from '../../state/selectors.ts'

export const STANDINGS = ['here', 'not-here', 'held-back', 'inactive'] as const
/** Whether leads can come to a rep: `held-back` by a pause or because they leave, `not-here` by switch, hours or time off. */
export type Standing = (typeof STANDINGS)[number]

/** What the table is narrowed to; null is everyone. */
export interface RepFilter {
  search: string
  team: string | null
  standing: Standing | null
}

export function standingOf(rep: RepCard): Standing {
  if (!rep.isActive) return 'inactive'
  if (rep.isDraining || rep.isPaused) return 'held-back'
  return isHere(rep) ? 'here' : 'not-here'
}

/** Reps in whom every word typed occurs somewhere: name, e-mail, team, skill, language, product, territory. */
export function findReps(reps: readonly RepCard[], { search, team, standing }: RepFilter): readonly RepCard[] {
  const words = folded(search)
    .split(/\s+/)
    .filter((word) => word !== '')
  return reps.filter((rep) => {
    if (team !== null && rep.team !== team) return false
    if (standing !== null && standingOf(rep) !== standing) return false
    if (words.length === 0) return true
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
