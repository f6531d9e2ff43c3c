import { useDebouncedValue } from '@mantine/hooks'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Ruleset, RulesetFinding } from '../../../src-main/contract/index.ts'
import type { Fault } from '../../bridge/fault.ts'
import type { DeskStore } from '../../state/desk-store.ts'
import { useDesk, useDeskParts } from '../../state/hooks.ts'
import { useAsk } from '../../state/use-ask.ts'
import { type Draft, draftOf, isSameDocument } from './draft.ts'

interface Kept {
  /** What the draft began as. */
  base: { version: number; document: Draft } | null
  draft: Draft | null
}

/** A draft outlives the screen, so that looking at the queue in between costs nothing. One a desk. */
const drafts = new WeakMap<DeskStore, StoreApi<Kept>>()

function draftStore(desk: DeskStore): StoreApi<Kept> {
  const known = drafts.get(desk)
  if (known !== undefined) return known
  const fresh = createStore<Kept>()(() => ({ base: null, draft: null }))
  drafts.set(desk, fresh)
  return fresh
}

export interface RuleDraft {
  draft: Draft
  version: number
  isChanged: boolean
  /** Somebody published after this draft was begun: that version. */
  overtakenBy: number | null
  findings: readonly RulesetFinding[]
  isChecked: boolean
  change(draft: Draft): void
  discard(): void
  /** The desk took the draft: it is what is at work now. */
  published(version: number): void
}

const CHECK_AFTER_MS = 250

/** The rules as they are being changed here, over what is published. */
export function useRuleDraft(): { rules: RuleDraft | null; fault: Fault | null; again: () => void } {
  const { store } = useDeskParts()
  const kept = draftStore(store)
  const { base, draft } = useStore(kept)
  const version = useDesk((state) => state.ruleset.version)
  const read = useAsk(`rules ${version}`, (client, signal) => client.rule.read(undefined, { signal }))

  const answer = read.isLoading ? null : read.value
  useEffect(() => {
    if (answer === null) return
    const { base: begun, draft: mine } = kept.getState()
    const isMineChanged = begun !== null && mine !== null && !isSameDocument(begun.document, mine)
    if (isMineChanged || begun?.version === answer.ruleset) return
    const document = draftOf(answer.document)
    kept.setState({ base: { version: answer.ruleset, document }, draft: document })
  }, [answer, kept])

  const settled = useDebouncedValue(draft, CHECK_AFTER_MS)[0]
  const findings = useFindings(settled)
  if (base === null || draft === null) return { rules: null, fault: read.fault, again: read.again }
  return {
    fault: null,
    again: read.again,
    rules: {
      draft,
      version: base.version,
      isChanged: !isSameDocument(base.document, draft),
      overtakenBy: version > base.version ? version : null,
      findings: findings.findings,
      isChecked: findings.isChecked && settled === draft,
      change: (next) => {
        kept.setState({ draft: next })
      },
      discard: () => {
        const document = read.value === null ? base.document : draftOf(read.value.document)
        kept.setState({ base: { version: read.value?.ruleset ?? base.version, document }, draft: document })
      },
      published: (at) => {
        kept.setState({ base: { version: at, document: draft } })
      },
    },
  }
}

/** What the desk has to say about a document, kept up with it. */
export function useFindings(document: Ruleset | null): { findings: readonly RulesetFinding[]; isChecked: boolean } {
  const key = document === null ? null : `check ${JSON.stringify(document)}`
  const { value, isLoading, fault } = useAsk(key, (client, signal) => client.rule.check({ document }, { signal }))
  return { findings: value?.findings ?? [], isChecked: value !== null && !isLoading && fault === null }
}
