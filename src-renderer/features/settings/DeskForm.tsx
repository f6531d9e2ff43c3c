import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMemo, useState } from 'react'
import { countries } from '../../lib/countries.ts'
import { timeZones } from '../../lib/time-zones.ts'
import { useCommand, useDesk } from '../../state/hooks.ts'
import { useHolidayRegions } from '../../state/use-holiday-regions.ts'
import { say } from '../../text/say.ts'
import { settingsText } from '../../text/settings.ts'
import { showNotice } from '../../ui/undo-notice.tsx'

const text = settingsText.desk

/** What the desk is called and where it stands. */
export function DeskForm() {
  const settings = useDesk((state) => state.settings)
  const run = useCommand()
  const [isSaving, setIsSaving] = useState(false)
  const places = useMemo(() => countries('en'), [])
  const zones = useMemo(() => timeZones(), [])
  const regions = useHolidayRegions()
  // What is chosen stays to be seen while the list is on its way.
  const chosen = settings.holidays
  const known =
    chosen === null || regions.some(({ value }) => value === chosen) ? regions : [{ value: chosen, label: chosen }, ...regions]
  const form = useForm({
    initialValues: settings,
    validate: { deskName: (name) => (name.trim() === '' ? text.needsName : null) },
  })
  const save = async (values: typeof settings): Promise<void> => {
    setIsSaving(true)
    const answer = await run((client) => client.desk.saveSettings({ ...values, deskName: values.deskName.trim() }), {
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
        <Group justify="flex-end">
          <Button type="submit" loading={isSaving} disabled={!form.isDirty()}>
            {text.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
