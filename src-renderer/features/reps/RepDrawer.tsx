import { Tabs } from '@mantine/core'
import type { RepCard } from '../../../src-main/contract/index.ts'
import { repsText } from '../../text/reps.ts'
import { SideDrawer } from '../../ui/SideDrawer.tsx'
import { OffDays } from './OffDays.tsx'
import { RepFormView } from './RepFormView.tsx'
import { RepStanding } from './RepStanding.tsx'
import { useRepDetail } from './use-rep-detail.ts'

interface RepDrawerProps {
  /** null adds one. */
  rep: RepCard | null
  isOpen: boolean
  onClose: () => void
}

/** Adds or edits a rep. What they are is saved by a button; what takes them off is noted at once. */
export function RepDrawer({ rep, isOpen, onClose }: RepDrawerProps) {
  return (
    <SideDrawer isOpen={isOpen} onClose={onClose} size={560} title={rep === null ? repsText.drawer.add : repsText.drawer.edit}>
      {!isOpen ? null : rep === null ? (
        <RepFormView rep={null} onClose={onClose} />
      ) : (
        <KnownRep key={rep.id} rep={rep} onClose={onClose} />
      )}
    </SideDrawer>
  )
}

function KnownRep({ rep, onClose }: { rep: RepCard; onClose: () => void }) {
  const detail = useRepDetail(rep)
  return (
    <>
      <RepStanding rep={rep} detail={detail.value} />
      {/* Mounted throughout: what was typed into the form is there when a person comes back to it. */}
      <Tabs defaultValue="profile" keepMounted>
        <Tabs.List mb="md">
          <Tabs.Tab value="profile">{repsText.tabs.profile}</Tabs.Tab>
          <Tabs.Tab value="off">{repsText.tabs.off}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="profile">
          <RepFormView rep={rep} onClose={onClose} />
        </Tabs.Panel>
        <Tabs.Panel value="off">
          <OffDays rep={rep} detail={detail} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
