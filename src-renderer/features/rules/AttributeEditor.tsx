import { ActionIcon, Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { RulesetFinding } from '../../../src-main/contract/index.ts'
import { formatPercent } from '../../text/formats.ts'
import { scoringText as text } from '../../text/rule-parts.ts'
import { ConditionBuilder } from './ConditionBuilder.tsx'
import { conditionOf, isSameCondition, nodeOf } from './condition-tree.ts'
import { FindingList } from './FindingList.tsx'
import { type Attribute, blankLine, type PointLine } from './score-model.ts'
import classes from './scoring.module.css'

interface AttributeEditorProps {
  attribute: Attribute
  at: number
  /** Of the whole score, 0 to 1. */
  share: number
  territories: readonly string[]
  findings: readonly RulesetFinding[]
  onChange: (attribute: Attribute, what: string) => void
  onRemove: () => void
}

/** One thing that counts: its weight beside the others, and a line of points for each condition. */
export function AttributeEditor({ attribute, at, share, territories, findings, onChange, onRemove }: AttributeEditorProps) {
  const name = text.attribute(at, attribute.name)
  const { points } = attribute
  return (
    <Stack gap="sm" className={classes.attribute} role="group" aria-label={name}>
      <Group gap="sm" align="end" wrap="nowrap">
        <TextInput
          label={text.name}
          flex={1}
          value={attribute.name}
          maxLength={200}
          onChange={(event) => {
            onChange({ ...attribute, name: event.currentTarget.value }, 'name')
          }}
        />
        <NumberInput
          label={text.weight}
          title={text.weightHint}
          w={100}
          min={0}
          decimalScale={2}
          value={attribute.weight}
          onChange={(value) => {
            if (typeof value === 'number') onChange({ ...attribute, weight: value }, 'weight')
          }}
        />
        <Text size="sm" c="dimmed" pb={8} miw={120}>
          {text.share(formatPercent(share))}
        </Text>
        <ActionIcon variant="subtle" color="gray" mb={6} aria-label={text.removeAttribute(name)} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      {points.map((line, index) => (
        <PointLineEditor
          key={index}
          line={line}
          at={index}
          canRemove={points.length > 1}
          territories={territories}
          onChange={(changed) => {
            onChange({ ...attribute, points: points.with(index, changed) }, `line ${index}`)
          }}
          onRemove={() => {
            onChange({ ...attribute, points: points.toSpliced(index, 1) }, 'remove')
          }}
        />
      ))}
      <FindingList findings={findings} />
      <Group>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => {
            onChange({ ...attribute, points: [...points, blankLine()] }, 'add')
          }}
        >
          {text.addLine}
        </Button>
      </Group>
    </Stack>
  )
}

interface PointLineProps {
  line: PointLine
  at: number
  canRemove: boolean
  territories: readonly string[]
  onChange: (line: PointLine) => void
  onRemove: () => void
}

function PointLineEditor({ line, at, canRemove, territories, onChange, onRemove }: PointLineProps) {
  const [node, setNode] = useState(() => nodeOf(line.when))
  const shown = isSameCondition(conditionOf(node), line.when) ? node : nodeOf(line.when)
  return (
    <div className={classes.line} role="group" aria-label={text.line(at)}>
      <div className={classes.conditions}>
        <ConditionBuilder
          node={shown}
          territories={territories}
          onChange={(changed) => {
            setNode(changed)
            // A line without a condition holds for every lead.
            onChange({ ...line, when: conditionOf(changed) ?? { all: [] } })
          }}
        />
      </div>
      <NumberInput
        aria-label={text.points}
        w={106}
        suffix={text.pointsUnit}
        value={line.points}
        onChange={(value) => {
          if (typeof value === 'number') onChange({ ...line, points: value })
        }}
      />
      <ActionIcon variant="subtle" color="gray" mt={4} disabled={!canRemove} aria-label={text.removeLine(at)} onClick={onRemove}>
        <IconX size={15} />
      </ActionIcon>
    </div>
  )
}
