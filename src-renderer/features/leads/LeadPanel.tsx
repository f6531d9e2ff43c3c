import { Button, CloseButton, ScrollArea, Tabs, Text } from '@mantine/core'
import { IconPinFilled } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { LeadCard, LeadId } from '../../../src-main/contract/index.ts'
import { dueOf } from '../../lib/due.ts'
import { useDesk, useDeskParts } from '../../state/hooks.ts'
import { repOf } from '../../state/selectors.ts'
import { useAsk } from '../../state/use-ask.ts'
import { useMe } from '../../state/seat.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { leadsText } from '../../text/leads.ts'
import { panelText } from '../../text/lead-panel.ts'
import { whereIs, whoHas } from '../../text/reasons.ts'
import { told } from '../../text/ways-out.ts'
import { DueClock } from '../../ui/DueClock.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { GradeBadge } from '../../ui/GradeBadge.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { RepFace } from '../../ui/RepFace.tsx'
import { HeadField } from './HeadField.tsx'
import { LeadActionBar } from './LeadActionBar.tsx'
import { LeadHistory } from './LeadHistory.tsx'
import { LeadOverview } from './LeadOverview.tsx'
import classes from './LeadPanel.module.css'
import { LeadWhy } from './LeadWhy.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { NoteBox } from './NoteBox.tsx'
import { OfferBar } from './OfferBar.tsx'
import { StageStepper } from './StageStepper.tsx'
import { useLeadEdit } from './use-lead-edit.ts'
import { useMayWork } from './use-may-work.ts'
import { usePanelKeys } from './use-panel-keys.ts'

