import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { LeadFilter } from '../../../src-main/contract/index.ts'
import type { Counts } from '../../../src-main/contract/index.ts'
import { startOfDay } from '../../lib/day.ts'
import { usePlace } from '../../lib/route.ts'
import { useNow } from '../../lib/use-now.ts'
import { useDesk } from '../../state/hooks.ts'
import { isHere } from '../../state/selectors.ts'
import type { LeadSegment } from '../../state/lead-query.ts'
import { type LeadCount, useLeadCounts } from '../../state/use-lead-counts.ts'
import { formatMoment, formatNumber } from '../../text/formats.ts'
import { leadListsText } from '../../text/lead-lists.ts'
import { leadsText } from '../../text/leads.ts'
import { Age } from '../../ui/Age.tsx'
import { StatCard } from '../../ui/StatCard.tsx'
import classes from './QueueScreen.module.css'
import { WhatNext } from './WhatNext.tsx'

const { stats, segments: label, empty } = leadsText
const MINUTE = 60_000
const RISK: LeadFilter = { due: 'soon' }
const COUNTED: readonly LeadFilter[] = [RISK]

export function QueueScreen({ browse }: { browse: (segments: readonly LeadSegment[]) => ReactNode }) {
  const risk = useLeadCounts(COUNTED).get(JSON.stringify(RISK)) ?? null
  return (
    <>
      <WhatNext />
      <Stats risk={risk} />
      {browse(useSegments(risk))}
    </>
  )
}

/** `risk` is counted calmly; what is overdue is known at once. */
function Stats({ risk }: { risk: LeadCount | null }) {
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
        <AtRisk count={Math.max(risk?.count ?? 0, counts.overdue)} isMore={risk?.isMore === true} />
        <div className={classes.held}>
          <StatCard label={stats.held} value={formatNumber(counts.held)} />
        </div>
        <div className={classes.today}>
          <StatCard label={stats.receivedToday} value={formatNumber(counts.receivedToday)} />
        </div>
        <StatCard label={stats.assignedToday} value={formatNumber(counts.assignedToday)} />
        <StatCard label={stats.here} value={stats.hereOf(here, active.length)} isTrouble={here === 0 && active.length > 0} />
      </div>
    </div>
  )
}

/** How many leads run out soon or have. A click lists them. */
function AtRisk({ count, isMore }: LeadCount) {
  const { goTo } = usePlace()
  const said = leadListsText.counted(formatNumber(count), isMore)
  return (
    <UnstyledButton
      className={classes.stat}
      aria-label={leadListsText.showRisk(said)}
      title={leadListsText.riskHint}
      onClick={() => {
        goTo('queue', 'risk')
      }}
    >
      <StatCard label={leadListsText.risk} value={said} isTrouble={count > 0} />
    </UnstyledButton>
  )
}

const whole = (count: number): LeadCount => ({ count, isMore: false })

/** What waits first: it is what a manager with thirty seconds can do something about. */
function useSegments(risk: LeadCount | null): LeadSegment[] {
  const counts = useDesk((state) => state.counts)
  const timeZone = useDesk((state) => state.settings.timeZone)
  const receivedFrom = startOfDay(useNow(MINUTE), timeZone)
  return [
    {
      id: 'waiting',
      label: label.waiting,
      count: whole(counts.waiting),
      query: { filter: { status: ['waiting'], isHeld: false }, order: 'queue' },
      // On a desk without leads, what to do for some.
      empty: hasLeads(counts) ? empty.waiting : empty.everything,
    },
    {
      id: 'offered',
      label: label.offered,
      count: whole(counts.offered),
      query: { filter: { status: ['offered'] }, order: 'queue' },
      empty: empty.offered,
    },
    { id: 'risk', label: leadListsText.risk, count: risk, query: { filter: RISK, order: 'queue' }, empty: leadListsText.noRisk },
    {
      id: 'held',
      label: label.held,
      count: whole(counts.held),
      query: { filter: { status: ['waiting'], isHeld: true }, order: 'queue' },
      empty: empty.held,
    },
    {
      id: 'open',
      label: label.open,
      count: null,
      query: { filter: { status: ['assigned'], isOpen: true }, order: 'newest' },
      empty: empty.open,
    },
    {
      id: 'today',
      label: label.today,
      count: whole(counts.receivedToday),
      query: { filter: { receivedFrom }, order: 'newest' },
      empty: empty.today,
    },
    { id: 'everything', label: label.everything, count: null, query: { filter: {}, order: 'newest' }, empty: empty.everything },
  ]
}

const hasLeads = ({ waiting, held, offered, assigned, partner, nurture, duplicate, discarded }: Counts): boolean =>
  waiting + held + offered + assigned + partner + nurture + duplicate + discarded > 0
