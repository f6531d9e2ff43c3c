import { ActionIcon, Button, Group, Stack, TagsInput, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { RulesetFinding, Territory } from '../../../src-main/contract/index.ts'
import { rulesText } from '../../text/rules.ts'
import { FindingList } from './FindingList.tsx'
import classes from './rules.module.css'

const text = rulesText.territories

interface TerritoryListProps {
  territories: readonly Territory[]
  findings: readonly RulesetFinding[]
  onChange: (territories: Territory[]) => void
}

/** Named places, edited where they stand; they are published with the rules. */
export function TerritoryList({ territories, findings, onChange }: TerritoryListProps) {
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {territories.length === 0 ? `${text.empty} ${text.intro}` : text.intro}
      </Text>
      {territories.map((territory, at) => {
        const set = (parts: Partial<Territory>): void => {
          onChange(territories.with(at, { ...territory, ...parts }))
        }
        return (
          <Stack key={at} gap={6} className={classes.group} role="group" aria-label={territory.name}>
            <Group gap={6} align="end" wrap="nowrap">
              <TextInput
                size="xs"
                flex={1}
                label={text.name}
                value={territory.name}
                onChange={(event) => {
                  set({ name: event.currentTarget.value })
                }}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={text.remove(territory.name)}
                onClick={() => {
                  onChange(territories.toSpliced(at, 1))
                }}
              >
                <IconTrash size={15} />
              </ActionIcon>
            </Group>
            <TagsInput
              size="xs"
              label={text.places}
              description={text.placesHint}
              value={territory.places}
              acceptValueOnBlur
              onChange={(places) => {
                set({ places })
              }}
            />
            <TagsInput
              size="xs"
              label={text.except}
              value={territory.except}
              acceptValueOnBlur
              onChange={(except) => {
                set({ except })
              }}
            />
            <FindingList findings={findings.filter((finding) => finding.where.startsWith(`territories[${at}]`))} />
          </Stack>
        )
      })}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={() => {
          onChange([...territories, { name: text.fresh, places: [], except: [] }])
        }}
      >
        {text.add}
      </Button>
    </Stack>
  )
}
