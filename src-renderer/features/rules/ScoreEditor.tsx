import { Button, Group, Stack, Text } from '@mantine/core'
import { IconGauge, IconPlus } from '@tabler/icons-react'
import type { RulesetFinding, ScoreModel } from '../../../src-main/contract/index.ts'
import { scoringText as text } from '../../text/rule-parts.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { AttributeEditor } from './AttributeEditor.tsx'
import { FindingList } from './FindingList.tsx'
import { GradeScale } from './GradeScale.tsx'
import { blankAttribute, firstModel, weightShares } from './score-model.ts'

interface ScoreEditorProps {
  model: ScoreModel | undefined
  territories: readonly string[]
  findings: readonly RulesetFinding[]
  /** `undefined` takes scoring away. */
  onChange: (model: ScoreModel | undefined, what: string) => void
}

/** What makes a lead worth more, and where the grades begin. */
export function ScoreEditor({ model, territories, findings, onChange }: ScoreEditorProps) {
  if (model === undefined)
    return (
      <EmptyState icon={<IconGauge size={40} stroke={1.2} />} title={text.none.title} hint={text.none.body}>
        <Button
          variant="default"
          onClick={() => {
            onChange(firstModel(), 'start')
          }}
        >
          {text.none.start}
        </Button>
      </EmptyState>
    )
  const shares = weightShares(model)
  const { attributes } = model
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {text.intro} {text.preview}
      </Text>
      <GradeScale model={model} onChange={onChange} />
      {attributes.map((attribute, at) => (
        <AttributeEditor
          key={at}
          attribute={attribute}
          at={at}
          share={shares[at] ?? 0}
          territories={territories}
          findings={findings.filter((finding) => finding.where.startsWith(`score.attributes[${at}]`))}
          onChange={(changed, what) => {
            onChange({ ...model, attributes: attributes.with(at, changed) }, `${at} ${what}`)
          }}
          onRemove={() => {
            onChange({ ...model, attributes: attributes.toSpliced(at, 1) }, 'remove')
          }}
        />
      ))}
      <FindingList findings={findings.filter((finding) => !finding.where.startsWith('score.attributes['))} />
      <Group justify="space-between">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => {
            onChange({ ...model, attributes: [...attributes, blankAttribute()] }, 'add')
          }}
        >
          {text.addAttribute}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          onClick={() => {
            onChange(undefined, 'stop')
          }}
        >
          {text.stop}
        </Button>
      </Group>
    </Stack>
  )
}
