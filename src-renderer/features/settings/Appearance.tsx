import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { settingsText } from '../../text/settings.ts'

const text = settingsText.look

export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SegmentedControl
      aria-label={text.label}
      value={colorScheme}
      onChange={setColorScheme}
      data={[
        { value: 'light', label: text.light },
        { value: 'dark', label: text.dark },
        { value: 'auto', label: text.auto },
      ]}
    />
  )
}
