import { Select } from '@mantine/core'
import { useDesk } from '../../state/hooks.ts'
import { useHolidayRegions } from '../../state/use-holiday-regions.ts'
import { repsText } from '../../text/reps.ts'

const { fields } = repsText
const DESK = 'desk'
/** The contract's word for keeping no holidays at all. */
const NONE = 'none'

/** Whose public holidays a rep is off on: the desk's, another region's, or none. */
export function HolidayRegion({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const deskRegion = useDesk((state) => state.settings.holidays)
  const regions = useHolidayRegions()
  const nameOf = (code: string | null): string | null => regions.find((region) => region.value === code)?.label ?? code
  // One that is not in the list, or while the list is on its way, stays as it is.
  const own = value !== null && value !== NONE && nameOf(value) === value ? [{ value, label: value }] : []
  return (
    <Select
      label={fields.holidays}
      description={fields.holidaysHint}
      data={[
        { value: DESK, label: fields.holidaysDesk(nameOf(deskRegion)) },
        { value: NONE, label: fields.holidaysNone },
        ...own,
        ...regions,
      ]}
      value={value ?? DESK}
      searchable
      allowDeselect={false}
      limit={60}
      nothingFoundMessage={fields.noRegion}
      onChange={(chosen) => {
        onChange(chosen === DESK ? null : chosen)
      }}
    />
  )
}
