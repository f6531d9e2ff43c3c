import type { LeadId } from '../../../src-main/contract/index.ts'
import { useDesk, useDeskParts, useDeskShallow } from '../../state/hooks.ts'
import { useLeadList } from '../../state/use-lead-list.ts'
import { boardText } from '../../text/board.ts'
import { formatMoment, formatNumber } from '../../text/formats.ts'
import { leadsText } from '../../text/leads.ts'
import { Age } from '../../ui/Age.tsx'
import classes from './board.module.css'
import { movedLeads } from './board-columns.ts'
import { type BoardFilters, cardFilter, fitsCard, narrowsCards } from './board-filters.ts'
import { Column } from './Column.tsx'
import type { DropWords } from './drop-words.ts'

interface WaitingColumnProps {
  /** Every lead that is offered; those offered to several wait here until one of them takes it. */
  offered: readonly LeadId[]
  filters: BoardFilters
}

/**
 * What several may claim, the head of the queue, then what is held. A card dropped here is held: only that keeps the rules from
 * giving it away again.
 */
export function WaitingColumn({ offered, filters }: WaitingColumnProps) {
  const { store } = useDeskParts()
  const isNarrowed = narrowsCards(filters)
  const claims = useDeskShallow((state) =>
    offered.filter((id) => {
      const lead = state.leads.get(id)
      return lead !== undefined && lead.offeredTo.length > 1 && (!isNarrowed || fitsCard(lead, filters))
    }),
  )
  const counts = useDesk((state) => state.counts)
  const overlays = useDesk((state) => state.overlays)
  const narrowed = cardFilter(filters)
  const waiting = useLeadList({ filter: { ...narrowed, status: ['waiting'], isHeld: false }, order: 'queue' })
  const held = useLeadList({ filter: { ...narrowed, status: ['waiting'], isHeld: true }, order: 'newest' })
  const moved = movedLeads({ overlays })
  // What is held stands below all that waits: it comes once everything above has been read.
  const here = [...claims, ...waiting.ids, ...(waiting.hasMore ? [] : held.ids)].filter((id) => !moved.has(id))
  const hasMore = waiting.hasMore || held.hasMore
  const all = claims.length + counts.waiting + counts.held
  const dropWords = (ids: readonly LeadId[]): DropWords => {
    const { leads } = store.getState()
    const isHere = ids.every((id) => leads.get(id)?.status === 'waiting')
    return { said: isHere ? boardText.alreadyHeld : boardText.dropToHold, isTrouble: false }
  }
  return (
    <div className={classes.waiting}>
      <Column
        id="waiting"
        to={null}
        name={boardText.waiting}
        label={boardText.waitingColumn}
        leadIds={here}
        more={!hasMore ? 0 : isNarrowed ? null : Math.max(1, all - here.length)}
        onMore={() => {
          if (waiting.hasMore) waiting.readMore()
          else held.readMore()
        }}
        empty={isNarrowed ? boardText.noneFit : boardText.emptyWaiting}
        dropWords={dropWords}
        head={
          <>
            <div className={classes.headLine}>
              <h2 className={classes.headName}>{boardText.waiting}</h2>
              <span className={classes.bigCount}>{formatNumber(counts.waiting)}</span>
            </div>
            <div className={classes.headNumbers}>
              <span className={classes.dim}>
                {leadsText.stats.oldest}:{' '}
                {counts.oldestWaitingAt === null ? (
                  leadsText.stats.none
                ) : (
                  <Age since={counts.oldestWaitingAt} title={formatMoment(counts.oldestWaitingAt)} />
                )}
              </span>
              <span className={classes.dim}>
                {claims.length === 0 ? '' : `${boardText.claims(claims.length)} · `}
                {boardText.held} {formatNumber(counts.held)}
              </span>
            </div>
          </>
        }
      />
    </div>
  )
}
