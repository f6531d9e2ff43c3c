import { IconPinFilled } from '@tabler/icons-react'
import { useContext } from 'react'
import type { LeadCard } from '../../../src-main/contract/index.ts'
import { dueOf } from '../../lib/due.ts'
import { useDesk } from '../../state/hooks.ts'
import { boardText } from '../../text/board.ts'
import { formatMoment, formatMoney, formatNumber } from '../../text/formats.ts'
import { leadsText } from '../../text/leads.ts'
import { Age } from '../../ui/Age.tsx'
import { DueClock } from '../../ui/DueClock.tsx'
import { GradeBadge } from '../../ui/GradeBadge.tsx'
import classes from './board.module.css'
import { ColumnsByContext } from './board-choices.ts'

interface CardFaceProps {
  lead: LeadCard
  name: string
  count?: number
  isLifted?: boolean
}

/** What a card shows, in its column and while it is dragged. */
export function CardFace({ lead, name, count = 1, isLifted = false }: CardFaceProps) {
  const by = useContext(ColumnsByContext)
  // A column of a stage does not say whose its leads are.
  const rep = useDesk((state) => (by === 'rep' || lead.repId === null ? null : (state.reps.get(lead.repId)?.name ?? null)))
  const due = dueOf(lead)
  const isLate = due !== null && due.breachedAt !== null
  return (
    <span className={classes.face} data-lifted={isLifted || undefined}>
      <span className={classes.faceLine}>
        <span className={classes.cardName}>{name}</span>
        {lead.isPinned ? <IconPinFilled size={12} className={classes.dim} aria-label={leadsText.pinned} /> : null}
        {lead.grade === null ? null : <GradeBadge grade={lead.grade} isSmall />}
      </span>
      <span className={classes.faceLine}>
        <span className={classes.cardCompany}>{lead.company === name || lead.company === null ? lead.source : lead.company}</span>
        <span className={classes.dim}>
          <Age since={lead.receivedAt} title={formatMoment(lead.receivedAt)} />
        </span>
      </span>
      {due === null && lead.status !== 'offered' ? null : (
        <span className={classes.faceLine}>
          <span className={classes.cardCompany}>
            {lead.status === 'offered' ? boardText.offered(lead.offeredTo.length) : isLate ? '' : boardText.contact}
          </span>
          {due === null ? null : (
            <span className={classes.clock}>
              <DueClock due={due} isShort={!isLate} />
            </span>
          )}
        </span>
      )}
      {by === 'stage' && (rep !== null || lead.value !== null) ? (
        <span className={classes.faceLine}>
          <span className={classes.cardCompany}>{rep}</span>
          <span className={classes.dim}>{lead.value === null ? '' : formatMoney(lead.value, lead.currency)}</span>
        </span>
      ) : null}
      {count > 1 ? <span className={classes.countBadge}>{formatNumber(count)}</span> : null}
    </span>
  )
}
