import { useCallback, useEffect, useRef, useState } from 'react'
import type { UploadId } from '../../../src-main/contract/index.ts'
import type { DeskClient } from '../../bridge/create-desk-client.ts'
import { faultOf, isAbort } from '../../bridge/fault.ts'
import { useDeskClient } from '../../state/hooks.ts'
import { uploadFile } from '../../state/upload-file.ts'
import { say } from '../../text/say.ts'

export type BackupContents = Awaited<ReturnType<DeskClient['desk']['checkBackup']>>

export type RestoreState =
  | { step: 'idle'; trouble: string | null }
  | { step: 'sending'; sent: number; bytes: number }
  | { step: 'checking' }
  | { step: 'asking' | 'restoring'; uploadId: UploadId; contents: BackupContents; file: string }
  | { step: 'done'; kept: string; isRestarting: boolean }

export interface Restoring {
  state: RestoreState
  take: (file: File) => Promise<void>
  restore: () => Promise<void>
  /** Back to the beginning, whatever is under way. */
  leave: () => void
  refuse: (trouble: string) => void
}

/** A backup on its way: sent, looked into, and put in place when the person has seen what it holds. */
export function useRestore(): Restoring {
  const client = useDeskClient()
  const [state, setState] = useState<RestoreState>({ step: 'idle', trouble: null })
  const running = useRef<AbortController | null>(null)
  const sent = useRef<UploadId | null>(null)
  /** It may be large, and the desk would keep it until it is closed. */
  const drop = useCallback(
    (uploadId: UploadId): void => {
      // It goes with the desk at the latest.
      client.intake.dropUpload({ uploadId }).catch(() => undefined)
    },
    [client],
  )
  const stop = useCallback((): void => {
    running.current?.abort()
    if (sent.current !== null) drop(sent.current)
    sent.current = null
  }, [drop])
  useEffect(() => stop, [stop])

  const attempt = async (work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const mine = new AbortController()
    running.current = mine
    try {
      await work(mine.signal)
    } catch (thrown) {
      if (!mine.signal.aborted && !isAbort(thrown)) setState({ step: 'idle', trouble: say(faultOf(thrown)) })
    }
  }
  return {
    state,
    take: (file) => {
      stop()
      return attempt(async (signal) => {
        setState({ step: 'sending', sent: 0, bytes: file.size })
        const told = (bytes: number, uploadId: UploadId): void => {
          if (signal.aborted) return drop(uploadId)
          sent.current = uploadId
          setState({ step: 'sending', sent: bytes, bytes: file.size })
        }
        const uploadId = await uploadFile(client, file, told, signal)
        setState({ step: 'checking' })
        const contents = await client.desk.checkBackup({ uploadId }, { signal })
        if (!signal.aborted) setState({ step: 'asking', uploadId, contents, file: file.name })
      })
    },
    restore: () =>
      attempt(async () => {
        if (state.step !== 'asking') return
        setState({ ...state, step: 'restoring' })
        // The desk's own from now on.
        sent.current = null
        const answer = await client.desk.restore({ uploadId: state.uploadId })
        setState({ step: 'done', ...answer })
      }),
    leave: () => {
      stop()
      setState({ step: 'idle', trouble: null })
    },
    refuse: (trouble) => setState({ step: 'idle', trouble }),
  }
}
