import { Button, Group } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { firstRunText } from '../../text/first-run.ts'
import { PartFrame } from './PartFrame.tsx'

const text = firstRunText.leads

/** The last step hands over to the import, or to the desk as it is. */
export function LeadsPart({ onBack, onImport, onQueue }: { onBack: () => void; onImport: () => void; onQueue: () => void }) {
  return (
    <PartFrame title={text.title} body={text.body} onBack={onBack}>
      <Group>
        <Button size="md" leftSection={<IconUpload size={18} aria-hidden="true" />} onClick={onImport} autoFocus>
          {text.go}
        </Button>
        <Button size="md" variant="default" onClick={onQueue}>
          {text.later}
        </Button>
      </Group>
    </PartFrame>
  )
}
