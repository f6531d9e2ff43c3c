import { ActionIcon, Button, Group, Stack, TagsInput, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash, IconUsers } from '@tabler/icons-react'
import type { RulesetFinding, Territory } from '../../../src-main/contract/index.ts'
import { useDeskShallow } from '../../state/hooks.ts'
import { repsInOrder } from '../../state/selectors.ts'
import { territoriesText as text } from '../../text/rule-parts.ts'
import type { DraftRule } from './draft.ts'
import { FindingList } from './FindingList.tsx'
import { usePlaceSuggestions } from './place-suggestions.ts'
import classes from './editor.module.css'
import { rulesUsing, servedBy } from './territories.ts'

interface TerritoryListProps {
  territories: readonly Territory[]
  rules: readonly DraftRule[]
  findings: readonly RulesetFinding[]
  onChange: (territories: Territory[], what: string) => void
}

/** Named places, edited where they stand; they are published with the rules. */
export function TerritoryList({ territories, rules, findings, onChange }: TerritoryListProps) {
  const places = usePlaceSuggestions()
  return (
    <Stack gap="md" maw={860}>
      <Text size="sm" c="dimmed">
        {territories.length === 0 ? `${text.empty} ${text.intro}` : text.intro}
      </Text>
      {territories.map((territory, at) => (
        <TerritoryEditor
          key={at}
          territory={territory}
          suggestions={[...territories.map((each) => each.name).filter((name) => name !== territory.name), ...places]}
          usedIn={rulesUsing(territory.name, rules)}
          findings={findings.filter((finding) => finding.where.startsWith(`territories[${at}]`))}
          onChange={(changed, what) => {
            onChange(territories.with(at, changed), `${at} ${what}`)
          }}
          onRemove={() => {
            onChange(territories.toSpliced(at, 1), 'remove')
          }}
        />
      ))}
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => {
            onChange([...territories, { name: text.fresh, places: [], except: [] }], 'add')
          }}
        >
          {text.add}
        </Button>
      </Group>
    </Stack>
  )
}

interface TerritoryEditorProps {
  territory: Territory
  suggestions: string[]
  usedIn: readonly string[]
  findings: readonly RulesetFinding[]
  onChange: (territory: Territory, what: string) => void
  onRemove: () => void
}

const SUGGESTED = 60

function TerritoryEditor({ territory, suggestions, usedIn, findings, onChange, onRemove }: TerritoryEditorProps) {
  const serving = servedBy(territory.name, useDeskShallow(repsInOrder))
  return (
    <Stack gap="xs" className={classes.group} role="group" aria-label={territory.name}>
      <Group gap={6} align="end" wrap="nowrap">
        <TextInput
          flex={1}
          label={text.name}
          value={territory.name}
          maxLength={200}
          onChange={(event) => {
            onChange({ ...territory, name: event.currentTarget.value }, 'name')
          }}
        />
        <ActionIcon variant="subtle" color="gray" mb={4} aria-label={text.remove(territory.name)} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      {(['places', 'except'] as const).map((part) => (
        <TagsInput
          key={part}
          label={text[part]}
          {...(part === 'places' ? { description: text.placesHint } : {})}
          data={suggestions}
          limit={SUGGESTED}
          value={territory[part]}
          acceptValueOnBlur
          onChange={(values) => {
            onChange({ ...territory, [part]: values }, part)
          }}
        />
      ))}
      <Group gap={6}>
        <IconUsers size={15} aria-hidden="true" />
        <Text size="sm" c={serving.length === 0 ? undefined : 'dimmed'}>
          {serving.length === 0 ? text.nobody : text.served(serving)}
        </Text>
        {usedIn.length > 0 && (
          <Text size="sm" c="dimmed">
            {text.used(usedIn)}
          </Text>
        )}
      </Group>
      <FindingList findings={findings} />
    </Stack>
  )
}
