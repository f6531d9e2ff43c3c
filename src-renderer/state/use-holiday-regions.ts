import { useAsk } from './use-ask.ts'

const NONE: { value: string; label: string }[] = []

/** The regions whose public holidays the desk knows, for a picker; empty until they have come. */
export function useHolidayRegions(): { value: string; label: string }[] {
  const { value } = useAsk('regions', (client, signal) => client.rep.holidayRegions(undefined, { signal }))
  return value?.map(({ code, name }) => ({ value: code, label: name })) ?? NONE
}
