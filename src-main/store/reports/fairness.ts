import { type Cell, LEAST_FOR_A_RATE, type RepId } from '../../contract/index.ts'
import { DAY_MS, wallMs } from '../../lib/wall-clock.ts'
import { effectiveWeight } from '../queries/member.ts'
import { presences, sharesOf } from './presence.ts'
import type { Period } from './period.ts'
import { type Told, jainIndex, made } from './shape.ts'

interface Given {
  repId: RepId
  expected: number
  given: number
  value: number
}

/**
 * What rules gave each rep, beside what they owed them, on the days that the period touches: of each lead, the weight of a rep among the
 * weights of those who were eligible. Digested from the decisions (`queries/fair-shares.ts`).
 */
export function fairness(period: Period): Told<'fairness'> {
  const shares = new Map(given(period).map((one) => [one.repId, one]))
  const present = presences(period)
  const reps = [...period.team.members().values()].flatMap(({ id, profile }) => {
    const own = shares.get(id)
    if (own === undefined && !profile.isActive) return []
    const { expected, given: got, value } = own ?? { expected: 0, given: 0, value: 0 }
    return [
      { repId: id, name: profile.name, expected, got, value, gap: got - expected, weight: effectiveWeight(profile, period.now) },
    ]
  })
  // Who had no turn in all the time owes nothing and is owed nothing.
  const counted = reps.filter(({ weight, expected, got }) => weight > 0 && (expected > 0 || got > 0))
  const all = reps.reduce((total, { got }) => total + got, 0)
  const index = (of: (rep: (typeof reps)[number]) => number): Cell =>
    made(jainIndex(counted.map((rep) => of(rep) / rep.weight)), all)
  const largest = reps.toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap))[0]
  return {
    figures: {
      jain: index(({ got }) => got),
      jainValue: index(({ value }) => value),
      largestGap: made(all === 0 ? null : (largest?.gap ?? null), all),
    },
    tables: {
      fairnessByRep: reps.map(({ repId, name, expected, got, value, gap, weight }) => ({
        key: name,
        repId,
        cells: {
          given: made(got, all),
          expected: made(expected, all),
          gap: made(gap, got),
          gapShare: made(isFew(expected) ? null : gap / expected, expected),
          value: made(value, got),
          weight: made(weight, null),
          availableShare: sharesOf(present.get(repId)).availableShare,
        },
      })),
    },
  }
}

/** What was due is added up of shares of leads: ten of them may come to a little less than ten. */
const isFew = (expected: number): boolean => expected < LEAST_FOR_A_RATE - 1e-6

function given({ db, from, to, desk }: Period): Given[] {
  const dayOf = (at: number): number => Math.floor(wallMs(at, desk.timeZone) / DAY_MS)
  return db
    .prepare<[number, number], Given>(
      `select rep_id as repId, sum(expected) as expected, sum(given) as given, sum(value) as value from fair_shares
       where day between ? and ? group by rep_id`,
    )
    .all(dayOf(from), dayOf(to - 1))
}
