import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import type { PoolSelection } from '../../../src-main/contract/index.ts'
import { methodsText as text } from '../../text/rule-methods.ts'
import { PoolFields } from './PoolFields.tsx'
import classes from './editor.module.css'

interface TierFieldsProps {
  tiers: readonly PoolSelection[]
  territories: readonly string[]
  onChange: (tiers: PoolSelection[]) => void
}

const MOST_TIERS = 20

/** Groups of reps in the order they are asked. */
export function TierFields({ tiers, territories, onChange }: TierFieldsProps) {
  const move = (from: number, to: number): void => {
    const moved = tiers[from]
    if (moved !== undefined) onChange(tiers.toSpliced(from, 1).toSpliced(to, 0, moved))
  }
  return (
    <Stack gap="sm">
      {tiers.map((tier, at) => (
        <Stack key={at} gap="xs" className={classes.group} role="group" aria-label={text.tier(at)}>
          <Group justify="space-between">
            <Text size="sm" fw={600}>
              {text.tier(at)}
            </Text>
            <Group gap={2} className={classes.order}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={text.tierUp(at)}
                disabled={at === 0}
                onClick={() => {
                  move(at, at - 1)
                }}
              >
                <IconArrowUp size={15} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={text.tierDown(at)}
                disabled={at === tiers.length - 1}
                onClick={() => {
                  move(at, at + 1)
                }}
              >
                <IconArrowDown size={15} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={text.removeTier(at)}
                onClick={() => {
                  onChange(tiers.toSpliced(at, 1))
                }}
              >
                <IconTrash size={15} />
              </ActionIcon>
            </Group>
          </Group>
          <PoolFields
            pool={tier}
            territories={territories}
            onChange={(pool) => {
              onChange(tiers.with(at, pool))
            }}
          />
        </Stack>
      ))}
      {tiers.length < MOST_TIERS && (
        <Group>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => {
              onChange([...tiers, {}])
            }}
          >
            {text.addTier}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
