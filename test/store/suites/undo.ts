import { describe, expect, it } from 'vitest'
import type { LeadDraft, LeadId, RepId, Seq } from '../../../src-main/contract/index.ts'
import { aRouter, anIncomingLead } from '../../helpers/desk-records.ts'
import {
  DAY,
  HOUR,
  MINUTE,
  NOON,
  type OpenTestStore,
  type TestStore,
  addReps,
  arriveOne,
  cardOf,
  step,
} from '../../helpers/open-test-store.ts'

interface Scene {
  test: TestStore
  ada: RepId
  tom: RepId
  owned: LeadId
  waiting: LeadId
  held: LeadId
}

async function aScene(open: OpenTestStore): Promise<Scene> {
  const test = await open()
  const [ada, tom] = await addReps(test, { name: 'Ada', weight: 0.3 }, { name: 'Tom', weight: 0.7 })
  await arriveOne(test, anIncomingLead(), { at: NOON - 2 * DAY })
  const owned = await arriveOne(test, anIncomingLead({ score: 90 }), { at: NOON - DAY })
  const waiting = await arriveOne(test, anIncomingLead(), { router: aRouter({ waitFor: () => true }) })
  const held = await arriveOne(test, anIncomingLead(), { route: 'hold' })
  return { test, ada: ada!, tom: tom!, owned, waiting, held }
}

const LATER = NOON + HOUR
const BY = { router: aRouter(), duplicateWindowMs: 90 * DAY }
const rewritten = (fields: Partial<LeadDraft>) => (present: LeadDraft) => anIncomingLead({ ...present, ...fields })
/** Every step a person can take back, over every kind of lead. */
const STEPS: Record<string, (scene: Scene) => Promise<Seq[]>> = {
  'a drag with its turns': ({ test, ada, tom, owned, waiting, held }) =>
    test.store.assign([owned, waiting, held], owned % 2 === 0 ? ada : tom, true, step(LATER)),
  'drags to and fro': async ({ test, ada, tom, owned }) => [
    ...(await test.store.assign([owned], ada, true, step(LATER))),
    ...(await test.store.assign([owned], tom, true, step(LATER + 1))),
    ...(await test.store.assign([owned], ada, false, step(LATER + 2))),
  ],
  'a hold': ({ test, owned, waiting }) => test.store.hold([owned, waiting], 'later', step(LATER)),
  'a discard': ({ test, owned, held }) => test.store.discard([owned, held], 'spam', step(LATER)),
  'an unpin': async ({ test, ada, waiting }) => [
    ...(await test.store.assign([waiting], ada, true, step(LATER))),
    ...(await test.store.unpin([waiting], step(LATER))),
  ],
  'a stage': ({ test, owned, waiting }) => test.store.setStage([owned, waiting], 'won', step(LATER)),
  'a note': async ({ test, owned }) => [await test.store.note(owned, 'Wants a zeppelin', step(LATER))],
  'attempts and a talk': async ({ test, owned, waiting }) => [
    ...(await test.store.log(owned, 'attempt', step(LATER))),
    ...(await test.store.log(owned, 'contact', step(LATER + MINUTE))),
    ...(await test.store.log(waiting, 'attempt', step(LATER + MINUTE))),
  ],
  'an edit of everything a lead is known by': async ({ test, owned, held }) => [
    ...(await test.store.editLead(held, rewritten({ email: 'jo@jo.example', phone: '+49301234' }), BY, step(LATER))),
    ...(await test.store.editLead(
      owned,
      rewritten({ name: 'Jo', email: 'jo@jo.example', phone: null, score: 10, source: 'Fair', tags: ['a'], custom: { b: 'c' } }),
      BY,
      step(LATER),
    )),
  ],
  'a routing by hand': async ({ test, owned, waiting, held }) => {
    const before = await test.store.lastSeq()
    await test.store.routeLeads([held, waiting, owned], aRouter(), step(LATER))
    const changes = await test.store.changesAfter(before, 100, LATER)
    return changes!.events.map((event) => event.seq)
  },
  'a touched lead dragged away': async ({ test, ada, tom, owned }) => {
    await test.store.assign([owned], ada, true, step(LATER))
    return test.store.assign([owned], tom, true, step(LATER))
  },
}

