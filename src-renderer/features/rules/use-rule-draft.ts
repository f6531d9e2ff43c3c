import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { Ruleset, RulesetFinding } from '../../../src-main/contract/index.ts'
import type { Fault } from '../../bridge/fault.ts'
import type { DeskStore } from '../../state/desk-store.ts'
import { useDesk, useDeskParts } from '../../state/hooks.ts'
import { useAsk } from '../../state/use-ask.ts'
import { type Draft, isSameDocument } from './draft.ts'
import { createDraftKeeper, type DraftKeeper, type KeptDraft } from './draft-keeper.ts'

/** A draft outlives the screen, so that looking at the queue in between costs nothing. One a desk. */
const keepers = new WeakMap<DeskStore, DraftKeeper>()

export interface RuleDraft extends Pick<DraftKeeper, 'change' | 'undo' | 'redo' | 'discard' | 'published'> {
  draft: Draft
  /** What is at work. */
  version: number
  publishedDocument: Draft
  /** The version the draft was begun on. */
  basedOn: number
  isChanged: boolean
  /** Somebody published after this draft was begun: that version. */
  overtakenBy: number | null
  findings: readonly RulesetFinding[]
  isChecked: boolean
  hasErrors: boolean
  saving: KeptDraft['saving']
  isUnreadable: boolean
  canUndo: boolean
  canRedo: boolean
  saveAgain: () => void
}

const CHECK_AFTER_MS = 250

/** The rules as they are being changed here, over what is published. */
export function useRuleDraft(): { rules: RuleDraft | null; fault: Fault | null; again: () => void } {
  const { store, client } = useDeskParts()
  let keeper = keepers.get(store)
  if (keeper === undefined) {
    keeper = createDraftKeeper(client)
    keepers.set(store, keeper)
  }
  const { load, flush } = keeper
  const version = useDesk((state) => state.ruleset.version)
  useEffect(() => {
    void load()
  }, [load, version])
  useEffect(() => {
    const save = (): void => void flush()
    window.addEventListener('pagehide', save)
    return () => {
      window.removeEventListener('pagehide', save)
      save()
    }
  }, [flush])

  const { published, draft, basedOn, past, future, saving, isUnreadable, fault } = useStore(keeper.store)
  const settled = useDebouncedValue(draft, CHECK_AFTER_MS)[0]
  const { findings, isChecked } = useFindings(settled)
  const again = (): void => void load()
  const isChanged = useMemo(
    () => published !== null && draft !== null && !isSameDocument(published.document, draft),
    [published, draft],
  )
  if (published === null || draft === null) return { rules: null, fault, again }
  const rules: RuleDraft = {
    draft,
    version: published.version,
    publishedDocument: published.document,
    basedOn,
    isChanged,
    overtakenBy: isChanged && published.version > basedOn ? published.version : null,
    findings,
    isChecked: isChecked && settled === draft,
    hasErrors: findings.some((finding) => finding.level === 'error'),
    saving,
    isUnreadable,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    change: keeper.change,
    undo: keeper.undo,
    redo: keeper.redo,
    discard: keeper.discard,
    published: keeper.published,
    saveAgain: () => void flush(),
  }
  return { fault: null, again, rules }
}

/** What the desk has to say about a document, kept up with it. */
export function useFindings(document: Ruleset | null): { findings: readonly RulesetFinding[]; isChecked: boolean } {
  const key = document === null ? null : `check ${JSON.stringify(document)}`
  const { value, isLoading, fault } = useAsk(key, (client, signal) => client.rule.check({ document }, { signal }))
  return { findings: value?.findings ?? [], isChecked: value !== null && !isLoading && fault === null }
}
