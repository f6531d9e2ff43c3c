import { fold } from './fold.ts'

/** English first: where two tongues use one short form, the first decides. */
const TONGUES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl']
/** A Monday; the days after it follow. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

let byName: Map<string, number> | undefined

function load(): Map<string, number> {
  const names = new Map<string, number>()
  const add = (name: string, weekday: number): void => {
    const key = fold(name).replaceAll('.', '')
    if (!names.has(key)) names.set(key, weekday)
  }
  for (const tongue of TONGUES) {
    for (let weekday = 1; weekday <= 7; weekday++) {
      const day = new Date(MONDAY + (weekday - 1) * DAY_MS)
      const long = new Intl.DateTimeFormat(tongue, { weekday: 'long', timeZone: 'UTC' }).format(day)
      const short = new Intl.DateTimeFormat(tongue, { weekday: 'short', timeZone: 'UTC' }).format(day)
      for (const name of [long, `${long}s`, short]) add(name, weekday)
      // "Tues", "Thurs", "Mittw": any beginning of three letters or more that is nobody else's.
      if (tongue === 'en' || tongue === 'de') for (let end = 3; end < long.length; end++) add(long.slice(0, end), weekday)
    }
  }
  for (let weekday = 1; weekday <= 7; weekday++) add(String(weekday), weekday)
  // "Sonnabend" is Saturday in the north of Germany.
  add('Sonnabend', 6)
  return names
}

/** Monday is 1, Sunday 7, by a name or a short form in eight tongues, or by the number; null when it is none. */
export function weekdayOf(text: string): number | null {
  byName ??= load()
  return byName.get(fold(text).replaceAll('.', '')) ?? null
}
