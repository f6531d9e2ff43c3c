import { NumberInput, Stack, Switch } from '@mantine/core'
import type { RulesetFinding, RulesetSettings } from '../../../src-main/contract/index.ts'
import { rulesetSettingsText as text } from '../../text/rule-parts.ts'
import { FindingList } from './FindingList.tsx'

interface SettingsFormProps {
  settings: RulesetSettings
  findings: readonly RulesetFinding[]
  onChange: (settings: RulesetSettings, what: string) => void
}

const NUMBERS = [
  { key: 'duplicateWindowDays', unit: text.days, min: 1, max: 36_500 },
  { key: 'pauseAfterMissedOffers', unit: text.offers, min: 0, max: 1_000 },
  { key: 'oldAfterDays', unit: text.days, min: 1, max: 36_500 },
  { key: 'performanceWindowDays', unit: text.days, min: 1, max: 3_660 },
] as const

/** What holds for all rules; published with them. */
export function SettingsForm({ settings, findings, onChange }: SettingsFormProps) {
  return (
    <Stack gap="lg" maw={560}>
      <FindingList findings={findings} />
      {NUMBERS.map(({ key, unit, min, max }) => (
        <NumberInput
          key={key}
          label={text[key]}
          description={text[`${key}Hint`]}
          min={min}
          max={max}
          allowDecimal={false}
          clampBehavior="blur"
          suffix={` ${unit}`}
          value={settings[key]}
          onChange={(value) => {
            // An emptied field says nothing new: what was set stays until a number is there.
            if (typeof value === 'number' && value >= min && value <= max) onChange({ ...settings, [key]: value }, key)
          }}
        />
      ))}
      <Switch
        label={text.chargeOverrides}
        description={text.chargeOverridesHint}
        checked={settings.chargeOverrides}
        onChange={(event) => {
          onChange({ ...settings, chargeOverrides: event.currentTarget.checked }, 'chargeOverrides')
        }}
      />
    </Stack>
  )
}
