import { breathe } from '../lib/breathe.ts'
import { Pace } from '../lib/pace.ts'
import type { Desk } from './context.ts'

/** Adds up what reports of fairness need of the decisions, in slices that nobody notices. */
export async function digestDecisions({ store }: Pick<Desk, 'store'>, isStopped: () => boolean = () => false): Promise<void> {
  const pace = new Pace(false)
  for (;;) {
    const begun = performance.now()
    const { read, isMore } = await store.digestDecisions(pace.rows)
    pace.learn(read, performance.now() - begun)
    if (!isMore || isStopped()) return
    await breathe()
  }
}
