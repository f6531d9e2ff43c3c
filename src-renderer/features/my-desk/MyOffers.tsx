import { Button, Kbd } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import type { LeadCard, LeadId, RepCard } from '../../../src-main/contract/index.ts'
import { dueOf, toneOf } from '../../lib/due.ts'
import { usePlace } from '../../lib/route.ts'
import { useNow } from '../../lib/use-now.ts'
import { useAskFor, useDesk, useDeskShallow } from '../../state/hooks.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import type { ShownList } from '../../state/use-lead-list.ts'
import { formatCountry, formatMoney } from '../../text/formats.ts'
import { leadsText } from '../../text/leads.ts'
import { myDeskText } from '../../text/my-desk.ts'
import { DueClock } from '../../ui/DueClock.tsx'
import { GradeBadge } from '../../ui/GradeBadge.tsx'
import classes from './my-desk.module.css'
import { soonestFirst } from './soonest-first.ts'

/** What this rep may accept now, the one that runs out first on the left. Not there when nothing is offered. */
export function MyOffers({ rep, list }: { rep: RepCard; list: ShownList }) {
  const ids = useDeskShallow((state) => soonestFirst(list.ids, state.leads))
  if (ids.length === 0) return null
  return (
    <section className={classes.offers} aria-label={myDeskText.offers(ids.length)}>
      <h2 className={classes.title}>{myDeskText.offers(ids.length)}</h2>
      <ul className={classes.cards}>
        {ids.map((id, at) => (
          <Offer key={id} leadId={id} rep={rep} isFirst={at === 0} />
        ))}
      </ul>
    </section>
  )
}

function Offer({ leadId, rep, isFirst }: { leadId: LeadId; rep: RepCard; isFirst: boolean }) {
  const lead = useDesk((state) => state.leads.get(leadId))
  const { accept } = useLeadActions()
  const askFor = useAskFor()
  const { openLead } = usePlace()
  if (lead === undefined) return null
  const due = dueOf(lead)
  const name = leadsText.nameOf(lead)
  return (
    <li className={classes.offer}>
      {due === null ? null : <Remaining lead={lead} until={due.at} />}
      <div className={classes.offerHead}>
        <GradeBadge grade={lead.grade} />
        {due === null ? null : <DueClock due={due} />}
      </div>
      <button type="button" className={classes.offerName} onClick={() => openLead(leadId)}>
        {name}
      </button>
      <p className={classes.offerAbout}>{aboutOf(lead)}</p>
      {lead.offeredTo.length > 1 ? <p className={classes.dim}>{myDeskText.claim(lead.offeredTo.length - 1)}</p> : null}
      <div className={classes.answers}>
        <Button
          size="xs"
          leftSection={<IconCheck size={15} aria-hidden="true" />}
          rightSection={isFirst ? <Kbd size="xs">Y</Kbd> : null}
          aria-label={myDeskText.accept(name)}
          onClick={() => void accept(leadId, rep.id)}
        >
          {myDeskText.acceptShort}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconX size={15} aria-hidden="true" />}
          rightSection={isFirst ? <Kbd size="xs">D</Kbd> : null}
          aria-label={myDeskText.decline(name)}
          onClick={() => {
            askFor({ kind: 'decline', leadIds: [leadId], repId: rep.id })
          }}
        >
          {myDeskText.declineShort}
        </Button>
      </div>
    </li>
  )
}

function aboutOf(lead: LeadCard): string {
  return [
    lead.company,
    lead.city ?? (lead.country === null ? null : formatCountry(lead.country)),
    lead.source,
    lead.value === null ? null : formatMoney(lead.value, lead.currency),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

/** How much of the time is left, as a line that gets shorter; the clock beside it says it in words. */
function Remaining({ lead, until }: { lead: LeadCard; until: number }) {
  const now = useNow()
  const whole = Math.max(1, until - lead.placedAt)
  const left = Math.min(1, Math.max(0, (until - now) / whole))
  const tone = toneOf({ kind: 'accept', at: until, breachedAt: null }, now)
  return <span className={classes.remaining} data-tone={tone} style={{ width: `${left * 100}%` }} aria-hidden="true" />
}
