import { VisuallyHidden } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import type { ReactNode } from 'react'
import type { RepCard, RepId } from '../../../src-main/contract/index.ts'
import { useDesk } from '../../state/hooks.ts'
import { useLeadList } from '../../state/use-lead-list.ts'
import { myDeskText } from '../../text/my-desk.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import classes from './my-desk.module.css'
import { MyHead } from './MyHead.tsx'
import { MyLeads } from './MyLeads.tsx'
import { MyOffers } from './MyOffers.tsx'
import { myLists } from './my-lists.ts'

interface MyDeskProps {
  repId: RepId | null
  /** For a manager, who may look at anyone's. */
  chooser?: ReactNode
}

export function MyDeskScreen({ repId, chooser = null }: MyDeskProps) {
  const rep = useDesk((state) => (repId === null ? undefined : state.reps.get(repId)))
  if (rep === undefined) {
    return (
      <>
        <VisuallyHidden component="h1">{myDeskText.title}</VisuallyHidden>
        <EmptyState {...myDeskText.nobody}>{chooser}</EmptyState>
      </>
    )
  }
  return <DeskOf key={rep.id} rep={rep} chooser={chooser} />
}

function DeskOf({ rep, chooser }: { rep: RepCard; chooser: ReactNode }) {
  const offers = useLeadList({ filter: { status: ['offered'], offeredTo: rep.id }, order: 'queue' })
  const lists = myLists(rep.id)
  const [listId, setListId] = useSessionStorage({
    key: 'my-desk.list',
    defaultValue: lists[0].id,
    getInitialValueInEffect: false,
  })
  const list = lists.find(({ id }) => id === listId) ?? lists[0]
  return (
    <div className={classes.screen}>
      <MyHead rep={rep} chooser={chooser} />
      <MyOffers rep={rep} list={offers} />
      <MyLeads key={list.id} rep={rep} list={list} lists={lists} onList={setListId} />
    </div>
  )
}
