import { Select, SimpleGrid, Stack, Switch } from '@mantine/core'
import type { OwnerFirst } from '../../../src-main/contract/index.ts'
import { methodsText as text } from '../../text/rule-methods.ts'
import { MinutesInput } from './MinutesInput.tsx'
import { useRepChoices } from './use-rep-choices.ts'

interface OwnerFieldsProps {
  ownerFirst: OwnerFirst | undefined
  onChange: (ownerFirst: OwnerFirst | undefined) => void
}

const WAIT_MINUTES = 30

/** The owner of the same person or company first, and what happens when they are not here. */
export function OwnerFields({ ownerFirst, onChange }: OwnerFieldsProps) {
  const reps = useRepChoices()
  const isOn = ownerFirst !== undefined && ownerFirst !== false
  const parts = typeof ownerFirst === 'object' ? ownerFirst : null
  const ifNotHere = parts?.ifNotHere ?? 'go-on'
  return (
    <Stack gap="xs">
      <Switch
        label={text.ownerFirst}
        checked={isOn}
        onChange={(event) => {
          onChange(event.currentTarget.checked ? true : undefined)
        }}
      />
      {isOn && (
        <SimpleGrid cols={2} spacing="md" pl={44}>
          <Select
            label={text.ifNotHere}
            data={Object.entries(text.ifNotHereChoices).map(([value, label]) => ({ value, label }))}
            value={ifNotHere}
            allowDeselect={false}
            onChange={(chosen) => {
              if (chosen === 'wait') onChange({ ifNotHere: 'wait', waitMinutes: WAIT_MINUTES })
              else onChange(chosen === 'backup' ? { ifNotHere: 'backup' } : true)
            }}
          />
          {ifNotHere === 'wait' && (
            <MinutesInput
              label={text.wait}
              minutes={parts?.waitMinutes}
              onChange={(waitMinutes) => {
                onChange(waitMinutes === undefined ? { ifNotHere } : { ifNotHere, waitMinutes })
              }}
            />
          )}
          {ifNotHere === 'backup' && (
            <Select
              label={text.backup}
              data={reps}
              searchable
              value={parts?.backup ?? null}
              onChange={(backup) => {
                onChange(backup === null ? { ifNotHere } : { ifNotHere, backup })
              }}
            />
          )}
        </SimpleGrid>
      )}
    </Stack>
  )
}
