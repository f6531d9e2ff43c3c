import { memo } from 'react'
import type { LeadId, RepCard } from '../../../src-main/contract/index.ts'
import { useTicking } from '../../lib/use-now.ts'
import { useCommand, useDeskParts } from '../../state/hooks.ts'
import { boardText } from '../../text/board.ts'
import { obstaclesOf } from '../../text/reasons.ts'
import { AvailabilitySwitch } from '../../ui/AvailabilitySwitch.tsx'
import { LoadBar } from '../../ui/LoadBar.tsx'
import { RepFace } from '../../ui/RepFace.tsx'
import classes from './board.module.css'
import { type BoardFilters, narrowsCards } from './board-filters.ts'
import { Column } from './Column.tsx'
import { useScale } from './density.ts'
import { dropOnRep } from './drop-words.ts'
import { NextMark } from './NextMark.tsx'
import { useColumnLeads } from './use-column-leads.ts'

interface RepColumnProps {
  rep: RepCard
  leadIds: readonly LeadId[]
  filters: BoardFilters
  /** When the rep is next in turn, and in what. */
  next: string | null
  nextSaid: string | null
}

export const RepColumn = memo(function RepColumn({ rep, leadIds, filters, next, nextSaid }: RepColumnProps) {
  const { store } = useDeskParts()
  const { ids, more, readMore } = useColumnLeads(rep, leadIds, filters)
  return (
    <Column
      id={`rep-${rep.id}`}
      to={{ repId: rep.id }}
      name={rep.name}
      label={boardText.column(rep.name)}
      head={<RepHead rep={rep} next={next} nextSaid={nextSaid} />}
      leadIds={ids}
      more={more}
      onMore={readMore}
      empty={narrowsCards(filters) ? boardText.noneFit : boardText.emptyColumn}
      dropWords={(dragged) => dropOnRep(rep, dragged, store.getState().leads)}
    />
  )
})

function RepHead({ rep, next, nextSaid }: Pick<RepColumnProps, 'rep' | 'next' | 'nextSaid'>) {
  const run = useCommand()
  const scale = useScale()
  // As a text, so that the head renders again only when a reason comes or goes.
  const reasons = useTicking((now) =>
    obstaclesOf(rep, now)
      .map(({ said }) => said)
      .join('\n'),
  )
  return (
    <>
      <div className={classes.headLine}>
        <RepFace name={rep.name} size={32 * scale} />
        <div className={classes.headWho}>
          <div className={classes.headLine}>
            <h2 className={classes.headName} title={rep.name}>
              {rep.name}
            </h2>
            {next === null || nextSaid === null ? null : <NextMark short={next} said={nextSaid} />}
          </div>
          <AvailabilitySwitch
            name={rep.name}
            availability={rep.availability}
            until={rep.availableAgainAt}
            onChange={(availability, until) => {
              void run((client) =>
                client.rep.setAvailability({ repId: rep.id, availability, ...(until === undefined ? {} : { until }) }),
              )
            }}
          />
        </div>
      </div>
      <div className={classes.headNumbers}>
        <span className={classes.headLoad}>
          <LoadBar open={rep.openLeads} capacity={rep.capacity} offers={rep.offersPending} />
        </span>
        <span className={classes.dim}>{boardText.givenToday(rep.givenToday, rep.dailyCap)}</span>
      </div>
      {reasons === '' ? null : <p className={classes.obstacles}>{boardText.getsNothing(reasons.split('\n'))}</p>}
    </>
  )
}
