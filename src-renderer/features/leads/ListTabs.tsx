import { SegmentedControl } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { afterPaint } from '../../lib/after-paint.ts'
import { usePlace } from '../../lib/route.ts'
import { useLetter } from '../../lib/use-letter.ts'
import type { LeadSegment } from '../../state/lead-query.ts'
import { formatInShort } from '../../text/formats.ts'
import { leadListsText } from '../../text/lead-lists.ts'
import { leadsText } from '../../text/leads.ts'
import classes from './leads.module.css'

interface ListTabsProps {
  segments: readonly LeadSegment[]
  value: string
  onChange: (id: string) => void
}

/** The lists of a screen side by side, those that were kept behind the screen's own; 1 to 9 choose one. */
export function ListTabs({ segments, value, onChange }: ListTabsProps) {
  const { leadId } = usePlace()
  const row = useRef<HTMLDivElement>(null)
  // More lists than there is room for: the one shown is in sight. Asked before the page is painted, it would be laid out twice.
  useEffect(
    () =>
      afterPaint(() => {
        row.current?.querySelector('input:checked')?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      }),
    [value],
  )
  useLetter('123456789', (digit) => {
    // Beside an open lead the digits are its stages.
    if (leadId !== null) return
    const segment = segments[Number(digit) - 1]
    if (segment !== undefined) onChange(segment.id)
  })
  return (
    <div className={classes.tabs} ref={row}>
      <SegmentedControl
        className={classes.tabRow}
        size="xs"
        aria-label={leadsText.segments.label}
        value={value}
        onChange={onChange}
        data={segments.map((segment) => ({ value: segment.id, label: labelOf(segment) }))}
      />
    </div>
  )
}

function labelOf({ label, count, view }: LeadSegment) {
  const said = count === null ? label : `${label} ${leadListsText.counted(formatInShort(count.count), count.isMore)}`
  // A view of one's own is marked: others do not see it.
  return view === undefined || view.repId === null ? (
    said
  ) : (
    <span className={classes.ownTab} title={leadListsText.view.forMe}>
      <IconUser size={12} aria-label={leadListsText.view.forMe} /> {said}
    </span>
  )
}