export function undoSuite(open: OpenTestStore): void {
  describe('undo', () => {
    it.each(Object.keys(STEPS))('R29 %s is undone without a trace but in the history', async (name) => {
      const scene = await aScene(open)
      const before = scene.test.tables()
      const first = await scene.test.store.lastSeq()
      await STEPS[name]!(scene)
      const changes = await scene.test.store.changesAfter(first, 100, LATER)
      const seqs = changes!.events.map((event) => event.seq)
      expect(seqs.length).toBeGreaterThan(0)
      expect(scene.test.tables()).not.toEqual(before)
      await scene.test.store.undo(seqs, step(LATER + MINUTE))
      expect(scene.test.tables()).toEqual(before)
      await scene.test.reopen()
      expect((await scene.test.store.snapshot(NOON)).reps.map((rep) => rep.openLeads).reduce((sum, open) => sum + open, 0)).toBe(
        2,
      )
    })

    it('R29 refuses when the lead was touched since, and then undoes nothing of all that was asked', async () => {
      const { test, ada, owned, held } = await aScene(open)
      const seqs = await test.store.assign([held], ada, true, step(LATER))
      const other = await test.store.hold([owned], null, step(LATER))
      await test.store.log(held, 'attempt', step(LATER))
      const before = test.tables()
      await expect(test.store.undo([...seqs, ...other], step(LATER))).rejects.toMatchObject({ data: { reason: 'touched-since' } })
      expect(test.tables()).toEqual(before)
    })

    it('R29 refuses when it was moved since, undone already, or never could be', async () => {
      const { test, ada, tom, held } = await aScene(open)
      const first = await test.store.assign([held], ada, true, step(LATER))
      const second = await test.store.assign([held], tom, true, step(LATER))
      await expect(test.store.undo(first, step(LATER))).rejects.toMatchObject({ data: { reason: 'moved-since' } })
      await test.store.undo(second, step(LATER))
      await expect(test.store.undo(second, step(LATER))).rejects.toMatchObject({ data: { reason: 'already-undone' } })
      await test.store.undo(first, step(LATER))
      const arrived = (await test.store.leadDetail(held)).timeline.at(-1)!
      await expect(test.store.undo([arrived.seq], step(LATER))).rejects.toMatchObject({ data: { reason: 'not-undoable' } })
      await expect(test.store.undo([999 as Seq], step(LATER))).rejects.toMatchObject({ code: 'step-not-found' })
    })

    it('R29 what a person did last can be taken back, and what they did before once that is', async () => {
      const { test, owned } = await aScene(open)
      const before = test.tables()
      const note = await test.store.note(owned, 'Wants a zeppelin', step(LATER))
      const [attempt] = await test.store.log(owned, 'attempt', step(LATER))
      const [edit] = await test.store.editLead(owned, rewritten({ city: 'Ulm' }), BY, step(LATER))
      const finds = async () => (await test.store.leadPage({ text: 'zepp' }, 'newest', null, 5)).leads.length
      for (const early of [note, attempt!])
        await expect(test.store.undo([early], step(LATER))).rejects.toMatchObject({ data: { reason: 'touched-since' } })
      await test.store.undo([edit!], step(LATER))
      await test.store.undo([attempt!], step(LATER))
      expect(await finds()).toBe(1)
      await test.store.undo([note], step(LATER))
      expect(await finds()).toBe(0)
      expect(test.tables()).toEqual(before)
    })

    it('R29 a touch taken back leaves alone what the desk did meanwhile: a new score, another reason to wait', async () => {
      const { test, waiting } = await aScene(open)
      const note = await test.store.note(waiting, 'call', step(LATER))
      const router = { ...aRouter(), score: () => ({ score: 99, grade: 'hot' as const }) }
      await test.store.rescore(router, null, 100)
      await test.store.undo([note], step(LATER))
      expect(await cardOf(test, waiting)).toMatchObject({ score: 99, grade: 'hot', touchedAt: null })
    })

    it('R29 what others were given meanwhile stays theirs, and numbers keep their sum', async () => {
      const { test, ada, held } = await aScene(open)
      const seqs = await test.store.assign([held], ada, true, step(LATER))
      for (let more = 0; more < 5; more++) await arriveOne(test, anIncomingLead(), { at: LATER + more })
      const given = (await test.store.reps(LATER)).map((rep) => rep.givenToday)
      await test.store.undo(seqs, step(LATER + MINUTE))
      const after = await test.store.reps(LATER)
      expect(after.map((rep) => rep.givenToday)).toEqual([given[0]! - 1, given[1]])
      const { turns } = await test.store.world(LATER)
      expect([...turns.get('everyone')!.values()].reduce((sum, number) => sum + number, 0)).toBeCloseTo(0, 9)
    })

    it('the timeline says which steps could be taken back', async () => {
      const { test, ada, tom, held } = await aScene(open)
      await test.store.assign([held], ada, true, step(LATER))
      const [last] = await test.store.assign([held], tom, true, step(LATER))
      const can = async () => (await test.store.leadDetail(held)).timeline.map((entry) => [entry.type, entry.canUndo])
      expect(await can()).toEqual([
        ['lead-assigned', true],
        ['lead-assigned', false],
        ['lead-received', false],
      ])
      await test.store.undo([last!], step(LATER))
      expect(await can()).toEqual([
        ['step-undone', false],
        ['lead-assigned', false],
        ['lead-assigned', true],
        ['lead-received', false],
      ])
    })
  })
}
