import { SegmentedControl } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { LeadId, RepCard } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useStable } from '../../lib/use-stable.ts'
import { useLeadList } from '../../state/use-lead-list.ts'
import { myDeskText } from '../../text/my-desk.ts'
import { told } from '../../text/ways-out.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { VirtualRows } from '../../ui/VirtualRows.tsx'
import { MyLine } from './MyLine.tsx'
import type { MyList } from './my-lists.ts'
import classes from './my-desk.module.css'
import { useMyKeys } from './use-my-keys.ts'

const ROW_HEIGHT = 46
const NONE: ReadonlySet<LeadId> = new Set()

interface MyLeadsProps {
  rep: RepCard
  list: MyList
  lists: readonly MyList[]
  onList: (id: MyList['id']) => void
}

/** The rep's leads, what is due next on top. */
export function MyLeads({ rep, list: { id, query }, lists, onList }: MyLeadsProps) {
  const list = useLeadList(query)
  const { openLead } = usePlace()
  const [focusedId, setFocusedId] = useState<LeadId | null>(null)
  const [seen, setSeen] = useState(list.ids)
  // The list goes on under the focus: a lead that left it hands the focus to whoever stands in its place.
  if (seen !== list.ids) {
    setSeen(list.ids)
    if (focusedId !== null && !list.ids.includes(focusedId)) setFocusedId(inPlaceOf(focusedId, seen, list.ids))
  }
  const focused = focusedId !== null && list.ids.includes(focusedId) ? focusedId : null
  useMyKeys({ repId: rep.id, ids: list.ids, focused, onFocus: setFocusedId })
  const onNearEnd = useStable(() => {
    list.readMore()
  })
  const renderRow = useCallback((leadId: LeadId) => <MyLine leadId={leadId} />, [])
  return (
    <section className={classes.leads} aria-label={myDeskText.leads}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={myDeskText.which}
          value={id}
          onChange={onList}
          data={lists.map((one) => ({ value: one.id, label: myDeskText.lists[one.id] }))}
        />
        {id === 'todo' && list.ids.length > 0 ? <span className={classes.hint}>{myDeskText.keysHint}</span> : null}
      </div>
      {!list.isReady && list.fault !== null ? (
        <ErrorState {...told(list.fault)} onTryAgain={list.readMore} />
      ) : !list.isReady ? (
        <Loading />
      ) : list.ids.length === 0 && !list.hasMore ? (
        <EmptyState {...myDeskText.empty[id]} />
      ) : (
        <VirtualRows<LeadId>
          label={myDeskText.lists[id]}
          ids={list.ids}
          rowHeight={ROW_HEIGHT}
          resetKey={id}
          focusedId={focused}
          selected={NONE}
          hasMore={list.hasMore}
          renderRow={renderRow}
          onRowClick={(leadId) => {
            setFocusedId(leadId)
            openLead(leadId)
          }}
          onNearEnd={onNearEnd}
          newAbove={myDeskText.newAbove}
        />
      )}
    </section>
  )
}

/** Who stands now where the lead stood; the last one, when it was the last. */
function inPlaceOf(gone: LeadId, before: readonly LeadId[], now: readonly LeadId[]): LeadId | null {
  const at = before.indexOf(gone)
  return at < 0 ? null : (now[Math.min(at, now.length - 1)] ?? null)
}
