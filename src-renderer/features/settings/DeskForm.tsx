import { Button, Group, Input, Select, Stack, Switch, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useMemo, useState } from 'react'
import type { DeskSettings } from '../../../src-main/contract/index.ts'
import { countries } from '../../lib/countries.ts'
import { timeZones } from '../../lib/time-zones.ts'
import { hoursOf, officeWeek, type Week, weekOf } from '../../lib/week-hours.ts'
import { useCommand, useDesk } from '../../state/hooks.ts'
import { useHolidayRegions } from '../../state/use-holiday-regions.ts'
import { locale } from '../../text/formats.ts'
import { dayName, repsText } from '../../text/reps.ts'
import { say } from '../../text/say.ts'
import { settingsText } from '../../text/settings.ts'
import { showNotice } from '../../ui/undo-notice.tsx'
import { WeekEditor } from '../../ui/WeekEditor.tsx'

const text = settingsText.desk

type DeskValues = Omit<DeskSettings, 'hours'> & { isAlwaysOn: boolean; week: Week }

const valuesOf = ({ hours, ...settings }: DeskSettings): DeskValues => ({
  ...settings,
  isAlwaysOn: hours === null,
  week: hours === null ? officeWeek() : weekOf(hours),
})

function weekProblem(week: Week, isAlwaysOn: boolean): string | null {
  const read = isAlwaysOn ? null : hoursOf(week)
  return read !== null && 'reason' in read ? repsText.errors.week(read.weekday, read.reason) : null
}

/** What the desk is called and where it stands. */
export function DeskForm() {
  const settings = useDesk((state) => state.settings)
  const run = useCommand()
  const [isSaving, setIsSaving] = useState(false)
  const places = useMemo(() => countries(locale), [])
  const zones = useMemo(() => timeZones(), [])
  const regions = useHolidayRegions()
  // What is chosen stays to be seen while the list is on its way.
  const chosen = settings.holidays
  const known =
    chosen === null || regions.some(({ value }) => value === chosen) ? regions : [{ value: chosen, label: chosen }, ...regions]
  const form = useForm({
    initialValues: valuesOf(settings),
    validate: {
      deskName: (name) => (name.trim() === '' ? text.needsName : null),
      week: (week, { isAlwaysOn }) => weekProblem(week, isAlwaysOn),
    },
  })
  const save = async ({ isAlwaysOn, week, ...values }: DeskValues): Promise<void> => {
    const read = hoursOf(week)
    const hours = isAlwaysOn || 'reason' in read ? null : read.hours
    setIsSaving(true)
    const answer = await run((client) => client.desk.saveSettings({ ...values, hours, deskName: values.deskName.trim() }), {
      isQuiet: true,
    })
    setIsSaving(false)
    if (!answer.ok) {
      form.setFieldError('deskName', say(answer.fault))
      return
    }
    form.resetDirty()
    showNotice(text.saved)
  }
  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      <Stack gap="sm">
        <TextInput label={text.name} maxLength={200} {...form.getInputProps('deskName')} />
        <Select
          label={text.timeZone}
          description={text.timeZoneHint}
          data={zones}
          searchable
          allowDeselect={false}
          limit={60}
          {...form.getInputProps('timeZone')}
        />
        <Select
          label={text.country}
          description={text.countryHint}
          data={places}
          searchable
          allowDeselect={false}
          {...form.getInputProps('country')}
        />
        <Select
          label={text.holidays}
          description={text.holidaysHint}
          placeholder={text.noHolidays}
          data={known}
          searchable
          clearable
          limit={60}
          nothingFoundMessage={text.noRegion}
          {...form.getInputProps('holidays')}
        />
        <TeamHours form={form} />
        <Group justify="flex-end">
          <Button type="submit" loading={isSaving} disabled={!form.isDirty()}>
            {text.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function TeamHours({ form }: { form: UseFormReturnType<DeskValues> }) {
  const { isAlwaysOn, week } = form.values
  return (
    <Input.Wrapper label={text.hours} description={text.hoursHint} labelElement="div">
      <Stack gap="xs" mt={6}>
        <Switch label={text.alwaysOn} {...form.getInputProps('isAlwaysOn', { type: 'checkbox' })} />
        {!isAlwaysOn && (
          <WeekEditor
            words={{ ...repsText.hours, legend: text.hours, day: dayName }}
            week={week}
            error={typeof form.errors['week'] === 'string' ? form.errors['week'] : null}
            onChange={(changed) => {
              form.setFieldValue('week', changed)
              form.clearFieldError('week')
            }}
          />
        )}
      </Stack>
    </Input.Wrapper>
  )
}
