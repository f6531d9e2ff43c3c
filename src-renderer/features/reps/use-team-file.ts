import { useState } from 'react'
import type { ErrorData } from '../../../src-main/contract/index.ts'
import { useCommand, useDeskParts } from '../../state/hooks.ts'
import { repsText } from '../../text/reps.ts'
import type { DropRefusal } from '../../ui/FileDrop.tsx'
import { showNotice, showTrouble } from '../../ui/undo-notice.tsx'

export type TeamFileFault = ErrorData<'team-file-bad'>

export interface TeamFile {
  isReading: boolean
  /** What was wrong with the last file, line by line. */
  refused: TeamFileFault | null
  take(file: File): Promise<boolean>
  refuse(why: DropRefusal): void
  forget(): void
}

/** Brings in a reps.csv. All or nothing: the problems of a bad one are kept to be shown by line. */
export function useTeamFile(): TeamFile {
  const run = useCommand()
  const { tell } = useDeskParts()
  const [isReading, setIsReading] = useState(false)
  const [refused, setRefused] = useState<TeamFileFault | null>(null)
  return {
    isReading,
    refused,
    take: async (file) => {
      setIsReading(true)
      setRefused(null)
      const text = await file.text().catch(() => null)
      if (text === null) {
        setIsReading(false)
        showTrouble(repsText.unreadable(file.name))
        return false
      }
      const answer = await run((client) => client.rep.import({ file: file.name, text }), { isQuiet: true })
      setIsReading(false)
      if (answer.ok) {
        showNotice(repsText.imported(answer.value.added, answer.value.updated))
        return true
      }
      if (answer.fault.code === 'team-file-bad') setRefused(answer.fault.data)
      else tell(answer.fault)
      return false
    },
    refuse: (why) => {
      showTrouble(repsText.refused[why])
    },
    forget: () => {
      setRefused(null)
    },
  }
}
