import { presences, sharesOf } from './presence.ts'
import type { Period } from './period.ts'
import { type Told, made } from './shape.ts'

const HOUR_MS = 3_600_000
/** More does not fit on a screen. */
const TIMELINE_MS = 14 * 24 * HOUR_MS

export function availability(period: Period): Told<'availability'> {
  const present = presences(period)
  const active = [...period.team.members().values()].filter(({ profile }) => profile.isActive)
  const all = active.reduce(
    (sum, { id }) => {
      const { shift = 0, available = 0 } = present.get(id) ?? {}
      return { shift: sum.shift + shift, available: sum.available + available }
    },
    { shift: 0, available: 0 },
  )
  const since = Math.min(period.to, period.now) - TIMELINE_MS
  return {
    figures: sharesOf(all),
    tables: {
      availabilityByRep: active.map(({ id, profile }) => {
        const { shift = 0, available = 0, busy = 0, away = 0 } = present.get(id) ?? {}
        const of = shift / HOUR_MS
        const times = { available: made(available, of), busy: made(busy, of), away: made(away, of) }
        return { key: profile.name, repId: id, cells: { ...sharesOf(present.get(id)), ...times } }
      }),
    },
    timeline: active.map(({ id, profile }) => ({
      repId: id,
      name: profile.name,
      spells: (present.get(id)?.spells ?? []).flatMap(({ from, to, state }) =>
        to <= since ? [] : [{ from: Math.max(from, since), to, state }],
      ),
    })),
  }
}
