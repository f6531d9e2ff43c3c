import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftOf } from '../../../src-renderer/features/rules/draft.ts'
import { createDraftKeeper } from '../../../src-renderer/features/rules/draft-keeper.ts'
import { type Rule, type RuleId, type Ruleset, RulesetSettings } from '../../../src-main/contract/index.ts'
import { NOON } from '../helpers/builders.ts'
import { fakeDesk } from '../helpers/fake-desk.ts'

const rule = (name: string): Rule => ({
  id: name as RuleId,
  name,
  enabled: true,
  then: { to: 'hold' },
  otherwise: 'hold',
})
const document = (...names: string[]): Ruleset => ({
  version: 1,
  territories: [],
  rules: names.map(rule),
  settings: RulesetSettings.parse({}),
})
const draft = (...names: string[]) => draftOf(document(...names))

/** A desk that publishes and keeps a draft, and can be told to fail. */
function aDesk(atWork: Ruleset, saved: Ruleset | null = null) {
  const state = {
    ruleset: 1,
    atWork,
    saved: saved as unknown,
    basedOn: 1,
    isBroken: false,
  }
  const desk = fakeDesk({
    handlers: {
      'rule.read': () => ({
        ruleset: state.ruleset,
        publishedAt: NOON,
        publishedBy: 'manager',
        document: state.atWork,
        findings: [],
      }),
      'rule.readDraft': () =>
        state.saved === null ? null : { document: state.saved, savedAt: NOON, savedBy: 'manager', basedOn: state.basedOn },
      'rule.saveDraft': (input: { document: unknown; basedOn: number }) => {
        if (state.isBroken) throw new Error('no')
        state.saved = input.document
        state.basedOn = input.basedOn
      },
      'rule.dropDraft': () => {
        state.saved = null
      },
    },
  })
  return {
    state,
    keeper: createDraftKeeper(desk.client),
    saves: () => desk.calls.filter(({ name }) => name === 'rule.saveDraft').length,
  }
}
const namesOf = (keeper: ReturnType<typeof createDraftKeeper>) => keeper.store.getState().draft?.rules.map((each) => each.name)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the draft of a desk', () => {
  it('begins as what is at work, or as what was kept', async () => {
    const fresh = aDesk(document('A'))
    await fresh.keeper.load()
    expect(namesOf(fresh.keeper)).toEqual(['A'])
    const kept = aDesk(document('A'), document('A', 'B'))
    await kept.keeper.load()
    expect(namesOf(kept.keeper)).toEqual(['A', 'B'])
  })

  it('is saved once when changed in quick succession, and at once when the page goes', async () => {
    const { keeper, state, saves } = aDesk(document('A'))
    await keeper.load()
    keeper.change(draft('A', 'B'))
    keeper.change(draft('A', 'B', 'C'))
    expect(keeper.store.getState().saving).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(saves()).toBe(1)
    expect(keeper.store.getState().saving).toBe('saved')
    keeper.change(draft('D'))
    await keeper.flush()
    expect(state.saved).toMatchObject({ rules: [{ name: 'D' }] })
  })

  it('is dropped on the desk when it is what is at work again', async () => {
    const { keeper, state } = aDesk(document('A'))
    await keeper.load()
    keeper.change(draft('B'))
    await keeper.flush()
    keeper.undo()
    await keeper.flush()
    expect(state.saved).toBeNull()
  })

  it('goes back and forth, letters of one field together', async () => {
    const { keeper } = aDesk(document('A'))
    await keeper.load()
    keeper.change(draft('B'), 'name')
    keeper.change(draft('Bo'), 'name')
    keeper.change(draft('Bo', 'C'))
    keeper.undo()
    expect(namesOf(keeper)).toEqual(['Bo'])
    keeper.undo()
    expect(namesOf(keeper)).toEqual(['A'])
    keeper.undo()
    expect(namesOf(keeper)).toEqual(['A'])
    keeper.redo()
    keeper.redo()
    expect(namesOf(keeper)).toEqual(['Bo', 'C'])
    keeper.undo()
    keeper.change(draft('D'))
    keeper.redo()
    expect(namesOf(keeper)).toEqual(['D'])
  })

  it('follows a new version where nothing was changed, and stays where something was', async () => {
    const { keeper, state } = aDesk(document('A'))
    await keeper.load()
    Object.assign(state, { ruleset: 2, atWork: document('A', 'B') })
    await keeper.load()
    expect(namesOf(keeper)).toEqual(['A', 'B'])
    keeper.change(draft('Mine'))
    Object.assign(state, { ruleset: 3, atWork: document('C') })
    await keeper.load()
    expect(namesOf(keeper)).toEqual(['Mine'])
    expect(keeper.store.getState()).toMatchObject({ basedOn: 2, published: { version: 3 } })
  })

  it('can be taken back even after it was thrown away', async () => {
    const { keeper, state } = aDesk(document('A'))
    await keeper.load()
    keeper.change(draft('B'))
    keeper.discard()
    await keeper.flush()
    expect([namesOf(keeper), state.saved]).toEqual([['A'], null])
    keeper.undo()
    await keeper.flush()
    expect(namesOf(keeper)).toEqual(['B'])
    expect(state.saved).toMatchObject({ rules: [{ name: 'B' }] })
  })

  it('says when it could not be saved, and is saved with the next change', async () => {
    const { keeper, state } = aDesk(document('A'))
    await keeper.load()
    state.isBroken = true
    keeper.change(draft('B'))
    await keeper.flush()
    expect(keeper.store.getState().saving).toBe('failed')
    state.isBroken = false
    keeper.change(draft('C'))
    await keeper.flush()
    expect(keeper.store.getState().saving).toBe('saved')
  })

  it('shows what is at work where the kept one is not of its shape, and says so', async () => {
    const { keeper, state } = aDesk(document('A'))
    state.saved = { version: 7 }
    await keeper.load()
    expect(namesOf(keeper)).toEqual(['A'])
    expect(keeper.store.getState().isUnreadable).toBe(true)
  })

  it('is what is at work once it is published, and no longer kept', async () => {
    const { keeper, state } = aDesk(document('A'))
    await keeper.load()
    keeper.change(draft('B'))
    await keeper.flush()
    keeper.published(2)
    await keeper.flush()
    expect(state.saved).toBeNull()
    expect(keeper.store.getState()).toMatchObject({ basedOn: 2, published: { version: 2, document: { rules: [{ name: 'B' }] } } })
  })
})
