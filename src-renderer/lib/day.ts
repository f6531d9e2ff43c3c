/** The midnight before `at` in an IANA zone, as epoch milliseconds. */
export function startOfDay(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: string): number => Number(parts.find((piece) => piece.type === type)?.value ?? 0)
  // On a day the clocks change this is an hour off before the change; good enough to say "today".
  return at - (at % 1_000) - ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1_000
}
