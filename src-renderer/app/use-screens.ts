import type { Role } from '../../src-main/contract/index.ts'
import { useMe } from '../state/seat.ts'
import { type Screen, screens } from './screens.tsx'

const REPS_SCREENS = screens.filter((screen) => screen.for === 'everyone')

/** The screens of whoever sits here: a rep has few, and all that leads to others is left out for them. */
export function useScreens(): readonly Screen[] {
  return useMe().isManager ? screens : REPS_SCREENS
}

/** Where one begins. */
export const homeOf = (role: Role): string => (role === 'manager' ? 'queue' : 'my-desk')
