import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react'
import type { LeadCard, RepCard } from '../../../src-main/contract/index.ts'
import { useAskFor, useDeskShallow } from '../../state/hooks.ts'
import { useMe } from '../../state/seat.ts'
import { useLeadActions } from '../../state/use-lead-actions.ts'
import { actionText } from '../../text/lead-actions.ts'
import { RepFace } from '../../ui/RepFace.tsx'
import classes from './LeadPanel.module.css'

/** While a lead is offered: the manager may answer in the place of any rep it is offered to, and a rep for themselves. */
export function OfferBar({ card }: { card: LeadCard }) {
  const { accept } = useLeadActions()
  const { isManager, repId: me } = useMe()
  const asked = isManager ? card.offeredTo : card.offeredTo.filter((id) => id === me)
  const reps = useDeskShallow((state) => asked.map((id) => state.reps.get(id)).filter((rep) => rep !== undefined))
  const askFor = useAskFor()
  const declines = (rep: RepCard): void => {
    askFor({ kind: 'decline', leadIds: [card.id], repId: rep.id })
  }
  const [only, another] = reps
  if (only === undefined) return null
  return (
    <div className={classes.offer}>
      {another === undefined ? (
        <>
          <Button size="xs" leftSection={<IconCheck size={15} />} onClick={() => void accept(card.id, only.id)}>
            {only.id === me ? actionText.acceptOwn : actionText.accept(only.name)}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconX size={15} />}
            aria-label={only.id === me ? undefined : actionText.decline(only.name)}
            onClick={() => {
              declines(only)
            }}
          >
            {actionText.declineShort}
          </Button>
        </>
      ) : (
        <>
          <RepMenu label={actionText.acceptFor} reps={reps} isPrimary onPick={(rep) => void accept(card.id, rep.id)} />
          <RepMenu label={actionText.declineFor} reps={reps} onPick={declines} />
        </>
      )}
    </div>
  )
}

interface RepMenuProps {
  label: string
  reps: readonly RepCard[]
  isPrimary?: boolean
  onPick: (rep: RepCard) => void
}

/** A claim is open to several: whose answer it is has to be said. */
function RepMenu({ label, reps, isPrimary = false, onPick }: RepMenuProps) {
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button size="xs" variant={isPrimary ? 'filled' : 'default'} rightSection={<IconChevronDown size={14} />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {reps.map((rep) => (
          <Menu.Item
            key={rep.id}
            leftSection={<RepFace name={rep.name} availability={rep.availability} size={22} />}
            onClick={() => {
              onPick(rep)
            }}
          >
            {rep.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
