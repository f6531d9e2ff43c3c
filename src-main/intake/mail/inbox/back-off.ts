import type { InboxTrouble } from '../../../contract/index.ts'
import { isRefusal } from './inbox-failure.ts'
import type { Pace } from './pace.ts'

/**
 * How long to wait before the next try, after so many failures in a row (from 1). Doubled each time up to a bound, and anywhere between half and
 * the whole of that, so that many desks don't come back to a server at one moment. `chance` is from 0 to 1.
 */
export function backOff(pace: Pace, code: InboxTrouble['code'], failures: number, chance: number): number {
  const [first, longest] = isRefusal(code)
    ? [pace.refusedRetryMs, pace.longestRefusedRetryMs]
    : [pace.retryMs, pace.longestRetryMs]
  const whole = Math.min(longest, first * 2 ** Math.min(failures - 1, 30))
  return Math.round(whole * (0.5 + chance / 2))
}
