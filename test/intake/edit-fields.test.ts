import { describe, expect, it } from 'vitest'
import type { LeadDraft, LeadId, RepId } from '../../src-main/contract/index.ts'
import { explainLead } from '../../src-main/desk/explain-lead.ts'
import { logTouch } from '../../src-main/desk/log-touch.ts'
import { tellApart } from '../../src-main/desk/tell-apart.ts'
import { undoSteps } from '../../src-main/desk/undo-steps.ts'
import { editFields, withEdits } from '../../src-main/intake/edit-fields.ts'
import { aDraft } from '../helpers/desk-records.ts'
import { addReps, aProfile, arrive, MINUTE, openTestDesk, publish, type TestDesk } from '../helpers/open-test-desk.ts'

const actor = 'ann@team.example'
const one = 1 as LeadId
const present = aDraft({
  name: 'Ada Byron',
  firstName: 'Ada',
  lastName: 'Byron',
  email: 'ada@x.example',
  custom: { Budget: '5' },
})
const edited = (fields: Parameters<typeof withEdits>[1], of: LeadDraft = present) => withEdits(of, fields, 'DE')

describe('fields a person writes over', () => {
  it.each<[string, Parameters<typeof withEdits>[1], Partial<LeadDraft>]>([
    ['a number as people write it', { phone: '030 / 123 456 7' }, { phone: '+49301234567' }],
    [
      'a number of the country named with it',
      { phone: '01 42 68 53 00', country: 'Frankreich' },
      { phone: '+33142685300', country: 'FR' },
    ],
    ['a number that can not be read', { phone: 'ask Tom' }, { phone: 'ask Tom' }],
    ['an address with its name', { email: 'Ada Byron <Ada@Y.example>' }, { email: 'ada@y.example' }],
    ['an address that is none', { email2: 'ada at y' }, { email2: 'ada at y' }],
    ['two addresses in one line', { email: 'a@x.example; b@x.example' }, { email: 'a@x.example', email2: 'b@x.example' }],
    ['a country that says its region', { country: 'England' }, { country: 'GB', region: 'GB-ENG' }],
    ['a region of the lead’s country', { country: 'Deutschland', region: 'Bayern' }, { country: 'DE', region: 'DE-BY' }],
    ['a language by its name', { language: 'Deutsch' }, { language: 'de' }],
    ['a currency by its sign', { currency: '€' }, { currency: 'EUR' }],
    ['tags', { tags: [' vip ', 'vip', ''] }, { tags: ['vip'] }],
    ['what fits no field', { custom: { Budget: '', Room: ' 4 ' } }, { custom: { Room: '4' } }],
    ['nothing', { email: null, phone: '+49301234567' }, { email: null, phone: '+49301234567' }],
    ['what says nothing', { city: 'n/a' }, { city: null }],
    ['a whole name', { name: 'Ada King' }, { name: 'Ada King', firstName: null, lastName: null }],
    ['a half of the name', { lastName: 'King' }, { name: 'Ada King', firstName: 'Ada', lastName: 'King' }],
  ])('%s is cleaned as a row of a file is', (_, fields, expected) => {
    expect(edited(fields)).toEqual({ ...present, ...expected })
  })

  it('a number keeps its place, whatever stands in the other', () => {
    const of = { ...present, phone: 'ask Tom', phone2: '+49301234567' }
    expect(edited({ phone2: '030 7654321' }, of)).toMatchObject({ phone: 'ask Tom', phone2: '+49307654321' })
    expect(edited({ phone: 'call me' }, of)).toMatchObject({ phone: 'call me', phone2: '+49301234567' })
    expect(edited({ phone: '030 7654321 / 030 1112223' }, of)).toMatchObject({
      phone: '+49307654321',
      phone2: '+49301234567',
      custom: { 'more telephone numbers': '+49301112223' },
    })
  })

  it.each<[Parameters<typeof withEdits>[1], string]>([
    [{ email: null }, 'email'],
    [{ score: 101 }, 'score'],
    [{ employees: -1 }, 'employees'],
    [{ message: 'x'.repeat(100_001) }, 'message'],
    [{ custom: { Long: 'x'.repeat(100_001) } }, 'custom.Long'],
  ])('what can not be saved is refused with its field: %#', (fields, field) => {
    expect(() => edited(fields)).toThrow(expect.objectContaining({ code: 'bad-input', data: expect.objectContaining({ field }) }))
  })
})

async function aDesk(drafts: Partial<LeadDraft>[]): Promise<{ test: TestDesk; ids: LeadId[]; reps: RepId[] }> {
  const test = await openTestDesk()
  const reps = await addReps(test, aProfile('Ann'))
  await publish(test, [{ name: 'All', then: { to: 'pool', pool: {}, by: 'round-robin', acceptWithinMinutes: 30 } }], {
    score: {
      attributes: [{ name: 'Size', points: [{ when: { field: 'employees', op: 'gte', value: 500 }, points: 90 }] }],
    },
  })
  const taken = await arrive(test, drafts)
  test.clock.moveBy(MINUTE)
  return { test, ids: taken.map(({ leadId }) => leadId), reps }
}
const edit = (test: TestDesk, leadId: LeadId, fields: Parameters<typeof withEdits>[1]) =>
  editFields(test.desk, { leadId, fields, actor })
