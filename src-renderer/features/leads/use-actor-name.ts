import { useCallback, useMemo } from 'react'
import { useDesk } from '../../state/hooks.ts'
import { actorName } from './timeline.ts'

/** Tells who did something, by name. */
export function useActorName(): (actor: string) => string {
  const reps = useDesk((state) => state.reps)
  const names = useMemo(() => new Map([...reps.values()].map(({ email, name }) => [email.toLowerCase(), name])), [reps])
  return useCallback((actor: string) => actorName(actor, names), [names])
}
