import { memo, useState } from 'react'
import type { LeadId, RepCard } from '../../../src-main/contract/index.ts'
import { useTicking } from '../../lib/use-now.ts'
import { useCommand, useDesk, useDeskParts } from '../../state/hooks.ts'
import { boardText } from '../../text/board.ts'
import { obstaclesOf } from '../../text/reasons.ts'
import { AvailabilitySwitch } from '../../ui/AvailabilitySwitch.tsx'
import { LoadBar } from '../../ui/LoadBar.tsx'
import { RepFace } from '../../ui/RepFace.tsx'
import classes from './board.module.css'
import { Column } from './Column.tsx'
import { dropOnRep } from './drop-words.ts'

const SHOWN_FIRST = 20
const SHOWN_MORE = 50

export const RepColumn = memo(function RepColumn({ rep, leadIds }: { rep: RepCard; leadIds: readonly LeadId[] }) {
  const { store } = useDeskParts()
  const run = useCommand()
  const [limit, setLimit] = useState(SHOWN_FIRST)
  const shown = leadIds.slice(0, limit)
  // Claims count for everyone they are offered to, but stand with what waits.
  const offeredHere = useDesk((state) => leadIds.filter((id) => state.leads.get(id)?.status === 'offered').length)
  const all = Math.max(rep.openLeads - rep.offersPending + offeredHere, leadIds.length)
  const readMore = async (): Promise<void> => {
    const next = limit + SHOWN_MORE
    if (leadIds.length < Math.min(next, all)) {
      const askedAt = store.getState().seq
      const answer = await run((client) =>
        client.lead.page({ filter: { repId: rep.id, isOpen: true }, order: 'newest', limit: Math.min(500, next) }),
      )
      if (answer.ok) store.remember(answer.value.leads, askedAt)
    }
    setLimit(next)
  }
  return (
    <Column
      repId={rep.id}
      name={rep.name}
      label={boardText.column(rep.name)}
      head={<RepHead rep={rep} />}
      leadIds={shown}
      more={all - shown.length}
      onMore={() => void readMore()}
      empty={boardText.emptyColumn}
      dropWords={(ids) => dropOnRep(rep, ids, leadIds)}
    />
  )
})

function RepHead({ rep }: { rep: RepCard }) {
  const run = useCommand()
  // As a text, so that the head renders again only when a reason comes or goes.
  const reasons = useTicking((now) =>
    obstaclesOf(rep, now)
      .map(({ said }) => said)
      .join('\n'),
  )
  return (
    <>
      <div className={classes.headLine}>
        <RepFace name={rep.name} size={32} />
        <div className={classes.headWho}>
          <h2 className={classes.headName} title={rep.name}>
            {rep.name}
          </h2>
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
