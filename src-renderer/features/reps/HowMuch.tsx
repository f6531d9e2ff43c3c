import { Fieldset, Group, NumberInput, Stack, Text } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import type { UseFormReturnType } from '@mantine/form'
import { momentIn, wallClock } from '../../lib/zone-time.ts'
import { useDesk } from '../../state/hooks.ts'
import { dateSaid, repsText } from '../../text/reps.ts'
import type { RepForm } from './rep-form.ts'
import classes from './reps.module.css'

const { fields, sections } = repsText
type Form = UseFormReturnType<RepForm>

/** Weight, ramp, and what limits how much a rep gets. */
export function HowMuch({ form }: { form: Form }) {
  return (
    <Fieldset legend={sections.much} variant="unstyled" classNames={{ legend: classes.legend }}>
      <Stack gap="sm">
        <NumberInput label={fields.weight} description={fields.weightHint} min={0} max={1000} {...form.getInputProps('weight')} />
        <Ramp form={form} />
        <Group grow align="start">
          <Limit form={form} field="capacity" />
          <Limit form={form} field="dailyCap" />
          <Limit form={form} field="hourlyCap" />
        </Group>
      </Stack>
    </Fieldset>
  )
}

function Limit({ form, field }: { form: Form; field: 'capacity' | 'dailyCap' | 'hourlyCap' }) {
  return (
    <NumberInput label={fields[field]} placeholder={fields.noLimit} min={0} allowDecimal={false} {...form.getInputProps(field)} />
  )
}

/** A share of the weight until a day (R18). The day begins at midnight where the rep is. */
function Ramp({ form }: { form: Form }) {
  const deskZone = useDesk((state) => state.settings.timeZone)
  const zone = form.values.timeZone ?? deskZone
  const { rampPercent, rampUntil } = form.values
  return (
    <div>
      <Group grow align="start">
        <NumberInput
          label={fields.rampPercent}
          placeholder={fields.rampNone}
          suffix=" %"
          min={0}
          max={100}
          {...form.getInputProps('rampPercent')}
        />
        <DatePickerInput
          label={fields.rampUntil}
          placeholder={fields.rampOpen}
          valueFormatter={({ date }) => (typeof date === 'string' ? dateSaid(date) : '')}
          clearable
          disabled={rampPercent === ''}
          value={rampUntil === null ? null : wallClock(rampUntil, zone).date}
          onChange={(date) => {
            form.setFieldValue('rampUntil', date === null ? null : momentIn(date, '00:00', zone))
          }}
        />
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {fields.rampHint}
      </Text>
    </div>
  )
}
