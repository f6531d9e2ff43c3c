import { modKey } from '../lib/keys.ts'
import { inLanguage } from './language.ts'

/** Every key there is, where it works, and what does it: a test presses them. `then` stands between keys pressed one after the other. */
const KEYS = {
  everywhere: {
    find: 'mod K',
    list: '?',
    undo: 'mod Z',
    queue: 'G then Q',
    board: 'G then B',
    'my-desk': 'G then H',
    leads: 'G then L',
    reps: 'G then P',
    rules: 'G then R',
    intake: 'G then I',
    review: 'G then M',
    duplicates: 'G then D',
    reports: 'G then O',
    settings: 'G then S',
  },
  lists: {
    search: '/',
    filter: 'F',
    tab: '1 – 9',
    next: 'J',
    previous: 'K',
    open: 'Enter',
    select: 'X',
    selectDown: 'Shift J',
    selectAll: 'mod A',
    close: 'Esc',
  },
  lead: {
    assign: 'A',
    attempt: 'E',
    attemptNext: 'Shift E',
    contact: 'C',
    note: 'N',
    hold: 'H',
    route: 'R',
    discard: 'D',
  },
  open: {
    edit: 'I',
    call: 'T',
    write: 'W',
    copy: 'Y',
    stage: 'S',
    merge: 'M',
    unpin: 'U',
  },
  myDesk: {
    attemptOn: 'E',
    contactOn: 'C',
    accept: 'Y',
    decline: 'D',
  },
  review: {
    makeLead: 'mod Enter',
    noLead: 'D',
    twoPeople: 'T',
  },
  board: {
    nextCard: 'Tab',
    pickUp: 'Space',
    columns: '← →',
  },
  rules: {
    undoDraft: 'mod Z',
    redoDraft: 'mod Shift Z',
  },
} as const

type Groups = typeof KEYS
export type ShortcutGroup = keyof Groups
export type ShortcutId = { [Group in ShortcutGroup]: keyof Groups[Group] }[ShortcutGroup]

export const shortcutsText = inLanguage('shortcutsText', {
  groups: {
    everywhere: 'Everywhere',
    lists: 'Lists',
    lead: 'Leads, chosen or open',
    open: 'The open lead',
    myDesk: 'My desk',
    review: 'Review and duplicates',
    board: 'Board',
    rules: 'Rules',
  } satisfies Record<ShortcutGroup, string>,
  does: {
    find: 'Find any lead, rep, screen or action',
    list: 'This list',
    undo: 'Take back the last step',
    queue: 'Queue',
    board: 'Board',
    'my-desk': 'My desk (home)',
    leads: 'Leads',
    reps: 'Reps (people)',
    rules: 'Rules',
    intake: 'Intake',
    review: 'Review (mails)',
    duplicates: 'Duplicates',
    reports: 'Reports (overview)',
    settings: 'Settings',
    search: 'Search',
    filter: 'Narrow the list',
    tab: 'Another list of the screen',
    next: 'Next',
    previous: 'Previous',
    open: 'Open the lead',
    select: 'Select',
    selectDown: 'Select downwards',
    selectAll: 'Select all',
    close: 'Close the lead, clear the selection',
    assign: 'Assign',
    attempt: 'Log an attempt',
    attemptNext: 'Log an attempt, and on to the next',
    contact: 'Log a contact',
    note: 'Write a note',
    hold: 'Hold',
    route: 'Route again',
    discard: 'Discard',
    edit: 'Edit its fields',
    call: 'Call',
    write: 'Write an e-mail',
    copy: 'Copy its e-mail or number',
    stage: 'Set its stage',
    merge: 'Merge it with another',
    unpin: 'Back under the rules',
    attemptOn: 'Log an attempt, and on to the next lead',
    contactOn: 'Log a contact, and on to the next lead',
    accept: 'Accept the offer that runs out first',
    decline: 'Decline it',
    makeLead: 'Make the mail a lead',
    noLead: 'The mail is no lead',
    twoPeople: 'Two leads are two people',
    nextCard: 'To the next card',
    pickUp: 'Pick up or drop a card',
    columns: 'Move between columns',
    undoDraft: 'Take back a change of the draft',
    redoDraft: 'Do it again after all',
  } satisfies Record<ShortcutId, string>,
  then: 'then',
  /** As they are written on the keys. */
  keyNames: { Ctrl: 'Ctrl', Shift: 'Shift', Enter: 'Enter', Space: 'Space' },
})

const keyNames: Readonly<Record<string, string>> = shortcutsText.keyNames
/** "Strg" on a German keyboard; letters are themselves. */
export const keyName = (key: string): string => keyNames[key] ?? key

export interface Shortcut {
  id: ShortcutId
  /** As on the keyboard; `mod` is Ctrl or ⌘. */
  keys: readonly string[]
  does: string
}

export const shortcuts: readonly { group: string; id: ShortcutGroup; keys: readonly Shortcut[] }[] = Object.entries(KEYS).map(
  ([group, keys]) => ({
    id: group as ShortcutGroup,
    group: shortcutsText.groups[group as ShortcutGroup],
    keys: Object.entries(keys).map(([id, pressed]) => ({
      id: id as ShortcutId,
      keys: pressed.split(' '),
      does: shortcutsText.does[id as ShortcutId],
    })),
  }),
)

/** What a rep has no use for, or may not do. */
const MANAGERS_GROUPS: readonly ShortcutGroup[] = ['review', 'board', 'rules']
const MANAGERS: readonly ShortcutId[] = [
  'queue',
  'board',
  'reps',
  'rules',
  'intake',
  'review',
  'duplicates',
  'reports',
  'assign',
  'hold',
  'route',
  'discard',
  'merge',
  'unpin',
]

/** The keys that do something for whoever sits here. */
export const shortcutsFor = (isManager: boolean): typeof shortcuts =>
  isManager
    ? shortcuts
    : shortcuts
        .filter(({ id }) => !MANAGERS_GROUPS.includes(id))
        .map((group) => ({ ...group, keys: group.keys.filter(({ id }) => !MANAGERS.includes(id)) }))

const byId = new Map(shortcuts.flatMap(({ keys }) => keys.map((shortcut) => [shortcut.id, shortcut.keys] as const)))
export const keysOf = (id: ShortcutId): readonly string[] => byId.get(id) ?? []
/** "Ctrl+Enter", for a hint. */
export const keysSaid = (id: ShortcutId): string =>
  keysOf(id)
    .map((key) => keyName(key === 'mod' ? modKey() : key))
    .join('+')
