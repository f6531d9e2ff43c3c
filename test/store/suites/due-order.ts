import { describe, expect, it } from 'vitest'
import type { LeadCard, LeadId, RepId } from '../../../src-main/contract/index.ts'
import { aRouter, anIncomingLead } from '../../helpers/desk-records.ts'
import { MINUTE, NOON, type OpenTestStore, type TestStore, addReps, arrive, step } from '../../helpers/open-test-store.ts'
import { dueOrder } from '../../../src-renderer/state/selectors.ts'

async function ofAda(test: TestStore, limit: number): Promise<LeadCard[]> {
  const leads: LeadCard[] = []
  let after: string | null = null
  do {
    const page = await test.store.leadPage({ repId: 1 as RepId, isOpen: true }, 'due', after, limit)
    leads.push(...page.leads)
    after = page.next
  } while (after !== null)
  return leads
}

export function dueOrderSuite(open: OpenTestStore): void {
  describe("A rep's leads by what is due next", () => {
    it('begin with those nobody has touched, oldest first, and end with the one touched last, whatever the size of a page', async () => {
      const test = await open()
      await addReps(test, { name: 'Ada' })
      const news = Array.from({ length: 12 }, (_, at) =>
        anIncomingLead({ email: `lead${at}@x${at}.example`, receivedAt: NOON - ((at * 5) % 12) * MINUTE }),
      )
      await arrive(test, news, { router: aRouter() })
      for (const [at, id] of [4, 9, 2].entries()) await test.store.log(id as LeadId, 'attempt', step(NOON + (at + 1) * MINUTE))
      const all = await ofAda(test, 100)
      expect(all.map(({ id }) => id).slice(-3)).toEqual([4, 9, 2])
      const untouched = all.slice(0, -3).map(({ receivedAt }) => receivedAt)
      expect(untouched).toEqual(untouched.toSorted((a, b) => a - b))
      expect(untouched).toHaveLength(9)
      for (const limit of [1, 2, 5]) expect(await ofAda(test, limit)).toEqual(all)
      // The page sorts by the same rule what changes under it.
      expect(all.toReversed().sort(dueOrder)).toEqual(all)
    })

    it('are those of one rep', async () => {
      const test = await open()
      await expect(test.store.leadPage({}, 'due', null, 10)).rejects.toMatchObject({
        code: 'bad-input',
        data: { field: 'order' },
      })
      await addReps(test, { name: 'Ada' })
      await expect(test.store.leadPage({ repId: 1 as RepId }, 'due', 'soon', 10)).rejects.toMatchObject({
        data: { field: 'after' },
      })
    })
  })
}
