import { expect } from 'vitest'
import type { LeadCard } from '../../src-main/contract/index.ts'
import type { OpenDesk } from '../../src-main/desk/open-desk.ts'

/** R25: whoever a drain passed over because nothing had changed for them would still wait if they were tried. */
export async function expectToWaitInVain({ store, clock, router }: OpenDesk, cards: readonly LeadCard[]): Promise<void> {
  const waiting = cards.filter((card) => card.status === 'waiting' && !card.isHeld)
  if (waiting.length === 0) return
  const rules = await router()
  const world = await store.world(clock.now(), rules.performanceWindowMs)
  for (const { id } of waiting) {
    const facts = await store.leadFacts(id)
    expect({ id, ...rules.decide({ ...facts, ...rules.score(facts) }, world) }).toMatchObject({ id, outcome: 'waiting' })
  }
}
