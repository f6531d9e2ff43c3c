import { Autocomplete, Group, MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import type { ConditionLeaf } from '../../../src-main/contract/index.ts'
import { groupMark } from '../../text/formats.ts'
import { rulesText } from '../../text/rules.ts'
import { valueKind, withValue } from './condition-tree.ts'
import { closedChoices, useSuggestions } from './value-choices.ts'

const text = rulesText.condition

interface ValueInputProps {
  leaf: ConditionLeaf
  territories: readonly string[]
  onChange: (leaf: ConditionLeaf) => void
}

/** What a condition compares with, in an input of its type. */
export function ValueInput({ leaf, territories, onChange }: ValueInputProps) {
  const suggestions = useSuggestions(leaf.field, territories)
  const closed = closedChoices(leaf.field)
  const kind = valueKind(leaf.field, leaf.op)
  const values = leaf.value === undefined ? [] : Array.isArray(leaf.value) ? leaf.value : [leaf.value]
  const texts = values.map(String)
  const set = (value: ConditionLeaf['value']): void => {
    onChange(withValue(leaf, value))
  }
  switch (kind) {
    case 'none':
      return null
    case 'yes-no':
      return (
        <Select
          aria-label={text.value}
          data={[
            { value: 'true', label: text.yes },
            { value: 'false', label: text.no },
          ]}
          value={leaf.value === false ? 'false' : 'true'}
          allowDeselect={false}
          onChange={(chosen) => {
            set(chosen === 'true')
          }}
          w={100}
        />
      )
    case 'number':
      return (
        <NumberInput
          aria-label={text.value}
          thousandSeparator={groupMark}
          value={typeof values[0] === 'number' ? values[0] : ''}
          onChange={(value) => {
            set(typeof value === 'number' ? value : undefined)
          }}
          w={104}
        />
      )
    case 'date':
      return (
        <TextInput
          type="date"
          aria-label={text.value}
          value={texts[0] ?? ''}
          onChange={(event) => set(event.currentTarget.value || undefined)}
          w={150}
        />
      )
    case 'numbers':
    case 'dates':
      return <Range kind={kind} values={values} onChange={set} />
    case 'many':
      if (closed !== null)
        return <MultiSelect aria-label={text.value} data={[...closed]} value={texts} onChange={set} flex={1} miw={180} />
      return (
        <TagsInput
          aria-label={text.value}
          data={suggestions}
          value={texts}
          onChange={set}
          placeholder={texts.length > 0 ? undefined : leaf.op === 'within' || leaf.op === 'notWithin' ? text.place : text.many}
          acceptValueOnBlur
          flex={1}
          miw={200}
          limit={50}
        />
      )
    case 'text':
      if (closed !== null && (leaf.op === 'is' || leaf.op === 'isNot'))
        return (
          <Select
            aria-label={text.value}
            data={[...closed]}
            value={texts[0] ?? null}
            onChange={(chosen) => set(chosen ?? undefined)}
            flex={1}
            miw={140}
          />
        )
      return (
        <Autocomplete
          aria-label={text.value}
          data={suggestions}
          value={texts[0] ?? ''}
          onChange={(value) => {
            set(value === '' ? undefined : value)
          }}
          flex={1}
          miw={160}
          limit={50}
        />
      )
  }
}

interface RangeProps {
  kind: 'numbers' | 'dates'
  values: readonly (string | number | boolean)[]
  onChange: (values: (string | number)[]) => void
}

/** Two ends. What is still empty is kept out of the list, and the desk says that one is missing. */
function Range({ kind, values, onChange }: RangeProps) {
  const set = (at: 0 | 1, value: string | number): void => {
    const ends: (string | number)[] = [0, 1].map((end) =>
      end === at ? value : ((values[end] as string | number | undefined) ?? ''),
    )
    onChange(kind === 'numbers' ? ends.map((end) => (end === '' ? 0 : end)) : ends)
  }
  return (
    <Group gap={6} wrap="nowrap">
      {([0, 1] as const).map((at) => {
        const label = at === 0 ? text.from : text.to
        const value = values[at]
        return kind === 'numbers' ? (
          <NumberInput
            key={at}
            aria-label={label}
            placeholder={label}
            thousandSeparator={groupMark}
            value={typeof value === 'number' ? value : ''}
            onChange={(changed) => {
              set(at, typeof changed === 'number' ? changed : '')
            }}
            w={110}
          />
        ) : (
          <TextInput
            key={at}
            type="date"
            aria-label={label}
            value={typeof value === 'string' ? value : ''}
            onChange={(event) => set(at, event.currentTarget.value)}
            w={140}
          />
        )
      })}
    </Group>
  )
}
