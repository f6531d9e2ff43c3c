import type { LeadId } from '../../../src-main/contract/index.ts'
import { useDesk, useDeskParts, useDeskShallow } from '../../state/hooks.ts'
import { useLeadList } from '../../state/use-lead-list.ts'
import { boardText } from '../../text/board.ts'
import { formatMoment, formatNumber } from '../../text/formats.ts'
import { leadsText } from '../../text/leads.ts'
import { Age } from '../../ui/Age.tsx'
import { useState } from 'react'
import classes from './board.module.css'
import { movedLeads } from './board-columns.ts'
import { Column } from './Column.tsx'
import type { DropWords } from './drop-words.ts'

const SHOWN_FIRST = 20
const SHOWN_MORE = 50

interface WaitingColumnProps {
  /** Every lead that is offered; those offered to several wait here until one of them takes it. */
  offered: readonly LeadId[]
}

/**
 * What several may claim, the head of the queue, then what is held. A card dropped here is held: only that keeps the rules from
 * giving it away again.
 */
export function WaitingColumn({ offered }: WaitingColumnProps) {
  const { store } = useDeskParts()
  const claims = useDeskShallow((state) => offered.filter((id) => (state.leads.get(id)?.offeredTo.length ?? 0) > 1))
  const counts = useDesk((state) => state.counts)
  const overlays = useDesk((state) => state.overlays)
  const waiting = useLeadList({ filter: { status: ['waiting'], isHeld: false }, order: 'queue' })
  const held = useLeadList({ filter: { status: ['waiting'], isHeld: true }, order: 'newest' })
  const [limit, setLimit] = useState(SHOWN_FIRST)
  const moved = movedLeads({ overlays })
  const here = [...claims, ...waiting.ids, ...held.ids].filter((id) => !moved.has(id))
  const shown = here.slice(0, limit)
  const all = Math.max(here.length, claims.length + counts.waiting + counts.held)
  const dropWords = (ids: readonly LeadId[]): DropWords => {
    const { leads } = store.getState()
    const isHere = ids.every((id) => leads.get(id)?.status === 'waiting')
    return { said: isHere ? boardText.alreadyHeld : boardText.dropToHold, isTrouble: false }
  }
  return (
    <div className={classes.waiting}>
      <Column
        repId={null}
        name={boardText.waiting}
        label={boardText.waitingColumn}
        leadIds={shown}
        more={all - shown.length}
        onMore={() => {
          setLimit(limit + SHOWN_MORE)
          if (waiting.ids.length < limit + SHOWN_MORE) waiting.readMore()
          else held.readMore()
        }}
        empty={boardText.emptyWaiting}
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
