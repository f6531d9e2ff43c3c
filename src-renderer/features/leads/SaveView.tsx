import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMe } from '../../state/seat.ts'
import { leadListsText } from '../../text/lead-lists.ts'
import { words } from '../../text/words.ts'
import { Dialog } from '../../ui/Dialog.tsx'

const text = leadListsText.view
const LONGEST = 60

interface SaveViewProps {
  /** The view to be renamed; null for a new one. */
  name: string | null
  onClose: () => void
  onSave: (name: string, isShared: boolean) => void
}

/** Asks for the name of a view, and of a new one whose it is. */
export function SaveView({ name: before, onClose, onSave }: SaveViewProps) {
  const { rep } = useMe()
  const [name, setName] = useState(before ?? '')
  const [isShared, setIsShared] = useState(rep === null)
  const isNew = before === null
  return (
    <Dialog isOpen onClose={onClose} title={isNew ? text.saveTitle : text.renameTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') onSave(name.trim(), isShared)
        }}
      >
        <Stack gap="sm">
          {isNew ? (
            <Text size="sm" c="dimmed">
              {text.saveHint}
            </Text>
          ) : null}
          <TextInput
            data-autofocus
            label={text.name}
            maxLength={LONGEST}
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value)
            }}
          />
          {/* Where nobody has said who they are, there is no "me". */}
          {isNew && rep !== null ? (
            <SegmentedControl
              aria-label={text.whose}
              value={isShared ? 'all' : 'me'}
              onChange={(value) => {
                setIsShared(value === 'all')
              }}
              data={[
                { value: 'me', label: text.forMe },
                { value: 'all', label: text.forEveryone },
              ]}
            />
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" disabled={name.trim() === ''}>
              {text.saveNow}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