const find = async (test: TestDesk, text: string) =>
  (await test.desk.store.leadPage({ text }, 'newest', null, 9)).leads.map(({ id }) => id)
const cardOf = async (test: TestDesk, leadId: LeadId) => (await test.desk.store.leadCards([leadId]))[0]!

describe('an edited lead', () => {
  it('is known, found and scored by what it says now, stays where it is, and its history has both values', async () => {
    const { test } = await aDesk([{ name: 'Greta', email: 'greta@old.example', phone: null }])
    const before = await cardOf(test, one)
    const seqs = await edit(test, one, { phone: '030 1234567', email: 'greta@new.example', employees: 800 })
    expect(seqs).toHaveLength(1)
    expect(await cardOf(test, one)).toEqual({
      ...before,
      phone: '+49301234567',
      email: 'greta@new.example',
      score: 100,
      grade: 'hot',
    })
    expect([await find(test, 'greta new'), await find(test, 'greta old'), await find(test, '030 1234567')]).toEqual([
      [one],
      [],
      [one],
    ])
    const [entry] = (await test.desk.store.leadDetail(one)).timeline
    expect(entry).toMatchObject({
      seq: seqs[0],
      type: 'lead-edited',
      actor,
      canUndo: true,
      data: {
        changes: [
          { field: 'email', from: 'greta@old.example', to: 'greta@new.example' },
          { field: 'phone', from: null, to: '+49301234567' },
          { field: 'employees', from: null, to: 800 },
        ],
      },
    })
    const [again] = await arrive(test, [{ name: 'Greta', email: 'other@x.example', phone: '+49301234567' }])
    expect(again).toMatchObject({ outcome: 'matched', leadId: one })
    const [old] = await arrive(test, [{ name: 'Greta', email: 'greta@old.example' }])
    expect(old).toMatchObject({ outcome: 'added' })
    expect((await explainLead(test.desk, one)).outcome).toBe('offered')
  })

  it('is no step when nothing is otherwise', async () => {
    const { test } = await aDesk([{ name: 'Greta', phone: '+49301234567' }])
    const seq = await test.desk.store.lastSeq()
    expect(await edit(test, one, { phone: '030 1234567', name: ' Greta ' })).toEqual([])
    expect(await test.desk.store.lastSeq()).toBe(seq)
  })

  it('R30 is shown as a possible duplicate of whom it doubles now, and no longer when it does not', async () => {
    const { test, ids } = await aDesk([{ email: 'a@x.example' }, { email: 'b@x.example' }])
    const [first, second] = ids as [LeadId, LeadId]
    await edit(test, second, { email: 'a@x.example' })
    expect((await cardOf(test, second)).possibleDuplicateOf).toBe(first)
    await edit(test, first, { phone: '+49301234567' })
    expect((await cardOf(test, first)).possibleDuplicateOf).toBeNull()
    await edit(test, second, { email: 'c@x.example' })
    expect((await cardOf(test, second)).possibleDuplicateOf).toBeNull()
  })

  it('R30 stays told apart while only other fields are edited', async () => {
    const { test, ids } = await aDesk([{ email: 'a@x.example' }, { email: 'b@x.example' }])
    const second = ids[1]!
    await edit(test, second, { email: 'a@x.example' })
    await tellApart(test.desk, { leadId: second, actor })
    await edit(test, second, { city: 'Ulm' })
    expect((await cardOf(test, second)).possibleDuplicateOf).toBeNull()
  })

  it('R29 an attempt that accepted an offer is no step to take back, and the next one is', async () => {
    const { test } = await aDesk([{}])
    expect(await logTouch(test.desk, { leadId: one, kind: 'attempt', actor })).toEqual([])
    expect(await cardOf(test, one)).toMatchObject({ status: 'assigned' })
    expect((await test.desk.store.leadDetail(one)).timeline.map(({ canUndo }) => canUndo)).toEqual([false, false, false])
    const seqs = await logTouch(test.desk, { leadId: one, kind: 'contact', actor })
    await undoSteps(test.desk, { seqs, actor })
    expect(await cardOf(test, one)).toMatchObject({ status: 'assigned', touchedAt: test.clock.now() })
  })

  it('R32 a closed lead keeps the grade it was worked by', async () => {
    const { test } = await aDesk([{}])
    await test.desk.store.setStage([one], 'won', { at: test.clock.now(), actor })
    await edit(test, one, { employees: 900 })
    expect(await cardOf(test, one)).toMatchObject({ score: 0, grade: 'cold' })
  })
})