/** One lead, beside whatever screen it was opened from. */
export function LeadPanel({ leadId, onClose }: { leadId: LeadId; onClose: () => void }) {
  const version = useLeadVersion(leadId)
  const read = useAsk(`${leadId}-${version}`, (client, signal) => client.lead.read({ leadId }, { signal }))
  const why = useAsk(`${leadId}-${version}`, (client, signal) => client.lead.why({ leadId }, { signal }))
  const known = useDesk((state) => state.leads.get(leadId))
  const detail = read.value
  const card = known ?? detail?.card
  const [tab, setTab] = useState<string | null>('lead')
  const [mergesWith, setMergesWith] = useState<{ otherId: LeadId | null } | null>(null)
  const askMerge = (otherId: LeadId | null): void => {
    setMergesWith({ otherId })
  }
  const { setStage } = useLeadActions()
  const mayWork = useMayWork(card)
  const edit = useLeadEdit(leadId, detail?.fields ?? null, mayWork)
  const noteBox = useRef<HTMLTextAreaElement>(null)
  const stage = useRef<HTMLButtonElement>(null)
  usePanelKeys({
    leadId,
    fields: detail?.fields ?? null,
    isPinned: card?.isPinned === true,
    mayWork,
    onClose,
    onMerge: () => {
      askMerge(card?.possibleDuplicateOf ?? null)
    },
    onEdit: () => {
      setTab('lead')
      edit.beginAll()
    },
    onNote: () => {
      noteBox.current?.focus()
    },
    onStage: () => {
      stage.current?.focus()
    },
  })

  // What was read before is not shown any more: the lead is gone, or another's.
  if (read.fault !== null && (detail === null || read.fault.code === 'lead-not-found' || read.fault.code === 'not-allowed')) {
    return (
      <div className={classes.panel}>
        <CloseButton className={classes.lonelyClose} aria-label={panelText.close} onClick={onClose} />
        <ErrorState {...told(read.fault)} onTryAgain={read.again} onClose={onClose} />
      </div>
    )
  }
  if (card === undefined) return <Loading height="100%" />
  const name = leadsText.nameOf(card)
  return (
    <article className={classes.panel} aria-label={name}>
      <header className={classes.head}>
        <div className={classes.title}>
          <HeadField field="name" edit={edit}>
            <h2 className={classes.name}>{name}</h2>
          </HeadField>
          <CloseButton aria-label={panelText.close} onClick={onClose} />
        </div>
        {card.company === null || card.company === name ? null : (
          <HeadField field="company" edit={edit}>
            <Text c="dimmed">{card.company}</Text>
          </HeadField>
        )}
        <Where card={card} />
      </header>
      {card.status === 'offered' ? <OfferBar card={card} /> : null}
      {mayWork ? (
        <>
          <LeadActionBar
            card={card}
            onMerge={() => {
              askMerge(card.possibleDuplicateOf)
            }}
          />
          <StageStepper card={card} present={stage} onStage={(next) => void setStage([card.id], next)} />
          <NoteBox key={leadId} leadId={leadId} box={noteBox} />
        </>
      ) : null}
      {mergesWith === null ? null : (
        <MergeDialog
          leadId={leadId}
          otherId={mergesWith.otherId}
          isOpen
          onClose={() => {
            setMergesWith(null)
          }}
        />
      )}
      <Tabs value={tab} onChange={setTab} className={classes.tabs} keepMounted={false}>
        <Tabs.List px="md">
          <Tabs.Tab value="lead">{panelText.tabs.lead}</Tabs.Tab>
          <Tabs.Tab value="why">{panelText.tabs.why}</Tabs.Tab>
          <Tabs.Tab value="history">{panelText.tabs.history}</Tabs.Tab>
        </Tabs.List>
        <ScrollArea className={classes.body} type="auto" viewportProps={{ tabIndex: 0 }}>
          <Tabs.Panel value="lead" p="md">
            {detail === null ? (
              <Loading />
            ) : (
              <LeadOverview
                detail={detail}
                card={card}
                why={why.value}
                edit={edit}
                onHistory={() => {
                  setTab('history')
                }}
                onWhy={() => {
                  setTab('why')
                }}
                onMerge={askMerge}
              />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="why" p="md">
            {why.value !== null ? (
              <LeadWhy why={why.value} mayAsk={mayWork} />
            ) : why.fault !== null ? (
              <ErrorState {...told(why.fault)} onTryAgain={why.again} />
            ) : (
              <Loading />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="history" p="md">
            {detail === null ? <Loading /> : <LeadHistory detail={detail} />}
          </Tabs.Panel>
        </ScrollArea>
      </Tabs>
    </article>
  )
}

/** Grade, score, who has it or may take it, the clock that runs, and the pin. */
function Where({ card }: { card: LeadCard }) {
  const { unpin } = useLeadActions()
  const { isManager } = useMe()
  const rep = useDesk((state) => repOf(state, card))
  const who = useDesk((state) => whoHas(card, (id) => state.reps.get(id)?.name ?? null))
  const due = dueOf(card)
  return (
    <div className={classes.where}>
      {card.grade === null ? null : <GradeBadge grade={card.grade} />}
      {card.score === null ? null : <span className={classes.dim}>{panelText.score(card.score)}</span>}
      <span className={classes.place}>
        {rep === undefined ? null : <RepFace name={rep.name} availability={rep.availability} size={22} />}
        {whereIs(card, who)}
      </span>
      {due === null ? null : <DueClock due={due} />}
      {card.isPinned ? (
        <span className={classes.pinned}>
          <IconPinFilled size={13} aria-hidden="true" />
          {panelText.pinned}
          {isManager ? (
            <Button size="compact-xs" variant="subtle" onClick={() => void unpin([card.id])}>
              {panelText.unpin}
            </Button>
          ) : null}
        </span>
      ) : null}
    </div>
  )
}

/** Counts the changes to a lead, so that what was read of it is read again. */
function useLeadVersion(leadId: LeadId): number {
  const { store } = useDeskParts()
  const [version, setVersion] = useState(0)
  useEffect(
    () =>
      store.onLeads(({ isReset, changed, removed }) => {
        if (isReset || changed.has(leadId) || removed.has(leadId)) setVersion((count) => count + 1)
      }),
    [store, leadId],
  )
  return version
}
