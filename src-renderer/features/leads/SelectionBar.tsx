import { Button, CloseButton, Menu } from '@mantine/core'
import { IconFlag, IconHandStop, IconRoute, IconTrash, IconUserShare } from '@tabler/icons-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { type LeadId, STAGES } from '../../../src-main/contract/index.ts'
import { useAskFor } from '../../state/hooks.ts'
import { longWorks } from '../../state/in-pieces.ts'
import type { LeadQuery } from '../../state/lead-query.ts'
import { useMe } from '../../state/seat.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { useLeadCounts } from '../../state/use-lead-counts.ts'
import type { ShownList } from '../../state/use-lead-list.ts'
import { formatNumber } from '../../text/formats.ts'
import { actionText } from '../../text/lead-actions.ts'
import { leadListsText } from '../../text/lead-lists.ts'
import { leadsText } from '../../text/leads.ts'
import { stageWords } from '../../text/words.ts'
import classes from './leads.module.css'
import type { Selection } from './use-selection.ts'

/** The contract takes so many steps back at once. */
const MOST = 10_000

interface SelectionBarProps {
  selection: Selection
  list: ShownList
  query: LeadQuery
}

export function SelectionBar({ selection, list, query }: SelectionBarProps) {
  const { setStage } = useLeadActions()
  const { isManager } = useMe()
  const works = useStore(longWorks, (state) => state.works)
  const { targets: leadIds, clear } = selection
  const isTooMany = leadIds.length > MOST
  // One thing after the other: what is being done with them is said beside, where it can be stopped.
  const isWorkedOn = works.some(({ leads }) => leadIds.some((leadId) => leads.has(leadId)))
  const thenClear = (isDone: boolean): void => {
    if (isDone) clear()
  }
  if (isWorkedOn) return <WorkedOn clear={clear} />
  return (
    <div className={classes.bar} role="toolbar" aria-label={leadsText.selectionBar}>
      <span className={classes.barCount} role="status">
        {isTooMany ? leadsText.tooMany(MOST) : leadsText.selected(leadIds.length)}
      </span>
      {list.hasMore && selection.selected.size === list.ids.length ? (
        <SelectAllThatFit selection={selection} list={list} query={query} />
      ) : null}
      {isManager ? <Placing leadIds={leadIds} isTooMany={isTooMany} clear={clear} /> : null}
      <Menu position="top" withinPortal>
        <Menu.Target>
          <Button size="xs" variant="default" disabled={isTooMany} leftSection={<IconFlag size={15} />}>
            {leadListsText.stage}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {STAGES.map((stage) => (
            <Menu.Item key={stage} onClick={() => void setStage(leadIds, stage).then(thenClear)}>
              {stageWords[stage]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <CloseButton size="sm" aria-label={leadsText.clearSelection} onClick={clear} />
    </div>
  )
}

function WorkedOn({ clear }: { clear: () => void }) {
  return (
    <div className={classes.bar} role="toolbar" aria-label={leadsText.selectionBar}>
      <span className={classes.barReading}>{leadsText.longWork.isWorkedOn}</span>
      <CloseButton size="sm" aria-label={leadsText.clearSelection} onClick={clear} />
    </div>
  )
}

/** Where leads go is a manager's to say. */
function Placing({ leadIds, isTooMany, clear }: { leadIds: readonly LeadId[]; isTooMany: boolean; clear: () => void }) {
  const { hold, route } = useLeadActions()
  const askFor = useAskFor()
  const thenClear = (isDone: boolean): void => {
    if (isDone) clear()
  }
  return (
    <>
      <Button
        size="xs"
        disabled={isTooMany}
        leftSection={<IconUserShare size={15} />}
        onClick={() => {
          askFor({ kind: 'assign', leadIds, onDone: clear })
        }}
      >
        {actionText.assign}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={isTooMany}
        leftSection={<IconHandStop size={15} />}
        onClick={() => void hold(leadIds).then(thenClear)}
      >
        {actionText.hold}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={isTooMany}
        leftSection={<IconRoute size={15} />}
        onClick={() => void route(leadIds).then(thenClear)}
      >
        {actionText.route}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={isTooMany}
        leftSection={<IconTrash size={15} />}
        onClick={() => {
          askFor({ kind: 'discard', leadIds, onDone: clear })
        }}
      >
        {actionText.discard}
      </Button>
    </>
  )
}

/** All rows read so far are selected: the rest of the list as well, read first, so that a person sees what is selected. */
function SelectAllThatFit({ selection, list, query }: SelectionBarProps) {
  const key = JSON.stringify(query.filter)
  const count = useLeadCounts([query.filter]).get(key)
  const [isReading, setIsReading] = useState(false)
  if (isReading) return <span className={classes.barReading}>{leadListsText.reading(list.ids.length)}</span>
  return (
    <Button
      size="xs"
      variant="subtle"
      onClick={() => {
        setIsReading(true)
        void list.readTo(MOST).then(() => {
          setIsReading(false)
          selection.selectFirst(MOST)
        })
      }}
    >
      {count === undefined || count.isMore ? leadListsText.selectFirst(MOST) : leadListsText.selectAll(formatNumber(count.count))}
    </Button>
  )
}
