import { useCallback, useEffect, useRef, useState } from 'react'
import type { SimulationLeads, SimulationReport } from '../../../src-main/contract/index.ts'
import { type Fault, faultOf } from '../../bridge/fault.ts'
import { useDeskClient } from '../../state/hooks.ts'
import type { Draft } from './draft.ts'

export type SimulationState =
  | { kind: 'idle' }
  | { kind: 'running'; done: number; total: number | null }
  | { kind: 'done'; report: SimulationReport; document: Draft }
  | { kind: 'failed'; fault: Fault }

export interface Simulation {
  state: SimulationState
  run(document: Draft, leads: SimulationLeads): void
  cancel(): void
}

/** Runs rules over leads, one run at a time: a new one, or leaving, cancels the one before. */
export function useSimulation(): Simulation {
  const client = useDeskClient()
  const [state, setState] = useState<SimulationState>({ kind: 'idle' })
  const running = useRef<AbortController | null>(null)

  const run = useCallback(
    (document: Draft, leads: SimulationLeads): void => {
      running.current?.abort()
      const mine = new AbortController()
      running.current = mine
      const { signal } = mine
      setState({ kind: 'running', done: 0, total: null })
      const listen = async (): Promise<void> => {
        const updates = await client.rule.simulate({ document, leads }, { signal })
        for await (const update of updates) {
          if (signal.aborted) return
          if (update.kind === 'progress') setState({ kind: 'running', done: update.done, total: update.total })
          else setState({ kind: 'done', report: update.report, document })
        }
      }
      listen().catch((thrown: unknown) => {
        if (!signal.aborted) setState({ kind: 'failed', fault: faultOf(thrown) })
      })
    },
    [client],
  )
  const cancel = useCallback(() => {
    running.current?.abort()
    running.current = null
    setState({ kind: 'idle' })
  }, [])
  useEffect(
    () => () => {
      running.current?.abort()
    },
    [],
  )
  return { state, run, cancel }
}
