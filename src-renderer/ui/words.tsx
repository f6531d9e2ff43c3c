import { createContext, useContext } from 'react'
import type { Due, DueTone } from '../lib/due.ts'

export type Grade = 'hot' | 'warm' | 'cold'
export type Availability = 'available' | 'busy' | 'away'

/** What the parts say by themselves, in the person's language. */
export interface UiWords {
  grade: Record<Grade, string>
  noGrade: string
  availability: Record<Availability, string>
  until: (at: number) => string
  busyFor15: string
  busyFor60: string
  busyUntil: string
  awayUntil: string
  untilTime: string
  untilTomorrow: string
  set: string
  changeAvailability: (name: string, availability: Availability) => string
  age: (ms: number) => string
  clock: (at: number) => string
  loadOf: (open: number, capacity: number | null) => string
  load: (open: number, capacity: number | null) => string
  ofThemOffered: (count: number) => string
  due: (due: Due, now: number) => { tone: DueTone; said: string; short: string }
  /** The exact time, for hovering. */
  dueTitle: (due: Due) => string
  loading: string
  tryAgain: string
  close: string
  undo: string
  cancel: string
  searchReps: string
  noRepFound: string
}

const WordsContext = createContext<UiWords | null>(null)
export const WordsProvider = WordsContext.Provider

export function useUiWords(): UiWords {
  const words = useContext(WordsContext)
  if (words === null) throw new Error('No words above this part: wrap it in WordsProvider')
  return words
}
