import { Button, VisuallyHidden } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { IconInbox, IconMoodEmpty } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import type { LeadFilter } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { useLetter } from '../../lib/use-letter.ts'
import { choiceKeys } from '../../state/browser-choices.ts'
import { useDesk } from '../../state/hooks.ts'
import { type LeadSegment, viewListId } from '../../state/lead-query.ts'
import { narrowed } from '../../state/narrowing.ts'
import { useLeadCounts } from '../../state/use-lead-counts.ts'
import { useLeadList } from '../../state/use-lead-list.ts'
import { leadListsText } from '../../text/lead-lists.ts'
import { leadsText } from '../../text/leads.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { type FieldId, useFilterFields } from './filter-fields.ts'
import { FilterChips } from './FilterChips.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import classes from './leads.module.css'
import { LeadTable } from './LeadTable.tsx'
import { ListTabs } from './ListTabs.tsx'
import { SearchBox } from './SearchBox.tsx'
import { useListChoice } from './use-list-choice.ts'
import { ViewActions } from './ViewActions.tsx'

interface LeadBrowserProps {
  /** The screen's name in the address, and that under which the page remembers what was chosen. */
  id: string
  title: string
  /** The first one is shown where no other was chosen. */
  segments: readonly LeadSegment[]
  /** What stands above the list, of the list shown. */
  head?: (segment: LeadSegment) => ReactNode
  /** Told what is being listed, for an export. */
  actions?: (filter: LeadFilter) => ReactNode
}

/** Lists to choose from, views that were kept, filters, search, and the leads. */
export function LeadBrowser({ id, title, segments: own, head, actions }: LeadBrowserProps) {
  const segments = useWithViews(own)
  const chosen = useListChoice(id, segments)
  const [typed, setTyped] = useSessionStorage({ key: choiceKeys(id).text, defaultValue: '', getInitialValueInEffect: false })
  const [text, setText] = useState(typed.trim())
  const segment = chosen?.segment ?? NO_LIST
  const query = narrowed(segment, chosen?.narrowing ?? {}, text)
  const list = useLeadList(query)
  // At once, but one question at a time: what was typed while one is under way is asked when its answer is there.
  if (text !== typed.trim() && !list.isStale) setText(typed.trim())
  if (chosen === null) return null
  const { choose, narrow } = chosen
  const clear = (): void => {
    setTyped('')
    narrow({})
  }
  const isNarrow = text !== '' || Object.keys(chosen.narrowing).length > 0
  return (
    <section className={classes.browser}>
      <VisuallyHidden component="h1">{title}</VisuallyHidden>
      {head?.(segment)}
      <ListTabs segments={segments} value={segment.id} onChange={choose} />
      <div className={classes.filters}>
        <SearchBox text={typed} onChange={setTyped} />
        <Narrow narrowing={chosen.narrowing} onChange={narrow} />
        {isNarrow ? (
          <Button size="xs" variant="subtle" color="gray" onClick={clear}>
            {leadListsText.clear}
          </Button>
        ) : null}
        <span className={classes.rest} />
        <ViewActions
          chosen={chosen}
          query={query}
          isSearching={text !== ''}
          onSaved={(listId) => {
            setTyped('')
            choose(listId)
          }}
        />
        {actions?.(query.filter)}
      </div>
      <LeadTable
        label={leadsText.list(segment.label)}
        list={list}
        query={query}
        empty={
          isNarrow && segment.view === undefined ? (
            <EmptyState icon={<IconMoodEmpty size={34} stroke={1.4} />} {...leadsText.empty.found}>
              <Button variant="default" onClick={clear}>
                {leadsText.clearFilters}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState icon={<IconInbox size={34} stroke={1.4} />} {...segment.empty}>
              <WayOn
                segmentId={segment.id}
                hasToday={segments.some(({ id: other, count }) => other === 'today' && count !== null && count.count > 0)}
                onToday={() => {
                  choose('today')
                }}
              />
            </EmptyState>
          )
        }
      />
    </section>
  )
}

const NO_LIST: LeadSegment = {
  id: '',
  label: '',
  count: null,
  query: { filter: {}, order: 'newest' },
  empty: leadsText.empty.found,
}

/** The lists of the screen, and behind them those that were kept, counted. */
function useWithViews(own: readonly LeadSegment[]): readonly LeadSegment[] {
  const views = useDesk((state) => state.views)
  const counts = useLeadCounts(useMemo(() => views.map(({ filter }) => filter), [views]))
  return [
    ...own,
    ...views.map((view): LeadSegment => ({
      id: viewListId(view.id),
      label: view.name,
      count: counts.get(JSON.stringify(view.filter)) ?? null,
      query: { filter: view.filter, order: view.order },
      empty: leadListsText.empty,
      view,
    })),
  ]
}

/** F opens the menu; a chip opens it at its field. */
function Narrow({ narrowing, onChange }: Pick<Parameters<typeof FilterMenu>[0], 'narrowing' | 'onChange'>) {
  const fields = useFilterFields()
  const [at, setAt] = useState<FieldId | 'fields' | null>(null)
  useLetter('f', () => {
    setAt('fields')
  })
  return (
    <>
      <FilterMenu fields={fields} narrowing={narrowing} onChange={onChange} at={at} onAt={setAt} />
      <FilterChips fields={fields} narrowing={narrowing} onChange={onChange} onOpen={setAt} />
    </>
  )
}

/** What to do next where a list is empty. */
function WayOn({ segmentId, hasToday, onToday }: { segmentId: string; hasToday: boolean; onToday: () => void }) {
  const { goTo } = usePlace()
  if (segmentId === 'everything') {
    return (
      <Button
        onClick={() => {
          goTo('intake', 'import')
        }}
      >
        {leadsText.importFile}
      </Button>
    )
  }
  if (segmentId !== 'waiting' || !hasToday) return null
  return (
    <Button variant="default" onClick={onToday}>
      {leadsText.showToday}
    </Button>
  )
}
