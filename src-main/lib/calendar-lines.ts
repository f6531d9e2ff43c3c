/** One property of a component, unfolded: `DTSTART;TZID=Europe/Berlin:20261121T090000`. */
export interface CalendarProperty {
  /** Upper case. */
  name: string
  /** Upper-case names; quotes taken off the values. */
  params: ReadonlyMap<string, string>
  value: string
  /** Of the file, from 1. */
  line: number
}

export interface CalendarComponent {
  kind: string
  line: number
  properties: CalendarProperty[]
  /** Only of a VTIMEZONE: its STANDARD and DAYLIGHT. */
  parts: CalendarComponent[]
}

/** What one VCALENDAR of a file holds, as far as it says who is busy when. */
export interface CalendarBody {
  name: string | null
  zones: CalendarComponent[]
  events: CalendarComponent[]
  freeBusy: CalendarComponent[]
}

export type Complain = (line: number | null, message: string) => void

const KEPT = new Set(
  (
    'NAME X-WR-CALNAME UID SUMMARY DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID SEQUENCE STATUS TRANSP ' +
    'X-MICROSOFT-CDO-BUSYSTATUS X-MICROSOFT-CDO-ALLDAYEVENT FREEBUSY TZID X-LIC-LOCATION TZOFFSETFROM TZOFFSETTO'
  ).split(' '),
)
const IN_CALENDAR = new Set(['VEVENT', 'VFREEBUSY', 'VTIMEZONE'])
const IN_ZONE = new Set(['STANDARD', 'DAYLIGHT'])
const MAX_PARAM_CHARS = 2_000
const MAX_CALENDARS = 1_000
/** Of one component, and of a whole file: each is kept until all is read. */
const MAX_PROPERTIES = 20_000
const MAX_ALL_PROPERTIES = 1_000_000
const LOOKS_LIKE_TIME = /^\d{8}(?:T\d{4,6}Z?)?(?:$|[,/])/i

/**
 * The calendars of an iCalendar text, line by line and in one pass: what is not needed is passed over unread, a line that can't
 * be read costs itself alone, and depth costs nothing. `isCut` when the text ends inside a component or has more than `maxEvents`.
 */
export function readComponents(
  text: string,
  maxEvents: number,
  complain: Complain,
): { calendars: CalendarBody[]; isCut: boolean } {
  const calendars: CalendarBody[] = []
  const open: CalendarComponent[] = []
  let [events, properties, isCut] = [0, 0, false]
  const close = (kind: string, line: number): void => {
    // A component that ends the wrong way round ends what was opened inside it; an end of nothing is passed over.
    const at = open.findLastIndex((component) => component.kind === kind)
    if (at < 0) return
    if (at < open.length - 1) complain(line, `${open.at(-1)?.kind ?? ''} is not closed before END:${kind}.`)
    const closed = open[at] as CalendarComponent
    const parent = open[at - 1]
    open.length = at
    const calendar = calendars.at(-1)
    if (calendar === undefined || parent === undefined) return
    if (IN_ZONE.has(kind) && parent.kind === 'VTIMEZONE') parent.parts.push(closed)
    else if (parent.kind !== 'VCALENDAR') return
    else if (events++ >= maxEvents) isCut = true
    else if (kind === 'VTIMEZONE') calendar.zones.push(closed)
    else if (kind === 'VEVENT') calendar.events.push(closed)
    else calendar.freeBusy.push(closed)
  }
  /** Components that are passed over, with all inside them; only their number is kept, so that depth costs nothing. */
  let skipped = 0
  for (const { content, line } of contentLines(text, () => skipped > 0)) {
    const [, which, kind = ''] =
      /^(BEGIN|END):\s*([A-Z0-9-]{1,40})\s*$/i.exec(content.slice(0, 60))?.map((part) => part.toUpperCase()) ?? []
    if (which === 'BEGIN') {
      const opened = open.at(-1)
      // What begins inside another event or calendar means that the one before was never ended.
      if (open[1] && IN_CALENDAR.has(kind)) {
        complain(line, `${open[1].kind} of line ${String(open[1].line)} is not closed before BEGIN:${kind}.`)
        close(open[1].kind, line)
        skipped = 0
      } else if (opened && kind === 'VCALENDAR') {
        complain(line, 'A VCALENDAR is not closed before the next begins.')
        close('VCALENDAR', line)
        skipped = 0
      }
      const inside = open.at(-1)?.kind
      const isWanted =
        skipped === 0 &&
        ((kind === 'VCALENDAR' && calendars.length < MAX_CALENDARS) ||
          (IN_CALENDAR.has(kind) && inside === 'VCALENDAR') ||
          (IN_ZONE.has(kind) && inside === 'VTIMEZONE'))
      if (kind === 'VAVAILABILITY' && skipped === 0)
        complain(line, 'Availability (VAVAILABILITY) is not read, only events and busy times.')
      if (!isWanted) skipped++
      else {
        open.push({ kind, line, properties: [], parts: [] })
        if (kind === 'VCALENDAR') calendars.push({ name: null, zones: [], events: [], freeBusy: [] })
      }
    } else if (which === 'END') {
      if (skipped > 0 && !(kind === 'VEVENT' || kind === 'VCALENDAR')) skipped--
      else if (skipped > 0 && open.at(-1)?.kind !== kind) skipped--
      else {
        // A VALARM that is never closed must not swallow the rest of the file.
        skipped = 0
        close(kind, line)
      }
    } else if (skipped === 0) {
      const component = open.at(-1)
      const property = component && readProperty(content, line, complain)
      if (!property) continue
      const calendar = calendars.at(-1)
      if (component.kind !== 'VCALENDAR') {
        if (component.properties.length < MAX_PROPERTIES && properties++ < MAX_ALL_PROPERTIES) component.properties.push(property)
        else if (!isCut) {
          isCut = true
          complain(line, `${component.kind} has too much in it; the rest was not read.`)
        }
      } else if (calendar && property.name.endsWith('NAME')) calendar.name ??= plainText(property.value)
    }
  }
  const left = open.at(-1)
  if (left !== undefined) {
    isCut = true
    complain(left.line, `The file ends inside a ${left.kind}; what is missing was not read.`)
  } else if (events > maxEvents) complain(null, `Only the first ${String(maxEvents)} events were read.`)
  return { calendars, isCut }
}

