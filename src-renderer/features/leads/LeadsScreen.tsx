import { Button, Group, Text } from '@mantine/core'
import { IconArrowLeft, IconDownload } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { LeadFilter } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { saveFile } from '../../lib/save-file.ts'
import { useMe } from '../../state/seat.ts'
import { useCommand } from '../../state/hooks.ts'
import { isLeadLink, linkedLeads, type LinkedLeads } from '../../state/lead-links.ts'
import type { LeadSegment } from '../../state/lead-query.ts'
import { leadListsText } from '../../text/lead-lists.ts'
import { leadsText } from '../../text/leads.ts'
import { statusWords } from '../../text/words.ts'
import { LeadBrowser } from './LeadBrowser.tsx'
import classes from './leads.module.css'

const { segments: label, empty } = leadsText
const segments: readonly LeadSegment[] = [
  { id: 'everything', label: label.everything, count: null, query: { filter: {}, order: 'newest' }, empty: empty.everything },
  {
    id: 'open',
    label: label.open,
    count: null,
    query: { filter: { status: ['assigned'], isOpen: true }, order: 'newest' },
    empty: empty.open,
  },
  {
    id: 'won',
    label: leadListsText.won,
    count: null,
    query: { filter: { stage: ['won'] }, order: 'newest' },
    empty: empty.found,
  },
  {
    id: 'discarded',
    label: statusWords.discarded,
    count: null,
    query: { filter: { status: ['discarded', 'duplicate'] }, order: 'newest' },
    empty: empty.found,
  },
]

/** Every lead the desk ever had, and the leads behind a number of another screen. */
export function LeadsScreen() {
  const { isManager } = useMe()
  const { part } = usePlace()
  const link = useMemo(() => linkedLeads(part), [part])
  const all = useMemo(() => (link === null || part === null ? segments : [...segments, segmentOf(part, link)]), [part, link])
  return (
    <LeadBrowser
      id="leads"
      title={leadsText.leads}
      segments={all}
      head={({ isLink }) => {
        if (isLink === true && link !== null) return <LinkHead link={link} />
        return isLeadLink(part) ? <Text className={classes.linkHead}>{leadListsText.lost.hint}</Text> : null
      }}
      actions={(filter) => (isManager ? <ExportButton filter={filter} /> : null)}
    />
  )
}

const segmentOf = (id: string, { title, filter }: LinkedLeads): LeadSegment => ({
  id,
  label: title,
  count: null,
  query: { filter, order: 'newest' },
  empty: empty.found,
  isLink: true,
})

/** What the number was, and the way back to it. */
function LinkHead({ link: { title, from } }: { link: LinkedLeads }) {
  return (
    <Group className={classes.linkHead} gap="sm" wrap="nowrap">
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowLeft size={15} aria-hidden="true" />}
        onClick={() => {
          window.location.hash = from
        }}
      >
        {leadListsText.back}
      </Button>
      <Text fw={600} component="h2" size="sm">
        {title}
      </Text>
    </Group>
  )
}

function ExportButton({ filter }: { filter: LeadFilter }) {
  const run = useCommand()
  const [isBusy, setIsBusy] = useState(false)
  return (
    <Button
      size="xs"
      variant="default"
      loading={isBusy}
      leftSection={<IconDownload size={15} />}
      onClick={() => {
        setIsBusy(true)
        void run((client) => client.report.leads({ filter })).then((answer) => {
          setIsBusy(false)
          if (answer.ok) saveFile(answer.value.name, answer.value.csv)
        })
      }}
    >
      {leadsText.exportCsv}
    </Button>
  )
}
