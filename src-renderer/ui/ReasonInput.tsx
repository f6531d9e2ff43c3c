import { Chip, Group, TextInput } from '@mantine/core'

/** A reason in a person's own words, with the usual ones a click away. */
export function ReasonInput({
  label,
  usual,
  value,
  onChange,
}: {
  label: string
  usual: readonly string[]
  value: string
  onChange: (reason: string) => void
}) {
  return (
    <>
      <TextInput
        data-autofocus
        label={label}
        value={value}
        maxLength={500}
        onChange={(event) => {
          onChange(event.currentTarget.value)
        }}
      />
      <Chip.Group value={value} onChange={onChange}>
        <Group gap={6}>
          {usual.map((item) => (
            <Chip key={item} value={item} size="xs" variant="outline">
              {item}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </>
  )
}
