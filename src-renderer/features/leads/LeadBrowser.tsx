import { Button, SegmentedControl, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue, useSessionStorage } from '@mantine/hooks'
import { IconInbox, IconMoodEmpty } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { LeadFilter } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { choiceKeys, type LeadFilters as Filters, NO_FILTERS } from '../../state/browser-choices.ts'
import type { LeadQuery, LeadSegment } from '../../state/lead-query.ts'
import { useLeadList } from '../../state/use-lead-list.ts'
import { formatInShort } from '../../text/formats.ts'
import { leadsText } from '../../text/leads.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import classes from './leads.module.css'
import { isNarrowed, LeadFilters } from './LeadFilters.tsx'
import { LeadTable } from './LeadTable.tsx'

interface LeadBrowserProps {
  /** Under which name the page remembers what was chosen. */
  id: string
  title: string
  segments: readonly LeadSegment[]
  /** Told what is being listed, for an export. */
  actions?: (filter: LeadFilter) => ReactNode
}

/** Lists to choose from, filters, search, and the leads. */
export function LeadBrowser({ id, title, segments, actions }: LeadBrowserProps) {
  const keys = choiceKeys(id)
  const [segmentId, setSegmentId] = useSessionStorage({
    key: keys.segment,
    defaultValue: segments[0]?.id ?? '',
    getInitialValueInEffect: false,
  })
  const [filters, setFilters] = useSessionStorage({
    key: keys.filters,
    defaultValue: NO_FILTERS,
    getInitialValueInEffect: false,
  })
  const [text] = useDebouncedValue(filters.text.trim(), 90)
  const segment = segments.find((candidate) => candidate.id === segmentId) ?? segments[0]
  const query = narrowed(segment?.query ?? { filter: {}, order: 'newest' }, filters, text)
  const list = useLeadList(query)
  if (segment === undefined) return null
  const isNarrow = isNarrowed(filters)
  return (
    <section className={classes.browser}>
      <VisuallyHidden component="h1">{title}</VisuallyHidden>
      <div className={classes.filters}>
        <SegmentedControl
          size="xs"
          aria-label={leadsText.segments.label}
          value={segment.id}
          onChange={setSegmentId}
          data={segments.map(({ id: value, label, count }) => ({
            value,
            label: count === null ? label : `${label} ${formatInShort(count)}`,
          }))}
        />
        <LeadFilters filters={filters} onChange={setFilters} />
        {actions?.(query.filter)}
      </div>
      <LeadTable
        label={leadsText.list(segment.label)}
        list={list}
        empty={
          isNarrow ? (
            <EmptyState icon={<IconMoodEmpty size={34} stroke={1.4} />} {...leadsText.empty.found}>
              <Button
                variant="default"
                onClick={() => {
                  setFilters(NO_FILTERS)
                }}
              >
                {leadsText.clearFilters}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState icon={<IconInbox size={34} stroke={1.4} />} {...segment.empty}>
              <WayOn
                segmentId={segment.id}
                hasToday={segments.some(({ id: other, count }) => other === 'today' && count !== null && count > 0)}
                onToday={() => {
                  setSegmentId('today')
                }}
              />
            </EmptyState>
          )
        }
      />
    </section>
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

/** A search looks at everything, whatever the list: who searches for a person wants the person. */
function narrowed(query: LeadQuery, { grades, source, repId }: Filters, text: string): LeadQuery {
  const base: LeadQuery = text === '' ? query : { filter: {}, order: 'newest' }
  return {
    ...base,
    filter: {
      ...base.filter,
      ...(grades.length === 0 ? {} : { grade: grades }),
      ...(source === null ? {} : { source }),
      ...(repId === null ? {} : { repId }),
      ...(text === '' ? {} : { text: text.slice(0, 200) }),
    },
  }
}
