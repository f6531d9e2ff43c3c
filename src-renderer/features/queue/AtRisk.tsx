import { Popover, Text, UnstyledButton } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { LeadCard } from '../../../src-main/contract/index.ts'
import { dueOf } from '../../lib/due.ts'
import { usePlace } from '../../lib/route.ts'
import { useNow } from '../../lib/use-now.ts'
import { useDesk } from '../../state/hooks.ts'
import { useLeadList } from '../../state/use-lead-list.ts'
import { leadsText } from '../../text/leads.ts'
import { whoHas } from '../../text/reasons.ts'
import { DueClock } from '../../ui/DueClock.tsx'
import { GradeBadge } from '../../ui/GradeBadge.tsx'
import { StatCard } from '../../ui/StatCard.tsx'
import { atRiskLeads } from './at-risk.ts'
import classes from './QueueScreen.module.css'

const text = leadsText.atRisk
const LOOK_MS = 5_000
const LISTED = 12

/** How many leads run out soon or have, and which they are. */
export function AtRisk() {
  // The snapshot brings no offers: reading them puts them among the leads the page knows.
  useLeadList({ filter: { status: ['offered'] }, order: 'queue' })
  const known = useDesk((state) => state.leads)
  const reps = useDesk((state) => state.reps)
  const counts = useDesk((state) => state.counts)
  const now = useNow(LOOK_MS)
  const { leads, isAll } = useMemo(() => atRiskLeads(known, reps, counts, now), [known, reps, counts, now])
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" width={420} withinPortal trapFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.stat}
          aria-label={text.show(leads.length)}
          title={isAll ? text.hint : `${text.hint} ${text.notAllHint}`}
          onClick={() => {
            setIsOpen(!isOpen)
          }}
        >
          <StatCard label={text.title} value={text.count(leads.length, isAll)} isTrouble={leads.length > 0} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={6} aria-label={text.title}>
        <Text size="xs" c="dimmed" px={8} py={4}>
          {leads.length === 0 ? text.none : text.hint}
          {isAll ? null : ` ${text.notAllHint}`}
        </Text>
        {leads.slice(0, LISTED).map((lead) => (
          <RiskLine
            key={lead.id}
            lead={lead}
            onOpen={() => {
              setIsOpen(false)
            }}
          />
        ))}
        {leads.length > LISTED ? (
          <Text size="xs" c="dimmed" px={8} py={4}>
            {text.more(leads.length - LISTED)}
          </Text>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  )
}

function RiskLine({ lead, onOpen }: { lead: LeadCard; onOpen: () => void }) {
  const { openLead } = usePlace()
  const who = useDesk((state) => whoHas(lead, (id) => state.reps.get(id)?.name ?? null))
  const due = dueOf(lead)
  return (
    <UnstyledButton
      className={classes.risk}
      onClick={() => {
        onOpen()
        openLead(lead.id)
      }}
    >
      {lead.grade === null ? <span /> : <GradeBadge grade={lead.grade} isSmall />}
      <span className={classes.riskWho}>
        {leadsText.nameOf(lead)} <span className={classes.dim}>{who}</span>
      </span>
      {due === null ? null : <DueClock due={due} />}
    </UnstyledButton>
  )
}
