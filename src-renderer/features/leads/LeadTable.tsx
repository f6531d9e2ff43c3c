import { type CSSProperties, type ReactNode, useCallback } from 'react'
import type { LeadId } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useStable } from '../../lib/use-stable.ts'
import { useAskFor } from '../../state/hooks.ts'
import { useMe } from '../../state/seat.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import type { LeadQuery } from '../../state/lead-query.ts'
import type { ShownList } from '../../state/use-lead-list.ts'
import { leadsText } from '../../text/leads.ts'
import { told } from '../../text/ways-out.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LeadLineHead } from '../../ui/LeadLine.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { VirtualRows } from '../../ui/VirtualRows.tsx'
import { ConnectedLine } from './ConnectedLine.tsx'
import classes from './leads.module.css'
import { SelectionBar } from './SelectionBar.tsx'
import { type Selection, useSelection } from './use-selection.ts'

const ROW_HEIGHT = 38
const HEAD_HEIGHT = 30

// The width of the column, which ui/LeadLine reads.
const NO_CONTACT_CLOCK = { '--lead-due-width': '0px' } as CSSProperties
/** Only what a rep owns has to be contacted; a list of what waits gives the room to why it waits. */
const hasContactClock = ({ filter: { status } }: LeadQuery): boolean => status === undefined || status.includes('assigned')

interface LeadTableProps {
  label: string
  list: ShownList
  /** What is asked for: while it is being read, `list` still shows what was asked before. */
  query: LeadQuery
  /** What stands there when the list has no rows. */
  empty: ReactNode
}

export function LeadTable({ label, list, query, empty }: LeadTableProps) {
  const { ids, readMore } = list
  const { leadId: openId, openLead } = usePlace()
  const selection = useSelection(ids)
  useTableKeys(selection)
  const { toggle } = selection
  const onSelect = useStable((id: LeadId, isRange: boolean) => {
    toggle(id, isRange)
  })
  const onNearEnd = useStable(() => {
    readMore()
  })
  const renderRow = useCallback(
    (id: LeadId, { isSelected }: { isSelected: boolean }) => (
      <ConnectedLine leadId={id} isSelected={isSelected} onSelect={onSelect} />
    ),
    [onSelect],
  )
  if (!list.isReady && list.fault !== null) return <ErrorState {...told(list.fault)} onTryAgain={readMore} />
  if (!list.isReady) return <Loading />
  if (ids.length === 0 && !list.hasMore) return <div className={classes.empty}>{empty}</div>
  const isAllSelected = ids.length > 0 && selection.selected.size === ids.length
  return (
    <div className={classes.table} style={hasContactClock(list.shown) ? undefined : NO_CONTACT_CLOCK}>
      <VirtualRows<LeadId>
        label={label}
        ids={ids}
        rowHeight={ROW_HEIGHT}
        headHeight={HEAD_HEIGHT}
        resetKey={JSON.stringify(list.shown)}
        focusedId={selection.focusedId}
        selected={selection.selected}
        hasMore={list.hasMore}
        isDimmed={list.isStale}
        header={
          <LeadLineHead
            words={leadsText.columns}
            isAllSelected={isAllSelected}
            isSomeSelected={selection.selected.size > 0}
            onSelectAll={isAllSelected ? selection.clear : selection.selectAll}
          />
        }
        renderRow={renderRow}
        onRowClick={(id, event) => {
          if (event.shiftKey || event.ctrlKey || event.metaKey) return toggle(id, event.shiftKey)
          selection.focus(id)
          if (openId !== id) openLead(id)
        }}
        onNearEnd={onNearEnd}
        newAbove={leadsText.newAbove}
      />
      {selection.selected.size > 0 ? <SelectionBar selection={selection} list={list} query={query} /> : null}
    </div>
  )
}

function useTableKeys(selection: Selection): void {
  const { leadId: openId, openLead, closeLead } = usePlace()
  const { hold, route, log } = useLeadActions()
  const { isManager } = useMe()
  const askFor = useAskFor()
  const { focusedId, clear } = selection
  // Nothing selected: the lead a person is reading is the one meant.
  const targets = selection.selected.size === 0 && openId !== null ? [openId as LeadId] : selection.targets
  const [one] = targets
  const act = (does: (ids: LeadId[]) => unknown) => () => {
    if (targets.length > 0) does(targets)
  }
  useListKeys({
    onMove: (step, extend) => {
      const id = selection.move(step, extend)
      // With a lead open beside the list, moving leafs through.
      if (id !== null && openId !== null && !extend) openLead(id)
    },
    onOpen: () => {
      if (focusedId !== null) openLead(focusedId)
    },
    onToggle: () => {
      if (focusedId !== null) selection.toggle(focusedId)
    },
    onSelectAll: selection.selectAll,
    onEscape: () => {
      if (openId !== null) closeLead()
      else if (selection.selected.size > 0) clear()
      else selection.focus(null)
    },
    letters:
      one === undefined
        ? {}
        : {
            ...(isManager
              ? {
                  a: act((leadIds) => {
                    askFor({ kind: 'assign', leadIds, onDone: clear })
                  }),
                  d: act((leadIds) => {
                    askFor({ kind: 'discard', leadIds, onDone: clear })
                  }),
                  h: act((leadIds) => hold(leadIds)),
                  r: act((leadIds) => route(leadIds)),
                }
              : {}),
            e: () => void log(one, 'attempt'),
            'shift+e': () => {
              void log(one, 'attempt')
              const next = selection.move(1, false)
              if (next !== null && next !== one) openLead(next)
            },
            c: () => void log(one, 'contact'),
            // An open lead has a place to write it.
            ...(one === openId
              ? {}
              : {
                  n: () => {
                    askFor({ kind: 'note', leadIds: [one] })
                  },
                }),
          },
  })
}
