import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { ImportRoute, MailImportOptions } from '../../../src-main/contract/index.ts'
import { type Fault, faultOf } from '../../bridge/fault.ts'
import { useDeskParts } from '../../state/hooks.ts'
import { intakeText } from '../../text/intake.ts'
import { importMails } from './import-mails.ts'
import { namesOf, sampleOf, takeMany, takeOne } from './take-files.ts'
import {
  canGoTo,
  canReach,
  FRESH,
  importOptions,
  mailOptions,
  nextStep,
  type Reading,
  type Step,
  type WizardState,
  wizardStep,
} from './wizard-state.ts'

/** What keeps a step from its answer: a fault of the desk, or a sentence the page itself has. */
export type Trouble = { fault: Fault } | { said: string }
type Work = 'upload' | 'sample' | 'look' | 'check' | 'rehearse' | 'import'

export interface Wizard {
  state: WizardState
  busy: Work | null
  trouble: Trouble | null
  take(files: readonly File[]): void
  refuse(said: string): void
  dropFile(): void
  changeReading(reading: Reading): void
  mapColumn(header: string, field: string | null): void
  fixCell(line: number, header: string, text: string): void
  leaveOut(line: number, isOut: boolean): void
  nameSource(source: string): void
  chooseRoute(route: ImportRoute): void
  choosePerHour(perHour: number): void
  chooseTakes(takes: MailImportOptions['takes']): void
  chooseOldClocks(startOldClocks: boolean): void
  check(): void
  rehearse(): void
  start(): void
  stopWork(): void
  goTo(step: Step): void
  go(by: 1 | -1): void
}

/** Drives a file, or several of mails, from the person's machine into the desk. One piece of work at a time: a new one stops the one before. */
export function useWizard(first: readonly File[]): Wizard {
  const { client, store } = useDeskParts()
  const [state, dispatch] = useReducer(wizardStep, FRESH)
  const [busy, setBusy] = useState<Work | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const working = useRef<AbortController | null>(null)

  const work = useCallback(async (kind: Work, run: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    working.current?.abort()
    const mine = new AbortController()
    working.current = mine
    setBusy(kind)
    setTrouble(null)
    try {
      await run(mine.signal)
    } catch (thrown) {
      if (!mine.signal.aborted) setTrouble(troubleOf(thrown))
    } finally {
      if (working.current === mine) setBusy(null)
    }
  }, [])
  useEffect(() => () => working.current?.abort(), [])

  const stopWork = useCallback(() => {
    working.current?.abort()
    working.current = null
    setBusy(null)
  }, [])

  const take = useCallback(
    (files: readonly File[]) => {
      const [only] = files
      if (only === undefined) return
      dispatch({ type: 'file-taken', ...namesOf(files) })
      void work('upload', async (signal) => {
        if (files.length > 1) {
          const taken = await takeMany(client, files, dispatch, signal)
          if (taken.length > 0) dispatch({ type: 'mails-came', files: taken })
          else setTrouble({ said: intakeText.file.noneTaken })
          return
        }
        if (only.size === 0) return setTrouble({ said: intakeText.file.empty(only.name) })
        const { kind, ...uploaded } = await takeOne(client, only, dispatch, signal)
        if (kind === 'mails') return dispatch({ type: 'mails-came', files: [uploaded] })
        const look = await client.intake.look({ uploadId: uploaded.uploadId, options: {} }, { signal })
        dispatch({ type: 'looked', look })
      })
    },
    [client, work],
  )
  useEffect(() => {
    take(first)
  }, [first, take])

  const { options, step } = state
  const uploadId = state.file?.uploadId ?? null

  const changeReading = (reading: Reading): void => {
    if (uploadId === null) return
    const action = { type: 'reading-changed', reading } as const
    const next = wizardStep(state, action)
    dispatch(action)
    void work('look', async (signal) => {
      dispatch({ type: 'looked', look: await client.intake.look({ uploadId, options: next.options }, { signal }) })
    })
  }

  const check = useCallback(() => {
    if (uploadId === null) return
    void work('check', async (signal) => {
      dispatch({ type: 'checked', check: await client.intake.check({ uploadId, options }, { signal }) })
    })
  }, [client, options, uploadId, work])

  const rehearse = useCallback(() => {
    if (uploadId === null) return
    void work('rehearse', async (signal) => {
      dispatch({
        type: 'rehearsed',
        report: await client.intake.rehearse({ uploadId, options: importOptions(state) }, { signal }),
      })
    })
  }, [client, state, uploadId, work])

  const sample = useCallback(() => {
    void work('sample', async (signal) => {
      dispatch({ type: 'sampled', mails: await sampleOf(client, state.mailFiles, mailOptions(state), signal) })
    })
  }, [client, state, work])

  const start = useCallback(() => {
    if (state.kind === 'mails') {
      return void work('import', (signal) =>
        importMails({ client, store }, state.mailFiles, mailOptions(state), dispatch, signal),
      )
    }
    if (uploadId === null) return
    void work('import', async (signal) => {
      const { batchId } = await client.intake.import({ uploadId, options: importOptions(state) }, { signal })
      dispatch({ type: 'started', batchId })
    })
  }, [client, state, store, uploadId, work])

  // The file is checked while a person still looks at how it is read, and again whenever that has changed.
  const wantsCheck = state.check === null && canReach(state) && busy === null && trouble === null
  useEffect(() => {
    if (wantsCheck && (step === 'reading' || step === 'check' || step === 'leads')) check()
  }, [check, step, wantsCheck])

  const wantsSample = step === 'mails' && state.samples === null && busy === null && trouble === null
  useEffect(() => {
    if (wantsSample) sample()
  }, [sample, wantsSample])

  const goTo = (to: Step): void => {
    if (!canGoTo(state, to)) return
    if (busy === 'rehearse') stopWork()
    setTrouble(null)
    dispatch({ type: 'went', step: to })
  }

  return {
    state,
    busy,
    trouble,
    take,
    refuse: (said) => {
      setTrouble({ said })
    },
    dropFile: () => {
      stopWork()
      setTrouble(null)
      dispatch({ type: 'file-dropped' })
    },
    changeReading,
    mapColumn: (header, field) => {
      stopWork()
      setTrouble(null)
      dispatch({ type: 'column-mapped', header, field })
    },
    fixCell: (line, header, text) => {
      dispatch({ type: 'cell-fixed', line, header, text })
    },
    leaveOut: (line, isOut) => {
      dispatch({ type: 'row-left-out', line, isOut })
    },
    nameSource: (source) => {
      dispatch({ type: 'source-named', source })
    },
    chooseRoute: (route) => {
      dispatch({ type: 'route-chosen', route })
    },
    choosePerHour: (perHour) => {
      dispatch({ type: 'trickle-chosen', perHour })
    },
    chooseTakes: (takes) => {
      stopWork()
      setTrouble(null)
      dispatch({ type: 'takes-chosen', takes })
    },
    chooseOldClocks: (startOldClocks) => {
      dispatch({ type: 'old-clocks-chosen', startOldClocks })
    },
    check,
    rehearse,
    start,
    stopWork,
    goTo,
    go: (by) => {
      goTo(nextStep(state, by))
    },
  }
}

function troubleOf(thrown: unknown): Trouble {
  // The browser, not the desk: the file was moved or locked after it was chosen.
  if (thrown instanceof DOMException && thrown.name === 'NotReadableError')
    return { said: intakeText.file.unreadable(intakeText.file.aFile) }
  return { fault: faultOf(thrown) }
}
