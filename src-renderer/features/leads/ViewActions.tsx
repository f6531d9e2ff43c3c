import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDeviceFloppy, IconDots, IconPencil, IconTrash, IconUser, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import type { SavedView } from '../../../src-main/contract/index.ts'
import { type LeadQuery, viewListId } from '../../state/lead-query.ts'
import { useMe } from '../../state/seat.ts'
import { leadListsText } from '../../text/lead-lists.ts'
import { SaveView } from './SaveView.tsx'
import type { ChosenList } from './use-list-choice.ts'
import { draftOf, useViews, type ViewActions as Actions } from './use-views.ts'

const text = leadListsText.view

interface ViewActionsProps {
  chosen: ChosenList
  /** What is listed now. */
  query: LeadQuery
  isSearching: boolean
  /** Told the name of the address of a view that is new. */
  onSaved: (listId: string) => void
}

/** Keeps what is listed under a name, and takes care of the view that is shown. */
export function ViewActions({ chosen, query, isSearching, onSaved }: ViewActionsProps) {
  const { segment, isChanged, reset, choose } = chosen
  const views = useViews()
  const [asked, setAsked] = useState<'new' | 'name' | null>(null)
  const { view } = segment
  const close = (): void => {
    setAsked(null)
  }
  return (
    <>
      {view !== undefined && isChanged && !isSearching ? (
        <Button
          size="xs"
          variant="light"
          onClick={() => {
            void views.save({ ...draftOf(view), filter: query.filter }, view.id).then((id) => {
              if (id !== null) reset()
            })
          }}
        >
          {text.update}
        </Button>
      ) : null}
      {isChanged || isSearching ? (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconDeviceFloppy size={15} aria-hidden="true" />}
          onClick={() => {
            setAsked('new')
          }}
        >
          {text.save}
        </Button>
      ) : null}
      {view === undefined ? null : (
        <ViewMenu
          view={view}
          views={views}
          onRename={() => {
            setAsked('name')
          }}
          onRemoved={() => {
            choose(null)
          }}
        />
      )}
      {asked === null ? null : (
        <SaveView
          name={asked === 'name' ? (view?.name ?? '') : null}
          onClose={close}
          onSave={(name, isShared) => {
            close()
            if (asked === 'name' && view !== undefined) void views.save({ ...draftOf(view), name }, view.id)
            else {
              void views.save({ name, filter: query.filter, order: query.order, isShared }).then((id) => {
                if (id !== null) onSaved(viewListId(id))
              })
            }
          }}
        />
      )}
    </>
  )
}

interface ViewMenuProps {
  view: SavedView
  views: Actions
  onRename: () => void
  onRemoved: () => void
}

function ViewMenu({ view, views, onRename, onRemoved }: ViewMenuProps) {
  const { rep } = useMe()
  const isShared = view.repId === null
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size={30} variant="default" aria-label={text.menu(view.name)}>
          <IconDots size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} aria-hidden="true" />} onClick={onRename}>
          {text.rename}
        </Menu.Item>
        {rep === null ? null : (
          <Menu.Item
            leftSection={isShared ? <IconUser size={15} aria-hidden="true" /> : <IconUsers size={15} aria-hidden="true" />}
            onClick={() => void views.save({ ...draftOf(view), isShared: !isShared }, view.id)}
          >
            {isShared ? text.keep : text.share}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconTrash size={15} aria-hidden="true" />}
          onClick={() => {
            void views.remove(view).then((isDone) => {
              if (isDone) onRemoved()
            })
          }}
        >
          {text.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
