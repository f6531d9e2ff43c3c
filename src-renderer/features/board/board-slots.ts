import type { RepCard } from '../../../src-main/contract/index.ts'

/** A place in the row of columns: a rep, or a folded team. */
export type Slot = { kind: 'rep'; rep: RepCard; from: number } | { kind: 'team'; team: string; reps: RepCard[]; from: number }

/** What stands above the columns of a team. Pixels from the first column; `to` is its end. */
export interface TeamBand {
  team: string
  reps: RepCard[]
  from: number
  to: number
  isFolded: boolean
}

export interface Slots {
  slots: Slot[]
  bands: TeamBand[]
  width: number
}

/** Lays out the columns of reps who stand in order of their teams. A team is known by its name; '' for none. */
export function slotsOf(reps: readonly RepCard[], folded: ReadonlySet<string>, pitch: number, strip: number): Slots {
  const slots: Slot[] = []
  const bands: TeamBand[] = []
  let width = 0
  for (const rep of reps) {
    const team = rep.team ?? ''
    const isFolded = folded.has(team)
    const last = bands.at(-1)
    const band = last?.team === team ? last : { team, reps: [], from: width, to: width, isFolded }
    const isFirst = band !== last
    if (isFirst) bands.push(band)
    band.reps.push(rep)
    if (!isFolded) slots.push({ kind: 'rep', rep, from: width })
    else if (isFirst) slots.push({ kind: 'team', team, reps: band.reps, from: width })
    width += isFolded ? (isFirst ? strip : 0) : pitch
    band.to = width
  }
  return { slots, bands, width }
}
