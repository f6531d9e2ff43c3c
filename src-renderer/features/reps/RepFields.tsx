import {
  Autocomplete,
  Fieldset,
  Group,
  Radio,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  TagsInput,
  TextInput,
} from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { timeZones } from '../../lib/time-zones.ts'
import { useDesk, useDeskShallow } from '../../state/hooks.ts'
import { known } from '../../state/known-labels.ts'
import { dayName, repsText } from '../../text/reps.ts'
import { WeekEditor } from '../../ui/WeekEditor.tsx'
import { HolidayRegion } from './HolidayRegion.tsx'
import classes from './reps.module.css'
import { PARTS, type RepForm } from './rep-form.ts'

const { fields, sections, part } = repsText
type Form = UseFormReturnType<RepForm>

export function WhoFields({ form }: { form: Form }) {
  const teams = useDeskShallow((state) => known(state.reps.values(), (rep) => [rep.team]))
  return (
    <Fieldset legend={sections.who} variant="unstyled" classNames={{ legend: classes.legend }}>
      <Stack gap="sm">
        <Group grow>
          <TextInput label={fields.name} withAsterisk data-autofocus {...form.getInputProps('name')} />
          <TextInput label={fields.email} type="email" withAsterisk {...form.getInputProps('email')} />
        </Group>
        <Group grow align="end">
          <Autocomplete label={fields.team} data={teams} {...form.getInputProps('team')} />
          <SegmentedControl
            aria-label={fields.role}
            data={[
              { value: 'rep', label: fields.roleRep },
              { value: 'manager', label: fields.roleManager },
            ]}
            {...form.getInputProps('role')}
          />
        </Group>
      </Stack>
    </Fieldset>
  )
}

export function WhatFields({ form }: { form: Form }) {
  const labels = useDeskShallow((state) => known(state.reps.values(), (rep) => rep.skills))
  const languages = useDeskShallow((state) => known(state.reps.values(), (rep) => rep.languages))
  const products = useDeskShallow((state) => known(state.reps.values(), (rep) => rep.products))
  const tiers = useDeskShallow((state) => known(state.reps.values(), (rep) => [rep.tier]))
  const territories = useDeskShallow((state) => known(state.reps.values(), (rep) => rep.territories))
  return (
    <Fieldset legend={sections.does} variant="unstyled" classNames={{ legend: classes.legend }}>
      <Stack gap="sm">
        <TagsInput
          label={fields.skills}
          description={fields.skillsHint}
          data={labels}
          acceptValueOnBlur
          {...form.getInputProps('skills')}
        />
        <TagsInput
          label={fields.languages}
          description={fields.languagesHint}
          data={languages}
          acceptValueOnBlur
          {...form.getInputProps('languages')}
        />
        <Group grow align="start">
          <TagsInput label={fields.products} data={products} acceptValueOnBlur {...form.getInputProps('products')} />
          <Autocomplete label={fields.tier} data={tiers} {...form.getInputProps('tier')} />
        </Group>
        <TagsInput
          label={fields.territories}
          description={fields.territoriesHint}
          data={territories}
          acceptValueOnBlur
          {...form.getInputProps('territories')}
        />
      </Stack>
    </Fieldset>
  )
}

export function WhenFields({ form }: { form: Form }) {
  const deskZone = useDesk((state) => state.settings.timeZone)
  return (
    <Fieldset legend={sections.when} variant="unstyled" classNames={{ legend: classes.legend }}>
      <Stack gap="sm">
        <Select
          label={fields.timeZone}
          placeholder={fields.deskZone(deskZone)}
          data={timeZones()}
          searchable
          clearable
          limit={60}
          {...form.getInputProps('timeZone')}
        />
        <HolidayRegion
          value={form.values.holidays}
          onChange={(region) => {
            form.setFieldValue('holidays', region)
          }}
        />
        <Switch
          label={fields.alwaysOn}
          description={fields.alwaysOnHint}
          {...form.getInputProps('alwaysOn', { type: 'checkbox' })}
        />
        {!form.values.alwaysOn && (
          <WeekEditor
            words={{ ...repsText.hours, day: dayName }}
            week={form.values.week}
            error={typeof form.errors.week === 'string' ? form.errors.week : null}
            onChange={(week) => {
              form.setFieldValue('week', week)
              form.clearFieldError('week')
            }}
          />
        )}
      </Stack>
    </Fieldset>
  )
}

export function PartFields({ form }: { form: Form }) {
  return (
    <Radio.Group label={<span className={classes.legend}>{sections.part}</span>} {...form.getInputProps('part')}>
      <Stack gap="xs" mt="xs">
        {PARTS.map((value) => (
          <Radio key={value} value={value} label={part[value].label} description={part[value].hint} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
