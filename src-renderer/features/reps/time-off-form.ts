import { dayAfter, momentIn, wallClock } from '../../lib/zone-time.ts'
import { repsText } from '../../text/reps.ts'

/** Dates as `2026-12-01`, times as `09:30`, in the rep's zone. */
export interface TimeOffForm {
  first: string
  last: string
  allDay: boolean
  from: string
  to: string
  reason: string
}

export function blankTimeOff(now: number, timeZone: string): TimeOffForm {
  const { date } = wallClock(now, timeZone)
  return { first: date, last: date, allDay: true, from: '09:00', to: '17:00', reason: '' }
}

/** The stretch to save, half-open in epoch ms, or what is wrong with it. All day is from midnight to midnight where the rep is. */
export function timeOffOf(
  form: TimeOffForm,
  timeZone: string,
  now: number,
): { from: number; to: number; reason?: string } | { error: string } {
  const text = repsText.off
  const from = momentIn(form.first, form.allDay ? '00:00' : form.from, timeZone)
  const to = form.allDay ? momentIn(dayAfter(form.last), '00:00', timeZone) : momentIn(form.last, form.to, timeZone)
  if (Number.isNaN(from) || Number.isNaN(to)) return { error: text.unreadable }
  if (to <= from) return { error: text.backwards }
  if (to <= now) return { error: text.over }
  const reason = form.reason.trim()
  return { from, to, ...(reason === '' ? {} : { reason }) }
}
