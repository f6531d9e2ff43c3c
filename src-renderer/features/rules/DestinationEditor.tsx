import { MultiSelect, Radio, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import type { Destination } from '../../../src-main/contract/index.ts'
import { rulesText } from '../../text/rules.ts'
import { startDestination } from './destinations.ts'
import { PoolEditor } from './PoolEditor.tsx'
import { withParts } from './terms.ts'
import { TermsFields } from './TermsFields.tsx'
import { useRepChoices } from './use-rep-choices.ts'

const text = rulesText.destination
const KINDS = ['pool', 'rep', 'hold', 'discard'] as const
type Kind = (typeof KINDS)[number]

interface DestinationEditorProps {
  destination: Destination
  territories: readonly string[]
  label: string
  onChange: (destination: Destination) => void
}

/** Where a lead goes: reps to share it, one rep, or nobody. */
export function DestinationEditor({ destination, territories, label, onChange }: DestinationEditorProps) {
  return (
    <Stack gap="sm">
      <Radio.Group
        label={label}
        value={destination.to}
        onChange={(kind) => {
          onChange(startDestination(kind as Kind))
        }}
      >
        <SimpleGrid cols={2} spacing="xs" mt={6}>
          {KINDS.map((kind) => (
            <Radio key={kind} value={kind} label={text.kinds[kind]} description={text.kindHints[kind]} />
          ))}
        </SimpleGrid>
      </Radio.Group>
      <Parts destination={destination} territories={territories} onChange={onChange} />
    </Stack>
  )
}

function Parts({ destination, territories, onChange }: Omit<DestinationEditorProps, 'label'>) {
  const reps = useRepChoices()
  switch (destination.to) {
    case 'pool':
      return <PoolEditor to={destination} territories={territories} onChange={onChange} />
    case 'rep':
      return (
        <Stack gap="sm">
          <Select
            label={text.rep}
            data={reps}
            searchable
            value={destination.rep === '' ? null : destination.rep}
            onChange={(rep) => {
              onChange({ ...destination, rep: rep ?? '' })
            }}
          />
          <MultiSelect
            label={text.backups}
            data={reps.filter((rep) => rep.value !== destination.rep)}
            searchable
            value={destination.backups ?? []}
            onChange={(backups) => {
              onChange(withParts(destination, { backups: backups.length === 0 ? undefined : backups }))
            }}
          />
          <TermsFields to={destination} onChange={onChange} />
        </Stack>
      )
    case 'hold':
      return (
        <TextInput
          label={text.reasonHold}
          value={destination.reason ?? ''}
          maxLength={500}
          onChange={(event) => {
            const reason = event.currentTarget.value
            onChange(reason === '' ? { to: 'hold' } : { to: 'hold', reason })
          }}
        />
      )
    case 'discard':
      return (
        <TextInput
          label={text.reason}
          placeholder={text.reasonDiscard}
          withAsterisk
          value={destination.reason}
          maxLength={500}
          onChange={(event) => {
            onChange({ to: 'discard', reason: event.currentTarget.value })
          }}
        />
      )
    case 'nurture':
    case 'partners':
      return <Text size="sm">{destination.to}</Text>
  }
}
