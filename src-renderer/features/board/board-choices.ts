import { useLocalStorage, useSessionStorage } from '@mantine/hooks'
import { createContext } from 'react'
import { type BoardFilters, NO_FILTERS } from './board-filters.ts'

export type ColumnsBy = 'rep' | 'stage'
export const ColumnsByContext = createContext<ColumnsBy>('rep')

/** Whether columns are reps or stages. Kept on this machine: a wall shows one thing. */
export function useColumnsBy(): [ColumnsBy, (by: ColumnsBy) => void] {
  const [by, setBy] = useLocalStorage<ColumnsBy>({
    key: 'lead-desk.board-by',
    defaultValue: 'rep',
    getInitialValueInEffect: false,
  })
  return [by === 'stage' ? 'stage' : 'rep', setBy]
}

/** The teams that are folded to a strip, by name; '' for reps without one. Kept on this machine. */
export function useFoldedTeams(): { folded: ReadonlySet<string>; toggle: (team: string) => void } {
  const [folded, setFolded] = useLocalStorage<string[]>({
    key: 'lead-desk.board-folded',
    defaultValue: [],
    getInitialValueInEffect: false,
  })
  const names = new Set(Array.isArray(folded) ? folded : [])
  return {
    folded: names,
    toggle: (team) => {
      if (!names.delete(team)) names.add(team)
      setFolded([...names])
    },
  }
}

/** Remembered for as long as the window is open. */
export function useBoardFilters(): [BoardFilters, (filters: BoardFilters) => void] {
  const [filters, setFilters] = useSessionStorage<BoardFilters>({
    key: 'board-filters',
    defaultValue: NO_FILTERS,
    getInitialValueInEffect: false,
  })
  return [{ ...NO_FILTERS, ...filters }, setFilters]
}
