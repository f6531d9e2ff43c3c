import type { HoursSpan, RepCard } from '../../src-main/contract/index.ts'
import type { WeekWords } from '../lib/week-hours.ts'
import { dayAfter, wallClock } from '../lib/zone-time.ts'
import { formatDate, formatDay, formatList, formatNumber, formatTime, formatWeekday, formatWhen, plural } from './formats.ts'
import { inLanguage } from './language.ts'

export const dayName = (weekday: number): string => formatWeekday(weekday, 'long')
export const dayShort = (weekday: HoursSpan['weekday']): string => formatWeekday(weekday, 'short')

const untilSaid = (until: number | null, now: number): string => (until === null ? '' : ` until ${formatWhen(until, now)}`)

export const repsText = inLanguage('repsText', {
  title: 'Reps',
  add: 'Add a rep',
  importCsv: 'Import reps.csv',
  dropHint: 'Drop a reps.csv to bring in the team',
  unreadable: (file: string): string => `${file} could not be read. Was it moved, or is it open elsewhere?`,
  refused: {
    directory: 'That is a folder. Drag in one file from it.',
    many: 'One file at a time, please.',
    nothing: 'There was no file in that.',
  },
  search: 'Find a rep',
  noneFound: (text: string): string => `Nobody here matches “${text}”.`,
  clearSearch: 'Clear the search',
  count: (all: number, here: number): string => `${plural(all, 'person', 'people')}, ${formatNumber(here)} available`,
  columns: {
    name: 'Name',
    status: 'Status now',
    hours: 'Hours today',
    load: 'Open leads',
    today: 'Given today',
    weight: 'Weight',
    skills: 'Skills',
    languages: 'Languages',
    territories: 'Territories',
  },
  empty: {
    title: 'Nobody works here yet',
    body: 'Add the people who take leads, or bring them all in one file.',
  },
  alwaysOn: 'always',
  offToday: 'off today',
  notInRotation: 'not in rotation',
  /** "50 % of 2 until 1 Dec". */
  ramp: (percent: number, weight: number, until: number | null): string =>
    `${formatNumber(percent)} % of ${formatNumber(weight)}${until === null ? '' : ` until ${formatDay(until)}`}`,
  resume: 'Resume',
  resumeLabel: (name: string): string => `Resume ${name}`,
  resumed: (name: string): string => `${name} gets leads again.`,
  edit: (name: string): string => `Edit ${name}`,
  drawer: { add: 'Add a rep', edit: 'Edit a rep' },
  save: 'Save',
  cancel: 'Cancel',
  saved: (name: string): string => `${name} is saved.`,
  added: (name: string): string => `${name} joined the desk.`,
  tabs: { profile: 'Profile', off: 'Time off' },
  sections: { who: 'Who', does: 'What they take', much: 'How much', when: 'When', part: 'Taking part' },
  fields: {
    name: 'Name',
    email: 'E-mail',
    role: 'Role',
    roleRep: 'Rep',
    roleManager: 'Manager',
    team: 'Team',
    skills: 'Skills',
    skillsHint: 'Press Enter after each, for example: enterprise',
    languages: 'Languages',
    languagesHint: 'Codes or names, for example: de',
    products: 'Products',
    tier: 'Tier',
    territories: 'Territories',
    territoriesHint: 'Names from the rules, or places such as Germany',
    weight: 'Weight',
    weightHint: 'Someone with 2 gets twice as many turns as someone with 1. With 0 they are not in rotation.',
    capacity: 'Open leads at most',
    dailyCap: 'A day at most',
    hourlyCap: 'An hour at most',
    noLimit: 'No limit',
    rampHint: 'For who is new, or back after long: a share of the weight to begin with.',
    rampPercent: 'Share of the weight',
    rampNone: 'All of it',
    rampUntil: 'Full weight from',
    rampOpen: 'When you say so',
    holidays: 'Public holidays',
    holidaysHint: 'They are off on these days.',
    holidaysDesk: (name: string | null): string => (name === null ? 'As the desk (none)' : `As the desk (${name})`),
    holidaysNone: 'None',
    noRegion: 'No region of that name',
    timeZone: 'Time zone',
    deskZone: (zone: string): string => `The desk's (${zone})`,
    alwaysOn: 'Always on',
    alwaysOnHint: 'Gets leads at any hour while available',
  },
  hours: {
    legend: 'Working hours',
    from: (weekday: number): string => `${dayName(weekday)} from`,
    to: (weekday: number): string => `${dayName(weekday)} until`,
    add: (weekday: number): string => `Add hours on ${dayName(weekday)}`,
    remove: (weekday: number): string => `Remove these hours on ${dayName(weekday)}`,
    off: 'off',
    copyMenu: (weekday: number): string => `Copy ${dayName(weekday)} to…`,
    copyWeek: 'Monday to Friday',
    copyAll: 'Every day',
    daysTo: (first: string, last: string): string => `${first} to ${last}`,
    /** Beside hours that go on over midnight. */
    over: (weekday: number): string => `until ${dayName((weekday % 7) + 1)}`,
  },
  status: {
    inactive: 'Inactive',
    draining: 'Leaving, gets no new leads',
    paused: (reason: string | null): string => (reason === null ? 'Paused' : `Paused: ${reason}`),
    timeOff: (until: number | null, now: number): string => `Time off${untilSaid(until, now)}`,
    holiday: (name: string, until: number | null, now: number): string => `${name}${untilSaid(until, now)}`,
    offShift: (until: number | null, now: number): string => `Off shift${untilSaid(until, now)}`,
  },
  handOver: {
    title: 'To hand over',
    /** "3 untouched and 5 touched leads are with Mia." */
    said: (name: string, untouched: number, touched: number): string => {
      const parts = [
        ...(untouched === 0 ? [] : [`${formatNumber(untouched)} untouched`]),
        ...(touched === 0 ? [] : [`${formatNumber(touched)} touched`]),
      ]
      return `${parts.join(' and ')} ${untouched + touched === 1 ? 'lead is' : 'leads are'} with ${name}, who is not here.`
    },
    hint: 'Rules with a release time take untouched ones back by themselves. Touched ones stay until you hand them over.',
    show: 'Show them in the queue',
  },
  off: {
    title: 'Time off',
    none: 'No time off ahead.',
    add: 'Add time off',
    first: 'First day',
    last: 'Last day',
    allDay: 'All day',
    from: 'From',
    to: 'Until',
    reason: 'Reason',
    reasonHint: 'Holiday, training…',
    save: 'Add',
    zone: (zone: string): string => `Times in ${zone}`,
    backwards: 'The end is before the beginning.',
    unreadable: 'Fill in both times.',
    over: 'This is over already.',
    now: 'now',
    remove: (said: string): string => `Remove time off ${said}`,
    added: (name: string): string => `Time off of ${name} is noted.`,
    removed: 'Time off removed.',
  },
  calendars: {
    title: 'Calendars',
    hint: 'What is busy in a calendar (.ics) counts as time off. A file is read once, an address every hour while the desk is open.',
    none: 'No calendar yet.',
    drop: 'Drop an .ics file to take in their calendar',
    choose: 'Choose an .ics file',
    address: 'Or its address',
    addressHint: 'https://…/calendar.ics',
    add: 'Add',
    onlyHttps: 'An address beginning with https:// is needed.',
    busy: (count: number): string => plural(count, 'busy spell', 'busy spells'),
    file: 'file',
    read: 'read',
    ago: 'ago',
    remove: (name: string): string => `Remove calendar ${name}`,
    removed: (name: string): string => `Calendar ${name} removed.`,
    removeFile: (name: string): string => `Remove ${name}? Its file is needed to bring it back.`,
    doRemove: 'Remove',
    added: (name: string, busy: number): string => `${name}: ${plural(busy, 'busy spell', 'busy spells')}.`,
    problems: (count: number): string => `${plural(count, 'entry', 'entries')} could not be read:`,
    refused: {
      directory: 'That is a folder. Drag in one .ics file from it.',
      many: 'One calendar at a time, please.',
      nothing: 'There was no file in that.',
    },
  },
  upcoming: {
    title: 'Coming up',
    none: 'No holidays or busy spells ahead.',
    holiday: 'Holiday',
    calendar: 'Calendar',
    more: (count: number): string => `${formatNumber(count)} more`,
  },
  part: {
    active: { label: 'Active', hint: 'Gets leads by the rules, while available and inside their hours.' },
    paused: { label: 'Paused', hint: 'Gets no new leads until you switch this back. Keeps the ones they have.' },
    draining: { label: 'Leaving', hint: 'Works off the leads they have, gets no new ones.' },
    inactive: { label: 'Inactive', hint: 'No longer works here. Untouched leads follow their rule, touched ones wait for you.' },
  },
  errors: {
    name: 'A rep needs a name.',
    email: 'This is not an e-mail address.',
    weight: 'A number from 0 to 1000.',
    limit: 'A whole number, or empty for no limit.',
    ramp: 'A number from 0 to 100, or empty for all of it.',
    week: (weekday: number, reason: 'unreadable' | 'backwards' | 'overlap'): string =>
      ({
        unreadable: `${dayName(weekday)}: fill in both times.`,
        backwards: `${dayName(weekday)}: the end is the beginning.`,
        overlap: `${dayName(weekday)}: two spans overlap.`,
      })[reason],
  },
  imported: (added: number, updated: number): string => `${formatNumber(added)} added, ${formatNumber(updated)} updated.`,
  importing: 'Reading the file…',
  importBad: {
    title: (file: string): string => `${file} was not taken in`,
    body: 'Nothing was changed. Mend these lines and import the file again.',
    line: 'Line',
    field: 'Column',
    reason: 'What is wrong',
    whole: 'whole line',
    close: 'Close',
  },
})

