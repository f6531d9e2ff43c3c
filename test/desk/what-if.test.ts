import { describe, expect, it } from 'vitest'
import type { LeadId, RepId } from '../../src-main/contract/index.ts'
import { setAvailability } from '../../src-main/desk/change-reps.ts'
import { whatIf } from '../../src-main/desk/what-if.ts'
import { addReps, aProfile, arrive, HOUR, openTestDesk, publish } from '../helpers/open-test-desk.ts'

const actor = 'manager'
const leadId = 1 as LeadId

describe('R34 what if', () => {
  it('names who would have got it, had they been free', async () => {
    const test = await openTestDesk()
    const [ann, tom] = (await addReps(test, aProfile('Ann'), aProfile('Tom', { weight: 5 }))) as [RepId, RepId]
    await setAvailability(test.desk, { repId: tom, availability: 'busy', until: test.clock.now() + HOUR, reason: null, actor })
    await publish(test)
    await arrive(test, 1)
    const seq = await test.desk.store.lastSeq()
    const answer = await whatIf(test.desk, { leadId, suppose: [{ repId: tom, is: 'available' }] })
    expect(answer.before.picked).toBe(ann)
    expect(answer.after.picked).toBe(tom)
    expect(answer.isSame).toBe(false)
    expect(answer.sentence).toMatch(/^Tom would get this/)
    expect(await test.desk.store.lastSeq()).toBe(seq)
  })

  it('counts the facts of then: what changed since makes no difference', async () => {
    const test = await openTestDesk()
    const [ann, tom] = (await addReps(test, aProfile('Ann', { capacity: 1 }), aProfile('Tom', { capacity: 1 }))) as [RepId, RepId]
    await publish(test)
    await arrive(test, 2)
    const [card] = await test.desk.store.leadCards([leadId])
    const first = card!.repId!
    const other = first === ann ? tom : ann
    // Both are full and away now; then, the other was free.
    for (const repId of [ann, tom])
      await setAvailability(test.desk, { repId, availability: 'away', until: null, reason: null, actor })
    const same = await whatIf(test.desk, { leadId, suppose: [{ repId: other, is: 'away' }] })
    expect(same).toMatchObject({ isSame: true, after: { picked: first } })
    const without = await whatIf(test.desk, { leadId, suppose: [{ repId: first, is: 'paused' }] })
    expect(without.after.picked).toBe(other)
    const nobody = await whatIf(test.desk, {
      leadId,
      suppose: [
        { repId: first, is: 'full' },
        { repId: other, is: 'off-shift' },
      ],
    })
    // A rep with no lead yet is full at none.
    expect(nobody.after).toMatchObject({ picked: null, outcome: 'waiting' })
  })

  it('tells of a waiting lead by the facts of now', async () => {
    const test = await openTestDesk()
    const [ann] = (await addReps(test, aProfile('Ann', { capacity: 0 }))) as [RepId]
    await publish(test)
    await arrive(test, 1)
    const answer = await whatIf(test.desk, { leadId, suppose: [{ repId: ann, is: 'free' }] })
    expect(answer.before.outcome).toBe('waiting')
    expect(answer.after).toMatchObject({ outcome: 'waiting', picked: null })
    const [tom] = (await addReps(test, aProfile('Tom', { isPaused: true }))) as [RepId]
    expect((await whatIf(test.desk, { leadId, suppose: [{ repId: tom, is: 'available' }] })).after.picked).toBe(tom)
  })

  it('names a lead or a rep it does not know', async () => {
    const test = await openTestDesk()
    const [ann] = (await addReps(test, aProfile('Ann'))) as [RepId]
    await expect(whatIf(test.desk, { leadId, suppose: [{ repId: ann, is: 'away' }] })).rejects.toMatchObject({
      code: 'lead-not-found',
    })
    await publish(test)
    await arrive(test, 1)
    await expect(whatIf(test.desk, { leadId, suppose: [{ repId: 99 as RepId, is: 'away' }] })).rejects.toMatchObject({
      code: 'rep-not-found',
    })
  })
})
