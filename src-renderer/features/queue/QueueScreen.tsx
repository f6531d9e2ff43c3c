import type { ReactNode } from 'react'
import { startOfDay } from '../../lib/day.ts'
import { useNow } from '../../lib/use-now.ts'
import { useDesk } from '../../state/hooks.ts'
import { isHere } from '../../state/selectors.ts'
import type { LeadSegment } from '../../state/lead-query.ts'
import { formatMoment, formatNumber } from '../../text/formats.ts'
import { leadsText } from '../../text/leads.ts'
import { Age } from '../../ui/Age.tsx'
import { StatCard } from '../../ui/StatCard.tsx'
import { AtRisk } from './AtRisk.tsx'
import classes from './QueueScreen.module.css'

const { stats, segments: label, empty } = leadsText
const MINUTE = 60_000

export function QueueScreen({ browse }: { browse: (segments: readonly LeadSegment[]) => ReactNode }) {
  return (
    <>
      <Stats />
      {browse(useSegments())}
    </>
  )
}

function Stats() {
  const counts = useDesk((state) => state.counts)
  const reps = useDesk((state) => state.reps)
  const active = [...reps.values()].filter((rep) => rep.isActive)
  const here = active.filter(isHere).length
  const { oldestWaitingAt } = counts
  return (
    <div className={classes.frame}>
      <div className={classes.stats}>
        <StatCard label={stats.waiting} value={formatNumber(counts.waiting)} />
        <StatCard
          label={stats.oldest}
          value={oldestWaitingAt === null ? stats.none : <Age since={oldestWaitingAt} title={formatMoment(oldestWaitingAt)} />}
        />
        <AtRisk />
        <div className={classes.held}>
          <StatCard label={stats.held} value={formatNumber(counts.held)} />
        </div>
        <StatCard label={stats.receivedToday} value={formatNumber(counts.receivedToday)} />
        <StatCard label={stats.assignedToday} value={formatNumber(counts.assignedToday)} />
        <StatCard label={stats.here} value={stats.hereOf(here, active.length)} isTrouble={here === 0 && active.length > 0} />
      </div>
    </div>
  )
}

/** What waits first: it is what a manager with thirty seconds can do something about. */
function useSegments(): LeadSegment[] {
  const counts = useDesk((state) => state.counts)
  const timeZone = useDesk((state) => state.settings.timeZone)
  const since = startOfDay(useNow(MINUTE), timeZone)
  return [
    {
      id: 'waiting',
      label: label.waiting,
      count: counts.waiting,
      query: { filter: { status: ['waiting'], isHeld: false }, order: 'queue' },
      empty: empty.waiting,
    },
    {
      id: 'offered',
      label: label.offered,
      count: counts.offered,
      query: { filter: { status: ['offered'] }, order: 'queue' },
      empty: empty.offered,
    },
    {
      id: 'held',
      label: label.held,
      count: counts.held,
      query: { filter: { status: ['waiting'], isHeld: true }, order: 'queue' },
      empty: empty.held,
    },
    { id: 'open', label: label.open, count: null, query: { filter: { isOpen: true }, order: 'newest' }, empty: empty.open },
    {
      id: 'today',
      label: label.today,
      count: counts.receivedToday,
      query: { filter: {}, order: 'newest', since },
      empty: empty.today,
    },
    { id: 'everything', label: label.everything, count: null, query: { filter: {}, order: 'newest' }, empty: empty.everything },
  ]
}
