import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { RepCard } from '../../../src-main/contract/index.ts'
import { useCommand } from '../../state/hooks.ts'
import { useMe, useSignIn } from '../../state/seat.ts'
import { formatList } from '../../text/formats.ts'
import { rolesText as text } from '../../text/people.ts'
import { words } from '../../text/words.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { showNotice } from '../../ui/undo-notice.tsx'

interface PinDialogProps {
  person: RepCard
  managers: readonly RepCard[]
  onClose: () => void
}

/** Typed twice, for nobody can look it up. */
export function PinDialog({ person, managers, onClose }: PinDialogProps) {
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const { repId: me } = useMe()
  const run = useCommand()
  const signIn = useSignIn()
  const isFirst = person.role === 'manager' && !managers.some(({ hasPin }) => hasPin)
  const without = isFirst ? managers.filter(({ id }) => id !== person.id) : []
  const differs = again.length >= pin.length && again !== pin
  const isWhole = /^\d{4,12}$/.test(pin) && again === pin
  const save = async (): Promise<void> => {
    const { ok } = await run((client) => client.person.setPin({ repId: person.id, pin }))
    if (!ok) return
    // The window that nobody sat at is locked by now. Whoever chose the PIN knows it.
    if (isFirst && (me === null || without.some(({ id }) => id === me))) await signIn(person.id, pin)
    onClose()
    showNotice(text.wasSet(person.name))
  }
  return (
    <Dialog isOpen title={text.setTitle(person.name)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isWhole) void save()
        }}
      >
        <Stack gap="sm">
          {isFirst ? (
            <Alert color="yellow" py="xs">
              {text.firstManagerPin}
              {without.length === 0 ? null : (
                <Text size="sm" mt={4}>
                  {text.managersWithout(formatList(without.map(({ name }) => name)))}
                </Text>
              )}
            </Alert>
          ) : null}
          <DigitsInput label={text.newPin} hint={text.rule} value={pin} onChange={setPin} isFirst />
          <DigitsInput label={text.again} value={again} onChange={setAgain} error={differs ? text.differs : null} />
          {person.hasPin && person.id !== me ? (
            <Text size="xs" c="dimmed">
              {text.endsWindows}
            </Text>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" disabled={!isWhole}>
              {text.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

interface DigitsInputProps {
  label: string
  hint?: string
  error?: string | null
  value: string
  isFirst?: boolean
  onChange: (digits: string) => void
}

function DigitsInput({ label, hint, error = null, value, isFirst = false, onChange }: DigitsInputProps) {
  return (
    <PasswordInput
      label={label}
      description={hint}
      error={error}
      inputMode="numeric"
      autoComplete="new-password"
      maxLength={12}
      data-autofocus={isFirst || undefined}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value.replace(/\D/g, ''))
      }}
    />
  )
}
