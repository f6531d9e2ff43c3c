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
import { type ColumnsBy, ColumnsByContext } from './board-choices.ts'

interface CardFaceProps {
  lead: LeadCard
  name: string
  count?: number
  isLifted?: boolean
}

/** How many lines a card has. */
export function linesOf(lead: LeadCard, by: ColumnsBy): number {
  return 2 + (hasClockLine(lead) ? 1 : 0) + (hasStageLine(lead, by) ? 1 : 0)
}

const hasClockLine = (lead: LeadCard): boolean => lead.status === 'offered' || dueOf(lead) !== null
/** A column of a stage does not say whose its leads are. */
const hasStageLine = (lead: LeadCard, by: ColumnsBy): boolean => by === 'stage' && (lead.repId !== null || lead.value !== null)

/** What a card shows, in its column and while it is dragged. */
export function CardFace({ lead, name, count = 1, isLifted = false }: CardFaceProps) {
  const by = useContext(ColumnsByContext)
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
      {!hasClockLine(lead) ? null : (
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
      {hasStageLine(lead, by) ? <StageLine lead={lead} /> : null}
      {count > 1 ? <span className={classes.countBadge}>{formatNumber(count)}</span> : null}
    </span>
  )
}

function StageLine({ lead: { repId, value, currency } }: { lead: LeadCard }) {
  const rep = useDesk((state) => (repId === null ? null : state.reps.get(repId)?.name))
  return (
    <span className={classes.faceLine}>
      <span className={classes.cardCompany}>{rep}</span>
      <span className={classes.dim}>{value === null ? '' : formatMoney(value, currency)}</span>
    </span>
  )
}
