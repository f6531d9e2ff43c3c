import { useEffect, useState } from 'react'
import type { EventType, Report, ReportName } from '../../../src-main/contract/index.ts'
import type { Fault } from '../../bridge/fault.ts'
import { boundsOfRange, comparedWith, rangeOf } from '../../lib/date-range.ts'
import { useNow } from '../../lib/use-now.ts'
import { momentIn, wallClock } from '../../lib/zone-time.ts'
import { useDesk, useDeskParts } from '../../state/hooks.ts'
import { useAsk } from '../../state/use-ask.ts'
import { keptReportsOf } from './kept-reports.ts'
import type { ReportPlace } from './report-place.ts'

/** Events that no figure counts. */
const UNCOUNTED: ReadonlySet<EventType> = new Set<EventType>([
  'lead-noted',
  'lead-pinned',
  'lead-unpinned',
  'account-changed',
  'inbox-saved',
  'inbox-removed',
  'inbox-troubled',
  'inbox-recovered',
  'form-saved',
  'form-removed',
  'template-saved',
  'template-removed',
  'import-started',
  'view-saved',
  'view-removed',
  'pin-changed',
])

export interface AskedReport {
  /** Of the report chosen: as it was last read, and while other dates are read for the first time, still of those before (`isOther`). */
  report: Report | null
  isOther: boolean
  /** What it is compared with; null without, and until it has come. */
  earlier: Report | null
  /** The period it is compared with; null without. */
  comparedWith: { from: number; to: number } | null
  askedAt: number
  isLoading: boolean
  fault: Fault | null
  /** Something happened since that these figures do not tell. */
  hasNews: boolean
  again: () => void
}

/**
 * Reads the report of a place, and then the one it is compared with; until they have come, both stand as they were last read. They stay as they
 * are until a person asks for newer figures; what is on its way is called off when another is chosen or the screen is left.
 */
export function useReport({ name, range, comparison }: ReportPlace): AskedReport {
  const { store } = useDeskParts()
  const timeZone = useDesk((state) => state.settings.timeZone)
  const [lastAskedAt, setAskedAt] = useState(() => Date.now())
  // A screen that is left open over midnight goes on with the new day.
  const { date: today } = wallClock(useNow(60_000), timeZone)
  const askedAt = Math.max(lastAskedAt, momentIn(today, '00:00', timeZone))
  const bounds = boundsOfRange(rangeOf(range, today), timeZone)
  const against = comparedWith(range, comparison, askedAt, timeZone)
  const key = keyOf(name, bounds, askedAt)
  const [newsOf, setNewsOf] = useState('')
  const kept = keptReportsOf(store)
  const question = `${name} ${bounds.from} ${bounds.to}`
  const now = useAsk(key, async (client, signal) =>
    kept.renew(question, await client.report.read({ name, ...bounds }, { signal })),
  )
  const report = kept.get(question) ?? (now.value?.name === name ? now.value : null)
  const isRead = report !== null && !now.isLoading && now.fault === null
  const before = useAsk(against === null || !isRead ? null : keyOf(name, against, askedAt), async (client, signal) =>
    kept.renew(`${question} ${comparison}`, await client.report.read({ name, ...(against ?? bounds) }, { signal })),
  )
  useEffect(
    () =>
      store.onEvents((events) => {
        if (events.some(({ type }) => !UNCOUNTED.has(type))) setNewsOf(key)
      }),
    [store, key],
  )
  const ofEarlier = (one: Report | null): boolean => one?.name === name && one.from === against?.from
  return {
    report,
    isOther: report !== null && (report.from !== bounds.from || report.to !== bounds.to),
    earlier: [before.value, kept.get(`${question} ${comparison}`)].find(ofEarlier) ?? null,
    comparedWith: against,
    askedAt,
    isLoading: now.isLoading,
    fault: now.fault,
    hasNews: newsOf === key,
    again: () => {
      setNewsOf('')
      setAskedAt(Date.now())
      now.again()
    },
  }
}

function keyOf(name: ReportName, { from, to }: { from: number; to: number }, askedAt: number): string {
  return `${name} ${from} ${to} ${askedAt}`
}
