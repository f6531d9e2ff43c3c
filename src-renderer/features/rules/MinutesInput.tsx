import { Group, Input, NumberInput, Select } from '@mantine/core'
import { useId, useState } from 'react'
import { termsText } from '../../text/rule-terms.ts'
import { inUnit, MINUTES_IN, type TimeUnit, UNITS, unitOf } from './minutes.ts'

interface MinutesInputProps {
  label: string
  description?: string
  minutes: number | undefined
  placeholder?: string
  /** 0 is a value of its own and not "nothing set". */
  allowsZero?: boolean
  /** Of working time there are no days. */
  hasDays?: boolean
  onChange: (minutes: number | undefined) => void
}

/** A stretch of time in whichever unit says it shortest. Empty is nothing set. */
export function MinutesInput({
  label,
  description,
  minutes,
  placeholder,
  allowsZero = false,
  hasDays = true,
  onChange,
}: MinutesInputProps) {
  const id = useId()
  const [chosen, setChosen] = useState<TimeUnit | null>(null)
  const unit = chosen ?? unitOf(minutes, hasDays)
  return (
    <Input.Wrapper label={label} labelProps={{ htmlFor: id }} {...(description === undefined ? {} : { description })}>
      <Group gap={6} wrap="nowrap" mt={4}>
        <NumberInput
          id={id}
          w={110}
          min={allowsZero ? 0 : 1}
          max={MINUTES_IN.days * 365}
          decimalScale={2}
          {...(placeholder === undefined ? {} : { placeholder })}
          value={minutes === undefined ? '' : inUnit(minutes, unit)}
          onChange={(value) => {
            // Sixty minutes are an hour, but not while somebody writes them.
            setChosen(unit)
            const isSet = typeof value === 'number' && (value > 0 || (allowsZero && value === 0))
            onChange(isSet ? Math.round(value * MINUTES_IN[unit]) : undefined)
          }}
        />
        <Select
          w={110}
          aria-label={termsText.unit(label)}
          data={UNITS.filter((each) => hasDays || each !== 'days').map((each) => ({ value: each, label: termsText.units[each] }))}
          value={unit}
          allowDeselect={false}
          onChange={(next) => {
            if (next === null) return
            setChosen(next)
            if (minutes !== undefined) onChange(Math.round(inUnit(minutes, unit) * MINUTES_IN[next]))
          }}
        />
      </Group>
    </Input.Wrapper>
  )
}
