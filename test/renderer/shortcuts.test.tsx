import { act, fireEvent, render } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LeadDraft } from '../../src-main/contract/index.ts'
import { screens } from '../../src-renderer/app/screens.tsx'
import { useShortcuts } from '../../src-renderer/app/use-shortcuts.ts'
import { usePanelKeys } from '../../src-renderer/features/leads/use-panel-keys.ts'
import { useListKeys } from '../../src-renderer/lib/use-list-keys.ts'
import { useDeskParts } from '../../src-renderer/state/hooks.ts'
import { keysOf, type ShortcutGroup, type ShortcutId, shortcuts, shortcutsFor } from '../../src-renderer/text/shortcuts.ts'
import { shortcutsText as german } from '../../src-renderer/text/de/shortcuts.ts'
import { aLead, leadId, repId, someFields } from './helpers/builders.ts'
import { fakeDesk } from './helpers/fake-desk.ts'
import { renderDesk } from './helpers/render-desk.tsx'

const idsOf = (group: ShortcutGroup): ShortcutId[] => shortcuts.find(({ id }) => id === group)!.keys.map(({ id }) => id)

/** Presses what the list says; of `1 – 5` the first. */
function press(id: ShortcutId): void {
  const keys = keysOf(id).filter((key) => key !== 'then' && key !== '–')
  const held = new Set<string>(keys.filter((key) => key === 'mod' || key === 'Shift'))
  const pressed = keys.filter((key) => !held.has(key)).map((key) => ({ Esc: 'Escape', Space: ' ' })[key] ?? key)
  const few = keysOf(id).includes('–') ? pressed.slice(0, 1) : pressed
  for (const key of few)
    pressKey(held.has('Shift') || key.length > 1 ? key : key.toLowerCase(), held.has('mod'), held.has('Shift'))
}

function pressKey(key: string, ctrlKey = false, shiftKey = false): void {
  act(() => {
    fireEvent.keyDown(document.body, { key, ctrlKey, shiftKey, bubbles: true })
  })
}

describe('the list of keys', () => {
  it('names every screen by the keys that go there, and none that is not there', () => {
    const going = shortcuts.flatMap(({ keys }) => keys).filter(({ keys }) => keys.includes('then'))
    expect(going.map(({ id, keys }) => [id, keys.at(-1)?.toLowerCase()])).toEqual(screens.map(({ id, key }) => [id, key]))
  })

  it('says each in German too, and no key twice in one place', () => {
    for (const { keys, id } of shortcuts) {
      expect([id, new Set(keys.map(({ keys: pressed }) => pressed.join(' '))).size]).toEqual([id, keys.length])
      for (const { id: shortcut } of keys) expect(german.does[shortcut]).not.toBe('')
    }
  })
})

describe('the list of keys of a rep', () => {
  it('names the screens a rep has, and no other', () => {
    const going = shortcutsFor(false)
      .flatMap(({ keys }) => keys)
      .filter(({ keys }) => keys.includes('then'))
    expect(going.map(({ id }) => id)).toEqual(screens.filter((one) => one.for === 'everyone').map(({ id }) => id))
  })
})

describe('everywhere', () => {
  const shown = vi.fn<() => void>()
  function Everywhere() {
    useShortcuts(shown)
    return null
  }
  it('each key does what the list says', () => {
    renderDesk(<Everywhere />, fakeDesk())
    for (const { id } of screens) {
      press(id as ShortcutId)
      expect(window.location.hash).toBe(`#/${id}`)
    }
    press('list')
    expect(shown).toHaveBeenCalledOnce()
  })
})

describe('lists', () => {
  const did: string[] = []
  function AList() {
    useListKeys({
      onMove: (step, extend) => did.push(extend ? 'selectDown' : step > 0 ? 'next' : 'previous'),
      onOpen: () => did.push('open'),
      onToggle: () => did.push('select'),
      onSelectAll: () => did.push('selectAll'),
      onEscape: () => did.push('close'),
      letters: {},
    })
    return null
  }
  it('each key does what the list says', () => {
    render(<AList />)
    // `/`, F and the digits are of the lists with a search, filters and tabs.
    const moving = idsOf('lists').filter((id) => !['search', 'filter', 'tab'].includes(id))
    for (const id of moving) press(id)
    expect(did).toEqual(moving)
  })
})

describe('the open lead', () => {
  const called: string[] = []
  const fields: LeadDraft = someFields({ email: 'ada@example.org', phone: '+4930901820' })
  const lead = aLead({ id: leadId(4), isPinned: true })
  const changes: unknown[] = []

  function Panel() {
    const { questions } = useDeskParts()
    questions.subscribe((asked) => changes.push(asked))
    usePanelKeys({
      leadId: lead.id,
      fields,
      isPinned: true,
      mayWork: true,
      onClose: () => called.push('close'),
      onMerge: () => called.push('merge'),
      onEdit: () => called.push('edit'),
      onNote: () => called.push('note'),
      onStage: () => called.push('stage'),
    })
    return null
  }
  const copied = vi.fn<(text: string) => Promise<void>>(async () => undefined)
  const opened = vi.fn<() => void>()
  beforeEach(() => {
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(copied)
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(opened)
  })

  it('has no letter that the list does not name, and none that the list has in vain', () => {
    const desk = fakeDesk({ leads: [lead] })
    const { store } = renderDesk(<Panel />, desk)
    const effects = (): number =>
      desk.calls.length + called.length + changes.length + copied.mock.calls.length + opened.mock.calls.length
    const acts = (press: () => void): boolean => {
      const before = effects()
      press()
      return effects() > before
    }
    const named = [...idsOf('lead'), ...idsOf('open')].filter((id) => id !== 'attemptNext')
    expect(named.filter((id) => !acts(() => press(id)))).toEqual([])

    const letters = (): string[] => [...'abcdefghijklmnopqrstuvwxyz123456789'].filter((key) => acts(() => pressKey(key)))
    const inList = (ids: readonly ShortcutId[]): string[] => ids.flatMap((id) => keysOf(id).map((key) => key.toLowerCase()))
    expect(letters().toSorted()).toEqual(inList(named).toSorted())

    act(() => {
      store.sitDown({ repId: repId(1), role: 'rep', isLocked: false })
    })
    const ofRep = new Set(shortcutsFor(false).flatMap(({ keys }) => keys.map(({ id }) => id)))
    expect(letters().toSorted()).toEqual(inList(named.filter((id) => ofRep.has(id))).toSorted())
  })
})
