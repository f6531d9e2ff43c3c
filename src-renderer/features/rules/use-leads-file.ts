import { useCallback, useEffect, useRef, useState } from 'react'
import type { FileLook, UploadId } from '../../../src-main/contract/index.ts'
import { type Fault, faultOf } from '../../bridge/fault.ts'
import { useDeskClient } from '../../state/hooks.ts'
import { uploadFile } from '../../state/upload-file.ts'
import { simulationText } from '../../text/rule-simulation.ts'

export type LeadsFileState =
  | { kind: 'none' }
  | { kind: 'sending'; name: string }
  | { kind: 'ready'; uploadId: UploadId; look: FileLook }
  | { kind: 'failed'; fault: Fault; said: null }
  | { kind: 'failed'; fault: null; said: string }

export interface LeadsFile {
  state: LeadsFileState
  take(file: File): void
}

/** A file of leads on its way to the desk, to be tried and not taken in. */
export function useLeadsFile(): LeadsFile {
  const client = useDeskClient()
  const [state, setState] = useState<LeadsFileState>({ kind: 'none' })
  const sending = useRef<AbortController | null>(null)
  const take = useCallback(
    (file: File): void => {
      sending.current?.abort()
      if (file.size === 0) return setState({ kind: 'failed', fault: null, said: simulationText.file.empty(file.name) })
      const mine = new AbortController()
      sending.current = mine
      const { signal } = mine
      setState({ kind: 'sending', name: file.name })
      const send = async (): Promise<void> => {
        const uploadId = await uploadFile(client, file, () => undefined, signal)
        const look = await client.intake.look({ uploadId, options: {} }, { signal })
        if (!signal.aborted) setState({ kind: 'ready', uploadId, look })
      }
      send().catch((thrown: unknown) => {
        if (!signal.aborted) setState({ kind: 'failed', fault: faultOf(thrown), said: null })
      })
    },
    [client],
  )
  useEffect(
    () => () => {
      sending.current?.abort()
    },
    [],
  )
  return { state, take }
}
