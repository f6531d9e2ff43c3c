import { Alert, Button, Group, NumberInput, Stack, Switch, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormDoor, FormListening } from '../../../src-main/contract/index.ts'
import { useCommand } from '../../state/hooks.ts'
import { formText } from '../../text/forms.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import classes from './intake.module.css'

const text = formText.door

/** Whether and where the desk listens for posts, and the switch of it. */
export function FormDoorStrip({ door, onChanged }: { door: FormDoor; onChanged: () => void }) {
  const run = useCommand()
  const [isBusy, setIsBusy] = useState(false)
  const [asks, setAsks] = useState(false)
  const save = async (listening: FormListening): Promise<void> => {
    setIsBusy(true)
    await run((client) => client.form.saveDoor(listening))
    setIsBusy(false)
    onChanged()
  }
  const { isOn, port, isOpen, addresses, problem } = door
  return (
    <div className={classes.door}>
      <Group justify="space-between" wrap="nowrap">
        <Switch
          label={text.label}
          checked={isOn}
          disabled={isBusy}
          onChange={(event) => void save({ isOn: event.currentTarget.checked, port, isOpen })}
        />
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={text.title}
          onClick={() => {
            setAsks(true)
          }}
        >
          {text.change}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" role="status" className={classes.doorSaid}>
        {isOn ? text.on(isOpen) : text.off}
        {addresses.length > 0 && ` ${text.at} ${addresses.join(', ')}`}
      </Text>
      {problem !== null && (
        <Group gap={6} mt="xs" wrap="nowrap" className={classes.doorProblem} role="alert">
          <IconAlertTriangle size={16} aria-hidden="true" />
          <Text size="sm">
            {text.problem} {problem}
          </Text>
        </Group>
      )}
      {asks && (
        <DoorDialog
          door={door}
          onSave={save}
          onClose={() => {
            setAsks(false)
          }}
        />
      )}
    </div>
  )
}

interface DoorDialogProps {
  door: FormDoor
  onSave: (listening: FormListening) => Promise<void>
  onClose: () => void
}

function DoorDialog({ door, onSave, onClose }: DoorDialogProps) {
  const [port, setPort] = useState<number | string>(door.port)
  const [isOpen, setIsOpen] = useState(door.isOpen)
  const [isSaving, setIsSaving] = useState(false)
  const asNumber = Number(port)
  const isGood = port !== '' && Number.isInteger(asNumber) && asNumber >= 1 && asNumber <= 65_535
  return (
    <Dialog isOpen onClose={onClose} title={text.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isGood) return
          setIsSaving(true)
          void onSave({ isOn: door.isOn, port: asNumber, isOpen }).then(onClose)
        }}
      >
        <Stack gap="md">
          <NumberInput
            label={text.port}
            description={text.portHint}
            w={200}
            value={port}
            min={1}
            max={65_535}
            allowDecimal={false}
            thousandSeparator=""
            hideControls
            data-autofocus
            error={isGood ? null : text.badPort}
            onChange={setPort}
          />
          <Switch
            label={text.isOpen}
            description={text.isOpenHint}
            checked={isOpen}
            onChange={(event) => {
              setIsOpen(event.currentTarget.checked)
            }}
          />
          {isOpen && (
            <Alert color="orange" icon={<IconAlertTriangle size={18} />} className={classes.once}>
              {text.warning}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" loading={isSaving} disabled={!isGood}>
              {text.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
