const format = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** "2026-11-21" is "21 Nov"; what is no day stands as written. */
export function dayLabel(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? day : format.format(at)
}
