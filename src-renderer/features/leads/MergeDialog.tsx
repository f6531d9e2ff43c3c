import { Button } from '@mantine/core'
import { useState } from 'react'
import type { LeadId } from '../../../src-main/contract/index.ts'
import { usePlace } from '../../lib/route.ts'
import { panelText } from '../../text/lead-panel.ts'
import { words } from '../../text/words.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { OtherLead } from './OtherLead.tsx'
import { SideBySide } from './SideBySide.tsx'

const text = panelText.merge

interface MergeDialogProps {
  leadId: LeadId
  /** The lead intake takes for the same, to begin with. */
  otherId: LeadId | null
  isOpen: boolean
  onClose: () => void
}

/** Picks the other lead, shows both side by side, and makes one of them. */
export function MergeDialog({ leadId, otherId, isOpen, onClose }: MergeDialogProps) {
  const { openLead } = usePlace()
  const [chosen, setChosen] = useState<LeadId | null>(otherId)
  return (
    <Dialog isOpen={isOpen} onClose={onClose} size="lg" title={text.title}>
      {chosen === null ? (
        <OtherLead leadId={leadId} onPick={setChosen} />
      ) : (
        <SideBySide
          leadId={leadId}
          otherId={chosen}
          aside={
            <Button
              variant="subtle"
              onClick={() => {
                setChosen(null)
              }}
            >
              {text.choose}
            </Button>
          }
          cancel={
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
          }
          onMerge={onClose}
          onMerged={(survivorId) => {
            // Who read the one that went goes on with the one that stays.
            if (survivorId !== leadId) openLead(survivorId)
          }}
        />
      )}
    </Dialog>
  )
}
