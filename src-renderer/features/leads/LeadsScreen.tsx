import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { LeadFilter } from '../../../src-main/contract/index.ts'
import { saveFile } from '../../lib/save-file.ts'
import { useCommand } from '../../state/hooks.ts'
import type { LeadSegment } from '../../state/lead-query.ts'
import { leadsText } from '../../text/leads.ts'
import { statusWords } from '../../text/words.ts'
import { LeadBrowser } from './LeadBrowser.tsx'

const { segments: label, empty } = leadsText
const segments: readonly LeadSegment[] = [
  { id: 'everything', label: label.everything, count: null, query: { filter: {}, order: 'newest' }, empty: empty.everything },
  { id: 'open', label: label.open, count: null, query: { filter: { isOpen: true }, order: 'newest' }, empty: empty.open },
  {
    id: 'won',
    label: 'Won',
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

/** Every lead the desk ever had. */
export function LeadsScreen() {
  return (
    <LeadBrowser id="leads" title={leadsText.leads} segments={segments} actions={(filter) => <ExportButton filter={filter} />} />
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