/** Unfolded lines. Of long texts such as descriptions only the begin is put together: nothing past it is asked for. */
function* contentLines(text: string, isSkipping: () => boolean): Generator<{ content: string; line: number }> {
  const source = text.includes('\n') ? text : text.replaceAll('\r', '\n')
  let position = source.charCodeAt(0) === 0xfeff ? 1 : 0
  let number = 0
  let parts: string[] = []
  let first = 0
  let isKept = false
  while (position <= source.length) {
    let end = source.indexOf('\n', position)
    if (end < 0) end = source.length
    const line = source.slice(position, source[end - 1] === '\r' && end > position ? end - 1 : end)
    position = end + 1
    number++
    if (line.startsWith(' ') || line.startsWith('\t')) {
      if (isKept) parts.push(line.slice(1))
      continue
    }
    if (parts.length > 0) yield { content: parts.join(''), line: first }
    parts = []
    isKept = false
    // A blank line in the middle is nobody's business.
    if (line === '') continue
    const name = nameOf(line)
    isKept = name === 'BEGIN' || name === 'END' || (!isSkipping() && KEPT.has(name))
    if (!isKept) continue
    parts.push(line)
    first = number
  }
  if (parts.length > 0) yield { content: parts.join(''), line: first }
}

function nameOf(line: string): string {
  return (/^[A-Z0-9-]{1,40}(?=[:;]|$)/i.exec(line)?.[0] ?? '').toUpperCase()
}

function readProperty(content: string, line: number, complain: Complain): CalendarProperty | null {
  const name = nameOf(content)
  const [params, value] = splitAtColon(content) ?? []
  if (params === undefined || value === undefined) {
    complain(line, `${name} has no value.`)
    return null
  }
  return { name, params: readParams(params), value, line }
}

/** The name with its parameters, and the value. */
function splitAtColon(content: string): [string, string] | null {
  let isQuoted = false
  let colon = -1
  for (let index = 0; index < content.length && colon < 0; index++) {
    if (content[index] === '"') isQuoted = !isQuoted
    else if (content[index] === ':' && !isQuoted) colon = index
  }
  const last = content.lastIndexOf(':')
  // Zones such as (UTC+01:00) without quotes, and quotes that swallow the value: the time is after the last colon.
  if (last > colon) {
    const tail = content.slice(last + 1).replaceAll('"', '')
    const isTimeLost = colon < 0 || !LOOKS_LIKE_TIME.test(content.slice(colon + 1))
    if (/;TZID=/i.test(content.slice(0, 200)) && isTimeLost && LOOKS_LIKE_TIME.test(tail)) return [content.slice(0, last), tail]
  }
  return colon < 0 ? null : [content.slice(0, colon), content.slice(colon + 1)]
}

const NO_PARAMS: ReadonlyMap<string, string> = new Map()

function readParams(text: string): ReadonlyMap<string, string> {
  if (!text.includes(';')) return NO_PARAMS
  const params = new Map<string, string>()
  let [start, isQuoted] = [0, false]
  const length = Math.min(text.length, MAX_PARAM_CHARS)
  for (let index = 0; index <= length; index++) {
    if (text[index] === '"') isQuoted = !isQuoted
    // Semicolons inside quotes belong to the value.
    if (index < length && (text[index] !== ';' || isQuoted)) continue
    const part = text.slice(start, index)
    const cut = part.indexOf('=')
    if (cut > 0)
      params.set(
        part.slice(0, cut).toUpperCase(),
        part
          .slice(cut + 1)
          .replaceAll('"', '')
          .trim(),
      )
    start = index + 1
  }
  return params
}

/** A text value without its escapes, at most 200 characters of it; null when nothing is left. */
export function plainText(value: string): string | null {
  const text = value
    .slice(0, 400)
    .replace(/\\([\\;,nN])/g, (_, char: string) => (char === 'n' || char === 'N' ? ' ' : char))
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? null : text.slice(0, 200)
}
