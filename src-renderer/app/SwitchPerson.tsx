import { Button, Text, UnstyledButton } from '@mantine/core'
import { IconLock, IconUserCircle } from '@tabler/icons-react'
import { usePlace } from '../lib/route.ts'
import { useDesk } from '../state/hooks.ts'
import { useMe, useSignOut } from '../state/seat.ts'
import { peopleText as text } from '../text/people.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { RepFace } from '../ui/RepFace.tsx'
import { PersonChooser } from './PersonChooser.tsx'
import classes from './TopBar.module.css'
import { homeOf } from './use-screens.ts'

/** Who sits here, and the way to somebody else. */
export function SeatButton({ onClick }: { onClick: () => void }) {
  const { rep } = useMe()
  const name = rep?.name ?? text.manager
  return (
    <UnstyledButton
      className={classes.seat}
      onClick={onClick}
      title={text.switch}
      aria-label={`${text.atWindow(name)}. ${text.switch}`}
      aria-haspopup="dialog"
    >
      {rep === null ? (
        <IconUserCircle size={24} stroke={1.5} aria-hidden="true" />
      ) : (
        <RepFace name={rep.name} availability={rep.availability} size={24} />
      )}
      <span className={classes.seatName}>{name}</span>
    </UnstyledButton>
  )
}

export function SwitchPerson({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={text.switchTitle}>
      <Text size="sm" c="dimmed" mb="sm">
        {text.switchHint}
      </Text>
      <PersonChooser onDone={onClose} />
      <GetUp onDone={onClose} />
    </Dialog>
  )
}

/** Where a manager has a PIN, whoever gets up locks the window; else it is a manager's again. */
function GetUp({ onDone }: { onDone: () => void }) {
  const { repId } = useMe()
  const { goTo } = usePlace()
  const signOut = useSignOut()
  const locks = useDesk(({ reps }) => [...reps.values()].some((rep) => rep.role === 'manager' && rep.isActive && rep.hasPin))
  if (repId === null) return null
  return (
    <Button
      fullWidth
      mt="md"
      variant="default"
      leftSection={locks ? <IconLock size={16} aria-hidden="true" /> : <IconUserCircle size={16} aria-hidden="true" />}
      onClick={() => {
        void signOut().then(() => {
          goTo(homeOf('manager'))
          onDone()
        })
      }}
    >
      {locks ? text.lock : text.asNobody}
    </Button>
  )
}
