import { useState } from 'react'
import type { ErrorData } from '../../src-main/contract/index.ts'
import { useCommand, useDeskParts } from './hooks.ts'

export type TeamFileFault = ErrorData<'team-file-bad'>
export type TeamFileOutcome = { added: number; updated: number } | 'unreadable' | 'refused'

export interface TeamFile {
  isReading: boolean
  /** What was wrong with the last file, line by line. */
  refused: TeamFileFault | null
  take(file: File): Promise<TeamFileOutcome>
  forget(): void
}

/** Brings in a reps.csv. All or nothing: the problems of a bad one are kept to be shown by line. */
export function useTeamFile(): TeamFile {
  const run = useCommand()
  const { tell } = useDeskParts()
  const [isReading, setIsReading] = useState(false)
  const [refused, setRefused] = useState<TeamFileFault | null>(null)
  const take = async (file: File): Promise<TeamFileOutcome> => {
    setIsReading(true)
    setRefused(null)
    try {
      const text = await file.text().catch(() => null)
      if (text === null) return 'unreadable'
      const answer = await run((client) => client.rep.import({ file: file.name, text }), { isQuiet: true })
      if (answer.ok) return answer.value
      if (answer.fault.code === 'team-file-bad') setRefused(answer.fault.data)
      else tell(answer.fault)
      return 'refused'
    } finally {
      setIsReading(false)
    }
  }
  return {
    isReading,
    refused,
    take,
    forget: () => {
      setRefused(null)
    },
  }
}