/** How `hoursSaid` tells a week. */
export const weekWords: WeekWords = {
  day: (weekday) => formatWeekday(weekday, 'short'),
  to: repsText.hours.daysTo,
  and: formatList,
  time: formatTime,
}

/** What keeps a rep from getting leads beside the switch they set themselves (R11); null when nothing does. */
export function heldBack(rep: RepCard, now: number): { kind: 'out' | 'paused' | 'off'; said: string } | null {
  const { status } = repsText
  if (!rep.isActive) return { kind: 'out', said: status.inactive }
  if (rep.isDraining) return { kind: 'out', said: status.draining }
  if (rep.isPaused) return { kind: 'paused', said: status.paused(rep.pauseReason) }
  if (rep.isOnTimeOff) return { kind: 'off', said: status.timeOff(rep.hoursChangeAt, now) }
  return rep.isInHours ? null : { kind: 'off', said: status.offShift(rep.hoursChangeAt, now) }
}

/** "3 Aug 2026", "3 Aug – 14 Aug 2026", "3 Aug 2026, 09:00 – 12:00": a stretch as a person notes it, in a zone. */
export function spellSaid(from: number, to: number, timeZone: string): string {
  const [begin, end] = [wallClock(from, timeZone), wallClock(to, timeZone)]
  const isWhole = begin.time === '00:00' && end.time === '00:00'
  const lastDate = isWhole ? dayAfter(end.date, -1) : end.date
  const [first, last] = [dateSaid(begin.date), dateSaid(lastDate)]
  if (isWhole) return first === last ? first : `${first} – ${last}`
  const [since, until] = [formatTime(begin.time), formatTime(end.time)]
  return first === last ? `${first}, ${since} – ${until}` : `${first}, ${since} – ${last}, ${until}`
}

/** "3 Aug 2026" for `2026-08-03`. The noon of here stands for it, whatever zone the date is of. */
export const dateSaid = (date: string): string => formatDate(Date.parse(`${date}T12:00:00`))
