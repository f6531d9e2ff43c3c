import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DeskClient } from '../../bridge/create-desk-client.ts'
import { type Fault, faultOf } from '../../bridge/fault.ts'
import { type Draft, draftOf, isSameDocument } from './draft.ts'
import { readDraft } from './read-draft.ts'

export interface KeptDraft {
  /** What is at work; null until it was read. */
  published: { version: number; document: Draft } | null
  draft: Draft | null
  /** The version the draft was begun on. */
  basedOn: number
  past: readonly Draft[]
  future: readonly Draft[]
  /** How the desk's copy of the draft stands. */
  saving: 'saved' | 'waiting' | 'saving' | 'failed'
  /** The desk has a draft that is not of our shape. */
  isUnreadable: boolean
  fault: Fault | null
}

export interface DraftKeeper {
  store: StoreApi<KeptDraft>
  /** Reads what is published and the draft on the desk. What a person did here meanwhile is never overwritten. */
  load(): Promise<void>
  /** Changes of the same `what` in quick succession, such as letters of a name, are undone together. */
  change(next: Draft, what?: string): void
  undo(): void
  redo(): void
  /** Back to what is published; can be undone. */
  discard(): void
  /** The desk took the draft: it is what is at work now. */
  published(version: number): void
  /** Saves now what still waits to be saved. */
  flush(): Promise<void>
}

const SAVE_AFTER_MS = 600
const TOGETHER_MS = 1_500
const DEPTH = 100

/** Holds the one draft of a desk, with its history, and keeps the desk's copy of it up to date. */
export function createDraftKeeper(client: DeskClient): DraftKeeper {
  const store = createStore<KeptDraft>()(() => ({
    published: null,
    draft: null,
    basedOn: 0,
    past: [],
    future: [],
    saving: 'saved',
    isUnreadable: false,
    fault: null,
  }))
  const { getState: get, setState: set } = store
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let last = { what: '', at: 0 }

  const save = async (): Promise<void> => {
    clearTimeout(timer)
    while (running !== null) await running
    const { draft, published, basedOn, saving } = get()
    if (draft === null || published === null || saving === 'saved') return
    set({ saving: 'saving' })
    running = (
      isSameDocument(draft, published.document) ? client.rule.dropDraft() : client.rule.saveDraft({ document: draft, basedOn })
    ).then(
      () => {
        // Changed again meanwhile: its own timer saves that.
        running = null
        if (get().saving === 'saving') set({ saving: 'saved' })
      },
      () => {
        running = null
        if (get().saving === 'saving') set({ saving: 'failed' })
      },
    )
    await running
  }
  const saveSoon = (): void => {
    clearTimeout(timer)
    set({ saving: 'waiting' })
    timer = setTimeout(() => void save(), SAVE_AFTER_MS)
  }
  const put = (draft: Draft, past: readonly Draft[], future: readonly Draft[]): void => {
    set({ draft, past: past.slice(-DEPTH), future })
    saveSoon()
  }

  const load = async (): Promise<void> => {
    const before = get().draft
    try {
      const [read, saved] = await Promise.all([client.rule.read(), client.rule.readDraft()])
      const published = { version: read.ruleset, document: draftOf(read.document) }
      const now = get()
      const isUntouched = now.published === null || (now.draft !== null && isSameDocument(now.draft, now.published.document))
      if (now.draft !== before || now.saving !== 'saved') {
        // A draft is being written here. One that was nothing but the old rules follows the new ones.
        set({ published, fault: null, ...(isUntouched ? { draft: published.document, basedOn: read.ruleset } : {}) })
        return
      }
      const kept = saved === null ? null : readDraft(saved.document)
      const draft = kept ?? published.document
      const isSame = now.draft !== null && isSameDocument(now.draft, draft)
      set({
        published,
        fault: null,
        draft: isSame ? now.draft : draft,
        basedOn: kept === null || saved === null ? read.ruleset : saved.basedOn,
        isUnreadable: saved !== null && kept === null,
        ...(isSame || isUntouched || now.draft === null ? {} : { past: [...now.past, now.draft], future: [] }),
      })
    } catch (thrown) {
      set({ fault: faultOf(thrown) })
    }
  }

  return {
    store,
    load,
    change: (next, what = '') => {
      const { draft, past } = get()
      if (draft === null || draft === next) return
      const isMore = what !== '' && what === last.what && Date.now() - last.at < TOGETHER_MS
      last = { what, at: Date.now() }
      put(next, isMore ? past : [...past, draft], [])
    },
    undo: () => {
      const { draft, past, future } = get()
      const before = past.at(-1)
      if (draft !== null && before !== undefined) put(before, past.slice(0, -1), [draft, ...future])
      last = { what: '', at: 0 }
    },
    redo: () => {
      const { draft, past, future } = get()
      const [next, ...rest] = future
      if (draft !== null && next !== undefined) put(next, [...past, draft], rest)
      last = { what: '', at: 0 }
    },
    discard: () => {
      const { draft, past, published } = get()
      if (draft === null || published === null) return
      set({ basedOn: published.version, isUnreadable: false })
      put(published.document, [...past, draft], [])
      void save()
    },
    published: (version) => {
      const { draft } = get()
      if (draft === null) return
      set({ published: { version, document: draft }, basedOn: version, saving: 'waiting', isUnreadable: false })
      void save()
    },
    flush: save,
  }
}
