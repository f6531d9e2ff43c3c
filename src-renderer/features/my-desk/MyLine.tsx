import { IconPhone } from '@tabler/icons-react'
import { memo } from 'react'
import type { LeadId } from '../../../src-main/contract/index.ts'
import { dueOf } from '../../lib/due.ts'
import { useTicking } from '../../lib/use-now.ts'
import { useDesk } from '../../state/hooks.ts'
import { formatMoment, formatMoney } from '../../text/formats.ts'
import { leadsText } from '../../text/leads.ts'
import { myDeskText } from '../../text/my-desk.ts'
import { stageWords } from '../../text/words.ts'
import { DueClock } from '../../ui/DueClock.tsx'
import { GradeBadge } from '../../ui/GradeBadge.tsx'
import classes from './my-desk.module.css'

/** Who it is, how to reach them, and why now. */
export const MyLine = memo(function MyLine({ leadId }: { leadId: LeadId }) {
  const lead = useDesk((state) => state.leads.get(leadId))
  if (lead === undefined) return null
  const due = dueOf(lead)
  return (
    <div className={classes.line} role="presentation">
      <span role="gridcell">
        <GradeBadge grade={lead.grade} />
      </span>
      <span role="gridcell" className={classes.lineWho}>
        <span className={classes.lineName}>{leadsText.nameOf(lead)}</span>
        <span className={classes.dim}>{lead.company ?? lead.email}</span>
      </span>
      <span role="gridcell" className={classes.phone}>
        {lead.phone === null ? null : (
          <>
            <IconPhone size={14} aria-hidden="true" /> {lead.phone}
          </>
        )}
      </span>
      <span role="gridcell" className={classes.stage}>
        {stageWords[lead.stage]}
      </span>
      <span role="gridcell" className={classes.value}>
        {lead.value === null ? null : formatMoney(lead.value, lead.currency)}
      </span>
      <span role="gridcell" className={classes.why}>
        {due !== null ? (
          <DueClock due={due} />
        ) : (
          <Since at={lead.touchedAt ?? lead.receivedAt} isTouched={lead.touchedAt !== null} />
        )}
      </span>
    </div>
  )
})

/** How long since anybody did something about it. */
function Since({ at, isTouched }: { at: number; isTouched: boolean }) {
  const said = useTicking((now) => (isTouched ? myDeskText.lastTouch : myDeskText.notTried)(Math.max(0, now - at)))
  return (
    <span className={isTouched ? classes.dim : classes.fresh} title={formatMoment(at)}>
      {said}
    </span>
  )
}
