import { useMemo } from 'react'
import { useDeskShallow } from '../../state/hooks.ts'
import { repsInOrder } from '../../state/selectors.ts'
import type { Choice } from './value-choices.ts'

/** Reps by name, for a select whose values are e-mail addresses. */
export function useRepChoices(): Choice[] {
  const reps = useDeskShallow(repsInOrder)
  return useMemo(() => reps.map((rep) => ({ value: rep.email, label: rep.name })), [reps])
}

export function useRepNames(): (email: string) => string {
  const choices = useRepChoices()
  return useMemo(() => {
    const names = new Map(choices.map(({ value, label }) => [value.toLowerCase(), label]))
    return (email: string) => names.get(email.toLowerCase()) ?? email
  }, [choices])
}
