import { createContext, useCallback, useContext } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { DeskClient } from '../bridge/create-desk-client.ts'
import { type Fault, faultOf } from '../bridge/fault.ts'
import type { Seq } from '../../src-main/contract/index.ts'
import type { DeskState } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'
import type { Question, Questions } from './questions.ts'
import type { UndoStack } from './undo.ts'
import type { Done } from './use-lead-actions.ts'

export interface Desk {
  client: DeskClient
  store: DeskStore
  /** Shows the sentence of a fault to the person. */
  tell: (fault: Fault) => void
  /** Says what was just done, with a way back where there is one. */
  announce: (done: Done, undo: (seqs: readonly Seq[]) => void) => void
  undoStack: UndoStack
  questions: Questions
}

const DeskContext = createContext<Desk | null>(null)
export const DeskProvider = DeskContext.Provider

export function useDeskParts(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('No desk above this component: wrap it in DeskProvider')
  return desk
}

/** A part of the desk's state; renders again when that part changes. */
export function useDesk<Part>(selector: (state: DeskState) => Part): Part {
  return useStore(useDeskParts().store, selector)
}

/** As `useDesk`, for a selector that makes a new array or object of the same parts each time. */
export function useDeskShallow<Part>(selector: (state: DeskState) => Part): Part {
  return useStore(useDeskParts().store, useShallow(selector))
}

/** For queries. Commands go through `useCommand`. */
export function useDeskClient(): DeskClient {
  return useDeskParts().client
}

/** Opens the dialogue that asks for a rep, a reason or a note, and then does it. */
export function useAskFor(): (question: Question) => void {
  const { questions } = useDeskParts()
  return useCallback(
    (question) => {
      if (question.leadIds.length > 0) questions.setState({ question })
    },
    [questions],
  )
}

export type Answer<Value> = { ok: true; value: Value } | { ok: false; fault: Fault }
export type RunCommand = <Value>(
  command: (client: DeskClient) => Promise<Value>,
  options?: { isQuiet?: boolean },
) => Promise<Answer<Value>>

/** Runs a command. A fault is told to the person (unless quiet) and answered, never thrown. */
export function useCommand(): RunCommand {
  const { client, tell } = useDeskParts()
  return useCallback<RunCommand>(
    async (command, options) => {
      try {
        return { ok: true, value: await command(client) }
      } catch (thrown) {
        const fault = faultOf(thrown)
        if (options?.isQuiet !== true) tell(fault)
        return { ok: false, fault }
      }
    },
    [client, tell],
  )
}
